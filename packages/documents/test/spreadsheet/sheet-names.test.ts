import { quoted, sheetNames } from '../../src/spreadsheet/sheet-names.js'

test('no sign that a spreadsheet program refuses', () => {
  expect(sheetNames(['a[b]:c*d?e/f\\g', "'quoted'", '', '\u0000'])).toEqual([
    'a b  c d e f g',
    'quoted',
    'Sheet',
    'Sheet 2',
  ])
})

test('at most 31 characters, none cut in two', () => {
  const names = sheetNames(['x'.repeat(40), 'X'.repeat(40), `${'y'.repeat(30)}\u{1f469}`])
  expect(names).toEqual(['x'.repeat(31), `${'X'.repeat(29)} 2`, 'y'.repeat(30)])
})

test('none twice, whether in capitals or not, and none that the workbook has of its own', () => {
  expect(sheetNames(['Open', 'open', 'NOTES', 'History'])).toEqual([
    'Open',
    'open 2',
    'NOTES 2',
    'History 2',
  ])
})

test('a name in a reference is quoted', () => {
  expect(quoted("It's open")).toBe("'It''s open'")
})
