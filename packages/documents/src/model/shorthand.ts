/**
 * What the shorthand in a table means, said above the table.
 */
import { shorthandOf } from './cell.js'
import type { Table } from './table.js'

/** Source: Government Analysis Function, using symbols and shorthand in tables. */
export const shorthandMeanings = {
  '[c]': '[c] means hidden, so that nobody can be recognised.',
  '[x]': '[x] means not available: there is nothing to count or to divide by.',
  '[z]': '[z] means not applicable.',
} as const

/** What the shorthand that a table uses means; none where it uses none. */
export const meaningsIn = (table: Table): readonly string[] => {
  const used = new Set(table.rows.flat().map(shorthandOf))
  return Object.entries(shorthandMeanings).flatMap(([mark, meaning]) =>
    used.has(mark as keyof typeof shorthandMeanings) ? [meaning] : [],
  )
}

/** One line: the shorthand that this table uses, and where notes are. */
export const shorthandLine = (table: Table): string => {
  const meanings = meaningsIn(table)
  const hasNotes =
    (table.notes ?? []).length > 0 || table.columns.some(({ notes = [] }) => notes.length > 0)
  const notes = hasNotes ? ['Notes are in the worksheet "Notes".'] : []
  return [...(meanings.length === 0 ? ['No shorthand is used.'] : meanings), ...notes].join(' ')
}
