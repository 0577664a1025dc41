/**
 * What a view says, as tables for a terminal: the tables of its document, and nothing else.
 */
import {
  type Column,
  type Cell as DocumentCell,
  type Section as DocumentSection,
  decimalsByColumn,
  fullHeading,
  inWords,
  isFigureKind,
  type Raw,
  sentenceText,
  type Table,
} from '@send-ledger/documents'
import { type Section, section } from './section.js'

/** The tables of sections, one after the other. */
export const documentSections = (sections: readonly DocumentSection<Raw>[]): readonly Section[] =>
  sections.flatMap(({ topic, paragraphs, tables }) =>
    tables.map((table, i) => ({
      ...tableSection(table, topic),
      ...(i === 0 ? { says: paragraphs.map((sentence) => sentenceText(tables, sentence)) } : {}),
    })),
  )

const tableSection = (table: Table<Raw>, topic: string): Section => {
  const { caption, columns, rows } = table
  const decimals = decimalsByColumn(table)
  const figures = columns.findIndex(({ kind }) => isFigureKind(kind))
  return section(
    topic === caption ? caption : `${topic}: ${caption}`,
    columns.map(headingLines),
    rows.map((row) => row.map((cell, i) => text(cell, decimals[i]))),
    figures < 0 ? columns.length : figures,
  )
}

/** A figure that there is not is `x`, the symbol of the Department for Education. */
const text = (cell: DocumentCell, decimals: number | undefined): string =>
  cell._tag === 'NoFigure' ? 'x' : cell._tag === 'NotApplicable' ? '' : inWords(cell, decimals)

/** How many letters of a heading stand in one line. */
const headingWidth = 14

const headingLines = (column: Column): string => {
  const lines: string[] = []
  for (const word of fullHeading(column).split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > headingWidth) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}
