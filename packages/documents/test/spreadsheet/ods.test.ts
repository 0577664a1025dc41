import { isFigure } from '../../src/model/cell.js'
import { tablesOf } from '../../src/model/document.js'
import { inWords } from '../../src/model/in-words.js'
import { decimalsByColumn } from '../../src/model/table.js'
import { ods } from '../../src/spreadsheet/ods/ods.js'
import { held, sample } from '../model/sample.js'
import { all, attribute, filesIn, parsed } from './opened.js'

const bytes = ods(held(sample))
const files = filesIn(bytes)
const content = parsed(files.get('content.xml') ?? '')
const sheets = all(content, 'table:table')

const rowsOf = (sheet: Element | undefined): readonly (readonly Element[])[] =>
  all(sheet!, 'table:table-row').map((row) => all(row, 'table:table-cell'))

test('the type of the file stands first and is not compressed', () => {
  expect([...files.keys()]).toEqual([
    'mimetype',
    'META-INF/manifest.xml',
    'content.xml',
    'meta.xml',
    'styles.xml',
  ])
  const text = 'application/vnd.oasis.opendocument.spreadsheet'
  expect(Buffer.from(bytes.slice(30, 38 + text.length)).toString()).toBe(`mimetype${text}`)
})

test('every part is well-formed XML and stands in the manifest', () => {
  const manifest = parsed(files.get('META-INF/manifest.xml') ?? '')
  const listed = all(manifest, 'manifest:file-entry').map((entry) =>
    attribute(entry, 'manifest:full-path'),
  )
  expect(listed).toEqual(['/', 'content.xml', 'meta.xml', 'styles.xml'])
  for (const name of listed.slice(1)) parsed(files.get(name) ?? '')
})

test('the sheets have the values of the tables: numbers, dates and text as what they are', () => {
  expect(sheets.map((sheet) => attribute(sheet, 'table:name'))).toEqual([
    'Cover',
    'Contents',
    'Months',
    'Teams on the date',
    'Columns',
    'Notes',
  ])
  for (const [i, table] of tablesOf(sample).entries()) {
    const rows = rowsOf(sheets[i + 2])
    const decimals = decimalsByColumn(table)
    expect(rows).toHaveLength(3 + table.rows.length)
    for (const [y, row] of table.rows.entries()) {
      for (const [x, cell] of row.entries()) {
        const shown = rows[y + 3]?.[x]
        expect(shown?.textContent).toBe(inWords(cell, decimals[x]))
        expect(attribute(shown, 'office:value')).toBe(isFigure(cell) ? cell.value : '')
        expect(attribute(shown, 'office:date-value')).toBe(cell._tag === 'Day' ? cell.on : '')
        expect(attribute(shown, 'office:value-type')).toBe(
          isFigure(cell) ? 'float' : cell._tag === 'Day' ? 'date' : 'string',
        )
      }
    }
  }
})

test('a table is a named range from its headings to its last row', () => {
  const ranges = all(content, 'table:database-range')
  expect(
    ranges.map((range) => [
      attribute(range, 'table:name'),
      attribute(range, 'table:target-range-address'),
    ]),
  ).toEqual([
    ['contents', "'Contents'.A3:'Contents'.B7"],
    ['table_months', "'Months'.A3:'Months'.E6"],
    ['table_teams_on_the_date', "'Teams on the date'.A3:'Teams on the date'.F5"],
    ['columns', "'Columns'.A3:'Columns'.D14"],
    ['notes', "'Notes'.A3:'Notes'.C5"],
  ])
})

test('one row of headings, no cell blank or merged, no formula', () => {
  expect(files.get('content.xml')).not.toMatch(/table:formula|spanned|repeated/)
  for (const sheet of sheets.slice(1)) {
    expect(all(sheet, 'table:table-header-rows')).toHaveLength(1)
    const rows = rowsOf(sheet)
    expect(new Set(rows.slice(2).map((row) => row.length)).size).toBe(1)
    expect(rows.flat().filter((cell) => cell.textContent === '')).toEqual([])
  }
})

test('every look that a cell, a row or a column has is there', () => {
  const known = new Set(all(content, 'style:style').map((style) => attribute(style, 'style:name')))
  const used = [...content.getElementsByTagName('*')].map((each) =>
    attribute(each, 'table:style-name'),
  )
  expect([...new Set(used)].filter((name) => name !== '' && !known.has(name))).toEqual([])
})
