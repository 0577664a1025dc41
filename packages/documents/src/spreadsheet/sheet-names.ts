/**
 * Names of sheets that every spreadsheet program takes.
 */
import { plainText } from '../model/plain-text.js'

/** Names that a workbook has of its own; Excel keeps "History" for itself. */
const taken = ['cover', 'contents', 'columns', 'notes', 'history']

/**
 * Names for sheets, in order: at most 31 characters, none of `[]:*?/\`, no quotation mark at an
 * end, none twice, whether in capitals or not.
 */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const names: string[] = []
  const isTaken = (name: string): boolean => [...taken, ...names.map(folded)].includes(folded(name))
  for (const want of wanted) {
    const base = fit(want)
    let name = base
    for (let n = 2; isTaken(name); n++) name = `${start(base, 31 - ` ${n}`.length)} ${n}`
    names.push(name)
  }
  return names
}

/** The name of a sheet as a reference writes it: `'It''s open'`. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

const fit = (text: string): string => {
  const plain = plainText(text).replaceAll(/[[\]:*?/\\]/g, ' ')
  const name = start(plain.trim(), 31)
    .replaceAll(/^'+|'+$/g, '')
    .trim()
  return name === '' ? 'Sheet' : name
}

/** The first code units of a text, no character cut in two. */
const start = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

const folded = (name: string): string => name.toLowerCase()
