import * as E from 'fp-ts/lib/Either.js'
import type { Raw } from '../../src/model/cell.js'
import { raw, words } from '../../src/model/cell.js'
import { checkDocument } from '../../src/model/check.js'
import type { CouncilDocument, Section } from '../../src/model/document.js'
import { type DocumentFlaw, explainFlaw } from '../../src/model/flaws.js'
import { at } from '../../src/model/sentence.js'
import type { Table } from '../../src/model/table.js'
import { sample } from './sample.js'

const [plans, people] = sample.sections as [Section<Raw>, Section<Raw>]
const [months] = plans.tables as [Table<Raw>]

const flawsOf = (document: CouncilDocument): readonly DocumentFlaw[] => {
  const checked = checkDocument(document)
  return E.isLeft(checked) ? checked.left : []
}

const withMonths = (change: Partial<Table<Raw>>): CouncilDocument => ({
  ...sample,
  headlines: [],
  sections: [
    { ...plans, heading: [], paragraphs: [], charts: [], tables: [{ ...months, ...change }] },
  ],
})

test('a report that holds together passes', () => {
  expect(flawsOf(sample)).toEqual([])
})

test('a figure that is pointed at must be there', () => {
  const lost = {
    ...sample,
    headlines: [{ title: '', figure: at('months', 3, 'percent'), text: [] }],
  }
  expect(flawsOf(lost)).toEqual([
    { _tag: 'NoSuchFigure', table: 'months', row: 3, column: 'percent' },
  ])
})

test('a chart must find its columns', () => {
  const charts = plans.charts.map((chart) => ({ ...chart, categories: ['day'] }))
  const flaws = flawsOf({ ...sample, sections: [{ ...plans, charts }, people] })
  expect(flaws).toHaveLength(3)
  expect(flaws[0]).toEqual({ _tag: 'NoSuchFigure', table: 'months', row: 0, column: 'day' })
})

test('a count written as words is refused where a figure belongs', () => {
  const [first = [], ...rest] = months.rows
  const rows = [[first[0]!, words('3'), ...first.slice(2)], ...rest]
  expect(flawsOf(withMonths({ rows }))).toEqual([
    {
      _tag: 'CellOfOtherKind',
      table: 'months',
      row: 0,
      column: 'issued',
      kind: 'integer',
      cell: 'Words',
    },
  ])
})

test('a fraction is refused in a column of whole numbers', () => {
  const [first = [], ...rest] = months.rows
  const rows = [[first[0]!, raw('1.5'), ...first.slice(2)], ...rest]
  expect(flawsOf(withMonths({ rows })).map(({ _tag }) => _tag)).toEqual(['CellOfOtherKind'])
})

test('rows are as long as there are columns, and there is one', () => {
  expect(flawsOf(withMonths({ rows: [[raw(1)]] }))).toEqual([
    { _tag: 'RowOfOtherLength', table: 'months', row: 0 },
  ])
  expect(flawsOf(withMonths({ rows: [] }))).toEqual([{ _tag: 'EmptyTable', table: 'months' }])
})

test('names fit into paths, and no name, heading or note is there twice or missing', () => {
  expect(flawsOf({ ...sample, id: '../etc' })).toEqual([
    { _tag: 'UnfitName', what: 'document', name: '../etc' },
  ])
  const columns = months.columns.map((column) => ({ ...column, heading: 'Same', unit: 'plans' }))
  expect(flawsOf(withMonths({ columns }))).toHaveLength(4)
  expect(flawsOf(withMonths({ notes: ['gone'] }))).toEqual([{ _tag: 'NoSuchNote', note: 'gone' }])
  expect(flawsOf({ ...sample, sections: [plans, people, people] }).map(({ _tag }) => _tag)).toEqual(
    ['NameTwice', 'NameTwice', 'NameTwice'],
  )
})

test.each<DocumentFlaw>([
  { _tag: 'UnfitName', what: 'table', name: 'A B' },
  { _tag: 'NameTwice', what: 'table', name: 'a' },
  { _tag: 'EmptyTable', table: 'a' },
  { _tag: 'RowOfOtherLength', table: 'a', row: 1 },
  { _tag: 'CellOfOtherKind', table: 'a', row: 1, column: 'b', kind: 'date', cell: 'Raw' },
  { _tag: 'NoSuchFigure', table: 'a', row: 1, column: 'b' },
  { _tag: 'NoSuchNote', note: 'n' },
])('$_tag is told in a sentence', (flaw) => {
  expect(explainFlaw(flaw)).toMatch(/^[A-Z].*\.$/)
})
