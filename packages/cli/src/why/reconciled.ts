/**
 * Two answers to one question, figure by figure: what each was, what it is, and every cause of the
 * difference with its record. Old and all changes together are new; a rest is an error.
 */
import {
  type Cause,
  explain,
  type Instant,
  type Ledger,
  type LedgerRecord,
  shown,
} from '@send-ledger/core'
import {
  type CauseKind,
  causeKindOf,
  changedSums,
  type NamedFigure,
  nameOfFigure,
} from '@send-ledger/core/figures'
import type { Unit } from '@send-ledger/core/projection'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import type { Printable } from '../view/asked.js'
import { type NamedRecord, named } from './records.js'

/** A cause with its record; a change of rule or option has none. */
export interface NamedCause {
  readonly kind: CauseKind
  readonly subject: string
  readonly change: number
  readonly record: NamedRecord | null
}

/** A sum that changed. */
export interface ReconciledSum {
  readonly name: string
  /** Of all its numbers. */
  readonly unit: Unit
  readonly was: number
  readonly is: number
  readonly causes: readonly NamedCause[]
}

/** A figure that changed, or in which changes cancel out. */
export interface ReconciledFigure {
  readonly figure: string
  readonly was: unknown
  readonly is: unknown
  readonly sums: readonly ReconciledSum[]
}

/** Every figure of two answers in which something changed. */
export const reconciled = async (
  ledger: Ledger,
  was: Printable,
  is: Printable,
): Promise<Outcome<readonly ReconciledFigure[]>> => {
  const before = new Map(was.figures().map((row) => [nameOfFigure(row), row]))
  const after = new Map(is.figures().map((row) => [nameOfFigure(row), row]))
  const figures: ReconciledFigure[] = []
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)]
    const changed = changedSums(
      { known: was.known, figure: old?.value },
      { known: is.known, figure: now?.value },
    )
    if (changed.length === 0) continue
    const sums: ReconciledSum[] = []
    for (const each of changed) {
      const causes = await namedCauses(ledger, each.causes, was.basis.knownAt)
      if (E.isLeft(causes)) return causes
      sums.push({ ...each, causes: causes.right })
    }
    const told = (row: NamedFigure | undefined): unknown => (row ? shown(row.value) : null)
    figures.push({ figure: name, was: told(old), is: told(now), sums })
  }
  return E.right(figures)
}

/** Causes with the records that they lead to. */
export const namedCauses = async (
  ledger: Ledger,
  causes: readonly Cause[],
  wasKnownAt: Instant | null,
): Promise<Outcome<readonly NamedCause[]>> => {
  const listed: NamedCause[] = []
  for (const { subject, change, position } of causes) {
    if (position === undefined) {
      listed.push({ kind: 'ruleOrOptionChanged', subject, change, record: null })
      continue
    }
    const page = await ledger.readAll({ from: position, limit: 1 })()
    if (E.isLeft(page)) return notDone(explain(page.left))
    const record = page.right[0] as LedgerRecord
    listed.push({ kind: causeKindOf(record, wasKnownAt), subject, change, record: named(record) })
  }
  return E.right(listed)
}
