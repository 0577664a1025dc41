/**
 * What a command prints: lines for people, or a text for a program.
 */
import { canonicalJson } from '@send-ledger/core/records'

/** A part of a line, as it is or in bold. */
export type Piece = string | { readonly bold: string }

/** One line, without its end: no value in it can begin another. */
export type Line = Piece | readonly Piece[]

/** A text for a program, whose every byte counts. */
export interface Exact {
  readonly exact: string
}

/** What can be printed. There is no way to print a text that may hold ends of lines to people. */
export type Printed = readonly Line[] | Exact

/** A value in canonical JSON, on a line of its own. Source: RFC 8785. */
export const inJsonLine = (value: unknown): Exact => ({ exact: `${canonicalJson(value)}\n` })
