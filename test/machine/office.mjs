/**
 * LibreOffice, without a window: what it makes of a spreadsheet.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JSDOM } from 'jsdom'
import { newFolder } from './folder.mjs'
import { ran } from './ran.mjs'

/** Its settings: a new set, so that nothing that somebody chose plays a part. */
const settings = `-env:UserInstallation=${pathToFileURL(newFolder()).href}`

/** The folder with what a file was converted to. Errors: throws where nothing was made. */
export const converted = (file, format) => {
  const folder = newFolder()
  const { code, out, err } = ran('soffice', [
    settings,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    file,
  ])
  // It ends with 0 also where it could not read the file.
  if (code !== 0 || /error/i.test(out + err)) throw new Error(`${code} ${out}${err}`)
  return folder
}

/** A file in another spreadsheet format. */
export const savedAs = (file, format) => {
  const name = basename(file).replace(/\.\w+$/, `.${format}`)
  const made = join(converted(file, format), name)
  if (!existsSync(made)) throw new Error(`no ${name} was made`)
  return made
}

/** Every sheet as a CSV file of its own, as it is shown: UTF-8, words in quotation marks. */
export const everySheetAsCsv =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1'

/** A spreadsheet as LibreOffice reads it: cells of each sheet by its name, names of the tables. */
export const readBack = (file) => parsed(readFileSync(savedAs(file, 'fods'), 'utf8'))

/** The same from the text of a flat OpenDocument file. */
export const parsed = (text) => {
  const { document } = new JSDOM(text, { contentType: 'text/xml' }).window
  const all = (element, name) => [...element.getElementsByTagNameNS('*', name)]
  return {
    sheets: new Map(
      all(document, 'table').map((table) => [
        attribute(table, 'name'),
        all(table, 'table-row')
          .flatMap((row) => repeated(row, 'rows', cellsOf(row, all)))
          .filter((cells) => cells.length > 0),
      ]),
    ),
    tables: all(document, 'database-range').map((range) => attribute(range, 'name')),
  }
}

const cellsOf = (row, all) => {
  const cells = all(row, 'table-cell').flatMap((cell) =>
    repeated(cell, 'columns', {
      type: attribute(cell, 'value-type'),
      value: attribute(cell, 'date-value') ?? attribute(cell, 'value'),
      shown: all(cell, 'p')
        .map(({ textContent }) => textContent)
        .join('\n'),
    }),
  )
  // The rest of a row, to the edge of the sheet, is empty.
  const last = cells.findLastIndex(({ type }) => type !== undefined)
  return cells.slice(0, last + 1)
}

/** An element that stands for several; to the edge of the sheet only its first counts. */
const repeated = (element, what, made) => {
  const times = Number(attribute(element, `number-${what}-repeated`) ?? 1)
  return Array.from({ length: times > 1_000 ? 1 : times }, () => made)
}

const attribute = (element, name) =>
  [...element.attributes].find(({ localName }) => localName === name)?.value
