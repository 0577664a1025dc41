/**
 * The spreadsheets of the Walsall example in LibreOffice: both open, both can be saved in the
 * other's format, and every cell of every table is then what the CSV table says.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { csvRows } from './csv-rows.mjs'
import { newFolder, write } from './folder.mjs'
import { converted, everySheetAsCsv, parsed, readBack, savedAs } from './office.mjs'
import { walsallReport } from './walsall.mjs'

const folder = newFolder()
const textOf = (path) => readFileSync(join(folder, path), 'utf8')
let tables

before(async () => {
  write(folder, (await walsallReport()).files)
  tables = JSON.parse(textOf('datapackage.json')).resources.map(tableOf)
})

/** A table as its CSV file and its data package give it, in the form of cells of a sheet. */
const tableOf = ({ name, path, title, schema: { fields } }) => {
  const [headings, ...rows] = csvRows(textOf(path))
  assert.deepEqual(
    headings,
    fields.map((field) => field.name),
  )
  return {
    caption: title,
    tableName: `table_${name.replaceAll('-', '_')}`,
    headings: fields.map((field) => field.title),
    rows: rows.map((row) => row.map((text, i) => expected(text, fields[i].type))),
  }
}

const inWords = (date, options) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
    ...options,
  }).format(new Date(date))

/** What a cell must be, from its text in the CSV file: a number, a date or words. */
const expected = (text, type) => {
  if (/^\[[xzc]\]$/.test(text)) return { words: text }
  switch (type) {
    case 'integer':
    case 'number':
      return { number: Number(text) }
    case 'date':
      return { date: text, words: inWords(text, { day: 'numeric' }) }
    case 'yearmonth':
      return { words: inWords(`${text}-01`) }
    case 'boolean':
      return { words: text === 'true' ? 'Yes' : 'No' }
    default:
      // The mark that keeps words from being taken for a formula is for CSV alone.
      return { words: text.replace(/^'(?=[=+\-@])/, '') }
  }
}

/** What a cell is. */
const typed = ({ type, value, shown }) => {
  if (type === 'float' || type === 'percentage') return { number: Number(value) }
  if (type === 'date') return { date: value, words: shown }
  return { words: shown }
}

/** What a cell shows, from its text in a CSV file made by LibreOffice. */
const shownAs = (text, { number }) =>
  number === undefined ? { words: text } : { number: Number(text.replaceAll(',', '')) }

const onlyShown = ({ date, ...rest }) => rest

/** The rows of the table in a sheet: under its title, one line, and its headings. */
const tableIn = (cells) => ({ headings: cells[2] ?? [], rows: cells.slice(3) })

/** The name of the sheet of each table, from the contents of the workbook. */
const sheetNames = (contents) => {
  const rows = tableIn(contents).rows.map((row) => row.map(({ shown }) => shown))
  return new Map(rows.map(([name, caption]) => [caption, name]))
}

/** Asserts that a workbook holds every table as its CSV file has it. */
const assertSame = ({ sheets, tables: marked }) => {
  const names = sheetNames(sheets.get('Contents'))
  for (const { caption, headings, rows, tableName } of tables) {
    const found = tableIn(sheets.get(names.get(caption)) ?? [])
    assert.deepEqual(
      found.headings.map(({ shown }) => shown.replaceAll(/ \[note \d+\]/g, '')),
      headings,
    )
    assert.deepEqual(
      found.rows.map((row) => row.map(typed)),
      rows,
      caption,
    )
    assert.ok(marked.includes(tableName), tableName)
  }
}

test('the report has tables with cells of each kind', () => {
  const kinds = tables.flatMap(({ rows }) => rows.flat().flatMap(Object.keys))
  assert.ok(tables.length > 10)
  assert.deepEqual([...new Set(kinds)].sort(), ['date', 'number', 'words'])
})

for (const [format, other] of [
  ['ods', 'xlsx'],
  ['xlsx', 'ods'],
]) {
  describe(`report.${format}`, () => {
    const file = join(folder, `report.${format}`)

    test('LibreOffice reads every table as its CSV file has it', () => {
      assertSame(readBack(file))
    })

    test(`and still after saving it as ${other}`, () => {
      assertSame(readBack(savedAs(file, other)))
    })

    test('each sheet becomes a CSV file that shows the same', () => {
      const made = converted(file, everySheetAsCsv)
      const csv = (sheet) => csvRows(readFileSync(join(made, `report-${sheet}.csv`), 'utf8'))
      const cells = csv('Contents').map((row) => row.map((shown) => ({ shown })))
      const names = sheetNames(cells)
      assert.ok(readdirSync(made).length >= tables.length + 3)
      for (const { caption, rows } of tables) {
        const shown = csv(names.get(caption)).slice(3)
        assert.deepEqual(
          shown.map((row, y) => row.map((text, x) => shownAs(text, rows[y][x]))),
          rows.map((row) => row.map(onlyShown)),
          caption,
        )
      }
    })
  })
}

test('one figure that differs is found', () => {
  const text = readFileSync(savedAs(join(folder, 'report.ods'), 'fods'), 'utf8')
  assertSame(parsed(text))
  assert.throws(() => assertSame(parsed(text.replace('office:value="346"', 'office:value="347"'))))
})

test('a file that is cut off is not read', () => {
  const cut = join(newFolder(), 'report.xlsx')
  writeFileSync(cut, readFileSync(join(folder, 'report.xlsx')).subarray(0, 9_000))
  assert.throws(() => readBack(cut))
})
