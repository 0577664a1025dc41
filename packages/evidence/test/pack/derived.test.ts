/**
 * What follows from the records and the basis of a pack.
 */
import { complianceView } from '@send-ledger/compliance'
import { answer, answerText, civilDate, endOfDay, type Ledger } from '@send-ledger/core'
import type { Pack } from '@send-ledger/evidence'
import { parse } from 'csv-parse/sync'
import { longTest } from '../../../../test/kit/long.js'
import { walsallLedger } from '../../../../test/kit/walsall.js'
import type { PackBasis } from '../../src/pack/basis.js'
import { type Content, digest } from '../../src/pack/content.js'
import { derivedFiles } from '../../src/pack/derived.js'
import { RecordLines } from '../../src/pack/record-lines.js'
import { julyPack, linesKnownAt, right, textIn } from './walsall.js'

const asAt = civilDate('2021-07-31')
const knownAt = endOfDay(asAt)

let ledger: Ledger
let lines: RecordLines
let basis: PackBasis
let pack: Pack

const text = (path: string): string => textIn(pack, `data/${path}`)

const rows = (path: string): readonly Readonly<Record<string, string>>[] =>
  parse(text(path), { columns: true })

beforeAll(async () => {
  ledger = await walsallLedger()
  lines = await linesKnownAt(ledger, knownAt)
  pack = await julyPack()
  basis = pack.basis
}, 60_000)

test('a view is byte for byte what the ledger answers', async () => {
  const answered = right(await answer(ledger, complianceView, { asAt, knownAt })())
  expect(text('views/compliance.json')).toBe(answerText(answered))
})

test('what is listed in the lineage adds up to every figure', () => {
  const sums = new Map<string, { count: number; subjects: number }>()
  for (const view of basis.views.map(({ name }) => name)) {
    for (const { figure, part, count } of rows(`lineage/${view}.csv`)) {
      const key = JSON.stringify([view, figure, part])
      const sum = sums.get(key) ?? { count: 0, subjects: 0 }
      sums.set(key, { count: sum.count + Number(count), subjects: sum.subjects + 1 })
    }
  }
  const figures = rows('lineage/figures.csv')
  expect(figures.length).toBeGreaterThan(2_000)
  for (const row of figures) {
    const key = JSON.stringify([row.listedInView, row.listedUnderFigure, row.listedUnderPart])
    const { count, subjects } = sums.get(key) ?? { count: 0, subjects: 0 }
    expect([row, count, subjects]).toEqual([row, Number(row.value), Number(row.subjects)])
  }
})

test('positions in the lineage are lines of the records: those of the subject', () => {
  const [first] = rows('lineage/compliance.csv')
  const [position = ''] = first?.positions?.split(' ') ?? []
  expect(lines.at(Number(position)).stream).toBe(first?.subject)
})

longTest(
  'records are read again from their lines, and the same files are made of them',
  () => {
    const again = right(RecordLines.read(lines.content()))
    const made = right(derivedFiles(again, basis))
    expect(made.size).toBeGreaterThan(20)
    for (const [path, bytes] of made) {
      const stands = pack.bag.get(`data/${path}`) as Content
      expect([path, digest('sha256', bytes)]).toEqual([path, digest('sha256', stands)])
    }
  },
  60_000,
)

test('a basis of other records, another law or other views is refused', () => {
  const failure = (change: Partial<PackBasis>) => derivedFiles(lines, { ...basis, ...change })
  expect(failure({ size: 1 })).toMatchObject({ left: { _tag: 'SizeDiffers' } })
  expect(failure({ ruleSet: 'england-2' })).toMatchObject({ left: { what: 'ruleSet' } })
  expect(failure({ views: [] })).toMatchObject({ left: { what: 'views' } })
})
