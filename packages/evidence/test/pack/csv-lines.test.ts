import { csvLine } from '../../src/pack/csv-lines.js'

test.each([
  ['=1+1 / EP', "'=1+1 / EP"],
  ['+1 / EP', "'+1 / EP"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['\uff1d1', "'\uff1d1"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
])('the text %j is no formula for a spreadsheet', (text, written) => {
  expect(csvLine(['teams', text, 3])).toBe(`teams,${written},3\n`)
})

test('numbers stay numbers, and other texts stay as they are', () => {
  expect(csvLine([-3, '-1.5', '12', 'SEN / EP', '0 4 17', ''])).toBe(
    '-3,-1.5,12,SEN / EP,0 4 17,\n',
  )
})
