/**
 * What a rule of a life cycle is: it looks at the whole path of a subject, its records in order of
 * effective date, and names the first record that breaks it.
 */
import type { LedgerRecord } from './record.js'

/** The records of a subject in order of effective date. */
export type Path = readonly LedgerRecord[]

/** A record that breaks a rule, and the one it is in conflict with, where there is one. */
export interface Break {
  readonly record: LedgerRecord
  readonly against?: LedgerRecord | undefined
}

/** One rule of a life cycle. */
export interface PathRule {
  readonly name: string
  /** The rule in words. */
  readonly because: string
  /** The version of the software that first asked for it, where earlier ones did not. */
  readonly since?: string
  readonly broken: (path: Path) => Break | undefined
}
