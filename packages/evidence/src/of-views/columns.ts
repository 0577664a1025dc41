/**
 * Columns that several tables have.
 */

import type { Tabulated } from '@send-ledger/documents'
import { type Cell, day, type NoFigure, type Raw, raw, words } from '@send-ledger/documents'

/** The date that a row is as at. */
export const asAtColumn: Tabulated<{ readonly asAt: string }, never> = {
  name: 'asAt',
  heading: 'As at',
  kind: 'date',
  description: 'The date that is looked at.',
  of: ({ asAt }) => day(asAt),
}

/** The team and the role that a row is of. */
export const teamAndRoleColumns: readonly Tabulated<
  { readonly team: string; readonly role: string },
  never
>[] = [
  {
    name: 'team',
    heading: 'Team',
    kind: 'text',
    description: 'The team.',
    of: ({ team }) => words(team),
  },
  {
    name: 'role',
    heading: 'Role',
    kind: 'text',
    description: 'The role in the team.',
    of: ({ role }) => words(role),
  },
]

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

/** A figure of a view that was worked out from others; `[x]` where there is none. */
export const figure = (value: string | number | boolean | null): Raw | NoFigure =>
  raw(typeof value === 'boolean' ? null : value)
