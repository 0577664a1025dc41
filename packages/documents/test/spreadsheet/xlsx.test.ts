import { isFigure } from '../../src/model/cell.js'
import { tablesOf } from '../../src/model/document.js'
import { inWords } from '../../src/model/in-words.js'
import { xlsx } from '../../src/spreadsheet/xlsx/xlsx.js'
import { held, hostile, publicSample, sample } from '../model/sample.js'
import { all, attribute, filesIn, parsed } from './opened.js'

const files = filesIn(xlsx(held(sample)))
const part = (name: string): Document => parsed(files.get(name) ?? '')
const strings = all(part('xl/sharedStrings.xml'), 'si').map(({ textContent }) => textContent)
const names = all(part('xl/workbook.xml'), 'sheet').map((sheet) => attribute(sheet, 'name'))

interface Shown {
  readonly place: string
  readonly value: string
  readonly isText: boolean
}

/** The rows of cells of a sheet, counted from 1. */
const rowsOf = (sheet: number): readonly (readonly Shown[])[] =>
  all(part(`xl/worksheets/sheet${sheet}.xml`), 'row').map((row) =>
    all(row, 'c').map((cell) => {
      const value = all(cell, 'v')[0]?.textContent ?? ''
      const isText = attribute(cell, 't') === 's'
      return {
        place: attribute(cell, 'r'),
        value: isText ? (strings[Number(value)] ?? '') : value,
        isText,
      }
    }),
  )

test('every part is well-formed XML, and each is named in the content types', () => {
  const types = part('[Content_Types].xml')
  const named = all(types, 'Override').map((each) => attribute(each, 'PartName'))
  for (const [name, text] of files) {
    parsed(text)
    if (name.endsWith('.rels') || name === '[Content_Types].xml') continue
    expect(named).toContain(`/${name}`)
  }
  expect(named).toHaveLength(new Set(named).size)
})

test('every relation leads to a part', () => {
  for (const [name, text] of files) {
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]+$/, '')
    for (const relation of all(parsed(text), 'Relationship')) {
      const target = new URL(attribute(relation, 'Target'), `file:///${folder}`).pathname.slice(1)
      expect([...files.keys()]).toContain(target)
    }
  }
})

test('there is a cover, the contents, one table a sheet, the columns and the notes', () => {
  expect(names).toEqual(['Cover', 'Contents', 'Months', 'Teams on the date', 'Columns', 'Notes'])
})

test('the sheets have the values of the tables: numbers as numbers, the rest as text', () => {
  for (const [i, table] of tablesOf(sample).entries()) {
    const rows = rowsOf(i + 3)
    expect(rows).toHaveLength(3 + table.rows.length)
    for (const [y, row] of table.rows.entries()) {
      for (const [x, cell] of row.entries()) {
        const shown = rows[y + 3]?.[x]
        if (isFigure(cell)) expect(shown).toMatchObject({ value: cell.value, isText: false })
        else if (cell._tag === 'Day') expect(shown).toMatchObject({ value: '44408', isText: false })
        else if (cell._tag === 'Words' && cell.text === hostile.excelEscape) {
          expect(shown?.value).toBe('_x005F_x0041_ is not A')
        } else expect(shown).toMatchObject({ value: inWords(cell), isText: true })
      }
    }
  }
})

test('a table starts in A1 with its title, then a line on shorthand and notes, then headings', () => {
  expect(rowsOf(3).slice(0, 3)).toEqual([
    [{ place: 'A1', value: 'Plans by month [note 1]', isText: true }],
    [
      {
        place: 'A2',
        value:
          'This worksheet contains one table. ' +
          '[x] means not available: there is nothing to count or to divide by. ' +
          '[z] means not applicable. Notes are in the worksheet "Notes".',
        isText: true,
      },
    ],
    ['Month', 'Issued (plans) [note 1] [note 2]', 'In time', 'In time (per cent)']
      .map((value, i) => ({ place: `${'ABCD'[i]}3`, value, isText: true }))
      .concat([{ place: 'E3', value: '12 months: in time (per cent)', isText: true }]),
  ])
})

test('the mark of a table covers its headings and rows, and says its headings', () => {
  for (let sheet = 2; sheet <= names.length; sheet++) {
    const table = part(`xl/tables/table${sheet}.xml`).documentElement
    const rows = rowsOf(sheet)
    const headings = rows[2] ?? []
    const last = headings.at(-1)?.place.replace(/\d+$/, '')
    expect(attribute(table, 'ref')).toBe(`A3:${last}${rows.length}`)
    expect(all(table, 'tableColumn').map((column) => attribute(column, 'name'))).toEqual(
      headings.map(({ value }) => value),
    )
    expect(attribute(table, 'displayName')).toMatch(/^[a-z_][a-z0-9_]{4,}$/)
  }
})

test('no cell of a table is blank or merged, and none is a formula', () => {
  for (let sheet = 1; sheet <= names.length; sheet++) {
    const rows = rowsOf(sheet)
    const [, , headings = []] = rows
    const xml = files.get(`xl/worksheets/sheet${sheet}.xml`) ?? ''
    expect(xml).not.toMatch(/<f[ >]|mergeCell|pane/)
    expect(rows.flat().filter(({ value }) => value === '')).toEqual([])
    if (sheet > 1)
      expect(rows.slice(2).map((row) => row.length)).toEqual(
        rows.slice(2).map(() => headings.length),
      )
  }
})

test('the contents link to every sheet with data', () => {
  const links = all(part('xl/worksheets/sheet2.xml'), 'hyperlink')
  expect(links.map((link) => attribute(link, 'location'))).toEqual([
    "'Months'!A1",
    "'Teams on the date'!A1",
    "'Columns'!A1",
    "'Notes'!A1",
  ])
})

test('what is hidden stands nowhere in the file for the public', () => {
  const hidden = filesIn(xlsx(held(publicSample)))
  const rows = all(parsed(hidden.get('xl/worksheets/sheet3.xml') ?? ''), 'v')
  expect(rows.map(({ textContent }) => textContent)).not.toContain('7')
  expect(hidden.get('xl/sharedStrings.xml')).toContain('[c] means hidden')
})
