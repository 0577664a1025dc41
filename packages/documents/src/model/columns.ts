/**
 * Columns that several tables have.
 */

import { type Cell, day, type Raw } from './cell.js'
import type { Tabulated } from './table.js'

/** The date that a row is as at. */
export const asAtColumn: Tabulated<{ readonly asAt: string }, never> = {
  name: 'asAt',
  heading: 'As at',
  kind: 'date',
  description: 'The date that is looked at.',
  of: ({ asAt }) => day(asAt),
}

/** A column of counts. */
export const countColumn = <Row>(
  name: string,
  heading: string,
  description: string,
  of: (row: Row) => Cell<Raw>,
): Tabulated<Row, Raw> => ({ name, heading, kind: 'integer', description, of })

/** A column of full-time equivalents. */
export const fteColumn = <Row>(
  name: string,
  heading: string,
  description: string,
  of: (row: Row) => Cell<Raw>,
): Tabulated<Row, Raw> => ({ name, heading, kind: 'decimal', unit: 'FTE', description, of })
