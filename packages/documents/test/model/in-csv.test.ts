import { raw, words } from '../../src/model/cell.js'
import { tablesOf } from '../../src/model/document.js'
import { csvText } from '../../src/model/in-csv.js'
import { publicSample, sample } from './sample.js'

const [months, teams] = tablesOf(sample)

test('names head the columns, figures are bare, what is missing is marked', () => {
  expect(csvText(months!)).toBe(
    'month,issued,inTime,percent,rolling\n' +
      '2021-05,1234,0,0.0,[z]\n' +
      '2021-06,0,0,[x],7.5\n' +
      '2021-07,35,7,20.0,37.1\n',
  )
})

test('what is hidden in a report for the public is hidden in its CSV', () => {
  expect(csvText(tablesOf(publicSample)[0]!).split('\n').slice(2, 4)).toEqual([
    '2021-06,0,0,[x],[c]',
    '2021-07,35,[c],20.0,37.1',
  ])
})

test('words that a spreadsheet takes for a formula are made harmless, a negative figure is not', () => {
  expect(csvText(teams!)).toBe(
    'team,role,posts,inPost,since,full\n' +
      '"\'=HYPERLINK(""http://example.org"",""open"")",' +
      '"</td><script>alert(1)</script> & ""x""",18,10.55,2021-07-31,false\n' +
      '"bell and null and \ufffdhalf, turned",_x0041_ is not A,-0.5,0,[z],true\n',
  )
})

const column = { heading: 'What', description: 'What it is.' } as const

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'=1"],
  ['\r=1', "'=1"],
  ['\uff0b1', "'\uff0b1"],
  ['-1.5', '-1.5'],
])('the words %j are no formula for a spreadsheet', (text, written) => {
  const columns = [
    { ...column, name: 'what', kind: 'text' as const },
    { ...column, name: 'change', kind: 'decimal' as const },
  ]
  const rows = [[words(text), raw('-0.5')]]
  expect(csvText({ id: 'some', caption: 'Some', columns, rows })).toBe(
    `what,change\n${written},-0.5\n`,
  )
})
