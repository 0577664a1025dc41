import { mkdirSync, writeFileSync } from 'node:fs'
import {
  chartSvg,
  checkDocument,
  csvText,
  dataPackageText,
  explainFlaw,
  ods,
  reportHtml,
  xlsx,
} from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { chartsOf, tablesOf } from '../src/document/document.js'
import { walsallDocument } from './walsall.js'

test('look', async () => {
  const checked = checkDocument(await walsallDocument())
  if (E.isLeft(checked)) throw new Error(checked.left.map(explainFlaw).join('\n'))
  const d = checked.right
  const out = '/tmp/look'
  mkdirSync(`${out}/tables`, { recursive: true })
  writeFileSync(`${out}/report.html`, reportHtml(d))
  writeFileSync(`${out}/report.ods`, ods(d))
  writeFileSync(`${out}/report.xlsx`, xlsx(d))
  for (const c of chartsOf(d)) writeFileSync(`${out}/${c.id}.svg`, chartSvg(d, c))
  for (const t of tablesOf(d)) writeFileSync(`${out}/tables/${t.id}.csv`, csvText(t))
  writeFileSync(`${out}/datapackage.json`, dataPackageText(d))
}, 60000)
