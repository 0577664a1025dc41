/**
 * Columns that the tables of records have.
 */

import { type Cell, day, type Tabulated, words } from '@send-ledger/documents'

/** A column of words. */
export const textColumn = <Row>(
  name: string,
  heading: string,
  description: string,
  of: (row: Row) => string,
): Tabulated<Row, never> => ({
  name,
  heading,
  kind: 'text',
  description,
  of: (row): Cell<never> => words(of(row)),
})

/** A column of dates; `[z]` where there is none. */
export const dateColumn = <Row>(
  name: string,
  heading: string,
  description: string,
  of: (row: Row) => string | null,
): Tabulated<Row, never> => ({
  name,
  heading,
  kind: 'date',
  description,
  of: (row): Cell<never> => day(of(row)),
})
