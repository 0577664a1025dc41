import {
  type CouncilDocument,
  inWords,
  notesOf,
  sentenceText,
  tablesOf,
} from '@send-ledger/documents'
import { published } from '@send-ledger/example-walsall'
import { held } from '../../../documents/test/model/sample.js'
import { walsallDocument } from '../walsall.js'

let document: CouncilDocument

beforeAll(async () => {
  document = await walsallDocument()
}, 60_000)

/** The rows of a table as they are printed, by the names of their columns. */
const printed = (id: string): readonly Readonly<Record<string, string>>[] => {
  const table = tablesOf(document).find((each) => each.id === id)
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, i) => [table?.columns[i]?.name, inWords(cell)])),
  )
}

test('the report of the ledger’s own views holds together', () => {
  expect(held(document)).toBe(document)
  expect(document.sections.map(({ id }) => id)).toEqual([
    'plans-in-time',
    'decisions-to-assess',
    'under-way',
    'advice',
    'reviews-of-plans',
    'audits-of-plans',
    'programme-1',
    'impact',
    'posts-and-people',
    'workforce-over-time',
  ])
})

test('its table of plans in time is the published one', () => {
  const told = published.timeliness.months
  expect(
    printed('in-time')
      .slice(-told.length)
      .map((row) => [row.issued, row.inTime, row.percentInTime, row.rolling12Percent]),
  ).toEqual(
    told.map((row) => [`${row.issued}`, `${row.inTime}`, row.percent, row.rolling12.percent]),
  )
})

test('its caseload and its actions are the published ones', () => {
  expect(printed('caseload')).toEqual([
    {
      asAt: '31 July 2021',
      open: '346',
      overdue: '81',
      overdueExcludingExceptions: expect.stringMatching(/^\d+$/),
      plansMaintained: '2,742',
    },
  ])
  expect(printed('programme-1-delivery')[0]?.actions).toBe('184')
  expect(printed('programme-1-by-area')).toHaveLength(1 + 9 + 4)
})

test('ages add up to the open cases, ratings to the actions, teams to all teams', () => {
  const sum = (rows: readonly Readonly<Record<string, string>>[], name: string): number =>
    rows.reduce((total, row) => total + Number(row[name]), 0)
  expect(sum(printed('open-by-age'), 'open')).toBe(346)
  const [all] = printed('programme-1-by-area')
  const ratings = Object.entries(all ?? {}).filter(([name]) => /^(rating\d|notRated)$/.test(name))
  expect(ratings.reduce((total, [, count]) => total + Number(count), 0)).toBe(184)
  const teams = printed('workforce')
  expect(sum(teams.slice(0, -1), 'established')).toBe(Number(teams.at(-1)?.established))
})

test('each headline says its figure in words that hold', () => {
  const said = document.headlines.map(({ text }) => sentenceText(tablesOf(document), text))
  expect(said.slice(0, 3)).toEqual([
    '7 of 33 final plans within 20 weeks, exceptions left out',
    '151 of 402 final plans within 20 weeks, exceptions left out',
    'of 346 assessments under way',
  ])
  expect(document.headlines[0]?.status).toMatchObject({ words: 'Down on June 2021', tone: 'poor' })
})

test('the cover tells the basis in words', () => {
  expect(document.cover.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'As at: 31 July 2021',
    'As known at: the end of 31 July 2021',
    'Records: 30,096 records',
    expect.stringMatching(/^Merkle root: [\w+/]{43}= \(SHA-256, RFC 6962\)$/),
    'Law: rule set england-1',
    'Plans counted: without those issued after mediation or an appeal, as the SEN2 return counts',
    'Weeks counted: the day of the request is day 0, so 20 weeks end 140 days after it',
  ])
})

test('every column has a description, and every note is used', () => {
  const tables = tablesOf(document)
  const columns = tables.flatMap((table) => table.columns)
  expect(columns.filter(({ description }) => !/^[A-Z].*\.$/.test(description))).toEqual([])
  const used = new Set([...tables, ...columns].flatMap(({ notes = [] }) => notes))
  expect(notesOf(document).filter(({ id }) => !used.has(id))).toEqual([])
})
