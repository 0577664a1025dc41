/**
 * What a pack for the public of the Walsall example prints, held cell by cell against the one for
 * the council: nothing that is hidden stands anywhere in it. In a short run both are of its first
 * ten months.
 */
import type { LedgerRecord } from '@send-ledger/core'
import { catalogue, categoryOf } from '@send-ledger/core/records'
import type { Decision } from '@send-ledger/documents'
import { verifyPack } from '@send-ledger/evidence/verify'
import { parse } from 'csv-parse/sync'
import { JSDOM } from 'jsdom'
import { isLong, longTest, runs } from '../../../../test/kit/long.js'
import { walsallLedger } from '../../../../test/kit/walsall.js'
import { filesIn } from '../../../documents/test/spreadsheet/opened.js'
import { bytesOf } from '../../src/pack/content.js'
import { octoberPack, right } from '../pack/walsall.js'
import { packOn, council as signing, textOf, viewOf } from './walsall-public.js'

const on = isLong ? '2021-10-31' : '2019-12-31'

let records: readonly LedgerRecord[]
const { key } = signing

let council: Awaited<ReturnType<typeof packOn>>
let shown: typeof council

beforeAll(async () => {
  const ledger = await walsallLedger()
  records = right(await ledger.readAll({ from: 0, limit: 100_000 })())
  council = isLong ? await octoberPack() : await packOn(ledger, { on, public: undefined })
  shown = await packOn(ledger, { on })
}, 120_000)

/** Leaves of the council's view with those of the public's in their places. */
const leaves = (
  truth: unknown,
  seen: unknown,
  at = '',
): readonly (readonly [place: string, truth: unknown, seen: unknown])[] => {
  if (typeof truth !== 'object' || truth === null) return [[at, truth, seen]]
  const places = typeof seen === 'object' && seen !== null ? seen : {}
  return Object.entries(truth).flatMap(([key, each]) =>
    leaves(each, (places as Readonly<Record<string, unknown>>)[key], `${at}.${key}`),
  )
}

const isSmall = (value: unknown): boolean => [1, 2, 3, 4].includes(Number(value))

test('in every view each count of 1 to 4 people is [c], and what is shown is true', () => {
  let count = 0
  for (const name of ['compliance', 'compliance-all-plans', 'workforce', 'capacity']) {
    for (const [place, truth, seen] of leaves(viewOf(council, name), viewOf(shown, name))) {
      if (place.startsWith('.dangling')) continue
      count += 1
      if (typeof truth === 'number' && isSmall(truth)) expect([name, place, seen]).toContain('[c]')
      if (seen !== '[c]') expect([name, place, seen]).toEqual([name, place, truth])
    }
  }
  expect(count).toBeGreaterThan(runs(500, 4000))
  expect(JSON.stringify(viewOf(shown, 'workforce'))).not.toContain('dangling')
})

const tablesIn = (pack: typeof shown): readonly string[] =>
  [...pack.bag.keys()]
    .filter((path) => path.startsWith('data/tables/'))
    .map((path) => path.slice('data/'.length))

const rowsIn = (pack: typeof shown, path: string): readonly (readonly string[])[] =>
  parse(textOf(pack, path))

/** Tables that count actions, visits, risks or weeks. */
const countsNobody = /\/(programme-|oversight|risks|time-limits|exception-grounds|not-derived)/

test('in every table it is the same, and tables of people hide what the views hide', () => {
  let hidden = 0
  for (const path of tablesIn(shown)) {
    if (/changed|measures|not-derived/.test(path)) continue
    const truth = rowsIn(council, path)
    rowsIn(shown, path).forEach((row, r) => {
      row.forEach((cell, c) => {
        const told = truth[r]?.[c] ?? ''
        if (cell === '[c]') hidden += 1
        else expect([path, r, c, cell]).toEqual([path, r, c, told])
        if (!countsNobody.test(path) && isSmall(told)) expect([path, r, c, cell]).toContain('[c]')
      })
    })
  }
  expect(hidden).toBeGreaterThan(runs(20, 100))
})

