import { figureRows } from '@send-ledger/core/figures'
import { wsoaView } from '@send-ledger/wsoa'
import { csvText } from '../../src/view/csv.js'

test('objects become dotted names, lists become sections, keys become items', () => {
  const view = {
    programmes: [{ id: 'programme-1', actions: 2, ratings: [{ code: 'green', count: 1 }] }],
    oversight: { visits: 1, feedback: { given: 5 } },
    forecast: null,
  }
  expect(figureRows(view, wsoaView)).toEqual([
    { section: 'programmes', item: 'programme-1', figure: 'actions', value: 2 },
    { section: 'programmes.ratings', item: 'programme-1 / green', figure: 'count', value: 1 },
    { section: 'oversight', item: '', figure: 'visits', value: 1 },
    { section: 'oversight', item: '', figure: 'feedback.given', value: 5 },
    { section: 'forecast', item: '', figure: 'forecast', value: null },
  ])
})

const cell = (value: unknown): string =>
  csvText({}, figureRows({ measures: [{ id: 'measure-1', title: value }] }, wsoaView))
    .split('\n')
    .slice(1)
    .join('\n')

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '-', '\uff1d1'])(
  'the text %j is no formula for a spreadsheet',
  (text) => {
    expect(cell(text)).toMatch(/,"?'/)
  },
)

test('what identifies a row is no formula either', () => {
  const measures = [{ id: '=1+1', title: 'Waits' }]
  expect(csvText({}, figureRows({ measures }, wsoaView))).toContain("measures,'=1+1,title,Waits\n")
})

test.each(['-1.5', '0', '12.25', '-3'])('the number %s stays a number', (text) => {
  expect(cell(text)).toBe(`measures,measure-1,title,${text}\n`)
})

test('commas, quotes and line ends are quoted', () => {
  expect(cell('a "b", c\nd')).toBe('measures,measure-1,title,"a ""b"", c\nd"\n')
})

test('a figure that there is not is an empty cell', () => {
  expect(cell(null)).toBe('measures,measure-1,title,\n')
})
