import { linesOfRows, widthsOf } from '../../src/spreadsheet/widths.js'
import { sheetsOf } from '../../src/spreadsheet/workbook.js'
import { held, sample } from '../model/sample.js'

test('no word of a heading and no figure is wider than its column, and none is wider than 60', () => {
  for (const sheet of sheetsOf(held(sample)).filter(({ table }) => table !== undefined)) {
    const widths = widthsOf(sheet)
    sheet.table?.headings.forEach((heading, i) => {
      const longest = Math.max(...heading.split(' ').map((word) => word.length))
      expect(widths[i]).toBeGreaterThan(longest)
      expect(widths[i]).toBeLessThanOrEqual(60)
    })
  }
})

test('a row is as high as its longest text needs', () => {
  const [cover] = sheetsOf(held(sample))
  expect(linesOfRows(cover!)).toEqual([])
  const text = 'word '.repeat(30).trim()
  const table = {
    name: 'long',
    headings: ['Text'],
    kinds: ['text'],
    decimals: [0],
    rows: [[{ _tag: 'Words', text }], [{ _tag: 'Words', text: 'word' }]],
  } as const
  expect(linesOfRows({ name: 'Long', lines: [], table })).toEqual([1, 3, 1])
})