test('a table hides nothing that its view shows, and nothing of actions', async () => {
  const { findings } = await verifyPack({ files: shown.bag, findings: [] }, { keys: [key] })
  expect(findings).toEqual([])
  const ofActions = tablesIn(shown).filter((path) => path.includes('/programme-'))
  expect(ofActions.length).toBeGreaterThan(3)
  expect(ofActions.filter((path) => textOf(shown, path).includes('[c]'))).toEqual([])
})

test('page and spreadsheets hide the same cells as the tables', () => {
  const inTables = tablesIn(shown)
    .flatMap((path) => rowsIn(shown, path).flat())
    .filter((cell) => cell === '[c]').length
  const { document } = new JSDOM(textOf(shown, 'report.html')).window
  const inPage = [...document.querySelectorAll('td')].filter(
    ({ textContent }) => textContent?.trim() === '[c]',
  )
  const content = filesIn(shown.bag.get('data/report.ods') as Uint8Array).get('content.xml') ?? ''
  expect(inPage).toHaveLength(inTables)
  expect(content.match(/>\[c\]</g)).toHaveLength(inTables)
})

/** The text of every file, spreadsheets opened; proofs of single records apart. */
const texts = (): readonly (readonly [path: string, text: string])[] =>
  [...shown.bag].flatMap(([path, bytes]): readonly (readonly [string, string])[] => {
    if (path.startsWith('data/ledger/inclusion/')) return []
    if (!/\.(ods|xlsx)$/.test(path)) return [[path, Buffer.from(bytesOf(bytes)).toString('utf8')]]
    return [...filesIn(bytesOf(bytes))].map(([name, text]) => [`${path} ${name}`, text])
  })

test('no subject, no record and no id of one stands in any file', () => {
  const streams = new Set<string>(
    records
      .map(({ stream }) => stream)
      .filter((stream) => !['programme', 'measure'].includes(categoryOf(stream))),
  )
  const ids = new Set<string>(records.map(({ id }) => id))
  const categories = new Set(Object.values(catalogue).map(({ category }) => category))
  const name = new RegExp(`\\b(${[...categories].join('|')})-[A-Za-z0-9._-]*[A-Za-z0-9]`, 'g')
  const found = texts().flatMap(([path, text]) => [
    ...(text.match(name) ?? []).filter((each) => streams.has(each)).map((each) => [path, each]),
    ...(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
      .filter((each) => ids.has(each))
      .map((each) => [path, each]),
  ])
  expect(found).toEqual([])
  expect(streams.size).toBeGreaterThan(1000)
  expect([...shown.bag.keys()].filter((path) => /records|lineage/.test(path))).toEqual([])
})

test('the records that are shown are of no person', () => {
  const types = [...shown.bag]
    .filter(([path]) => /inclusion\/\d+\.json$/.test(path))
    .map(([, bytes]) => JSON.parse(Buffer.from(bytesOf(bytes)).toString('utf8')) as LedgerRecord)
    .map(({ type, actor }) => [type, actor])
  expect(types).toContainEqual(['ProgrammeEstablished', undefined])
  if (isLong) expect(types).toContainEqual(['ReportPresented', undefined])
  for (const [type] of types) {
    expect(type).toMatch(/^(Programme|RagScale|AreaOf|Workstream|ReportPresented|EvidenceIssued)/)
  }
})

longTest('what a report told is told again, without what the records give', () => {
  const [headings] = rowsIn(shown, 'tables/told-1.csv')
  expect(headings).toEqual(['figure', 'period', 'told'])
  expect(shown.basis.public?.notToldAgain).toBe(0)
})

test('a decision that lets a raw figure through does not compile', () => {
  // @ts-expect-error: a raw count is none that has passed disclosure control.
  const leaky: Decision = (cell) => cell
  expect(typeof leaky).toBe('function')
})
