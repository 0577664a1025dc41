/**
 * Two answers to one question, figure by figure: what each was, what it is, and every cause of the
 * difference with its record. Old and all changes together are new; a rest is an error.
 */
import {
  bridge,
  type Cause,
  endOfDay,
  explain,
  type Instant,
  type Ledger,
  type LedgerRecord,
  type Sum,
  shown,
} from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import type { Printable } from '../view/asked.js'
import { knowingRows } from '../view/figure-rows.js'
import { type NamedFigure, nameOfFigure, sumsOf } from './figure-named.js'
import { type NamedRecord, named } from './records.js'

/** Why a figure is another: by a record, or because the question is another. */
export type CauseKind =
  | 'recordedLate'
  | 'recordedSince'
  | 'corrected'
  | 'retracted'
  | 'ruleOrOptionChanged'

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

const none: Sum = { _tag: 'Sum', value: 0, reads: [] }

/** Every figure of two answers in which something changed. */
export const reconciled = async (
  ledger: Ledger,
  was: Printable,
  is: Printable,
): Promise<Outcome<readonly ReconciledFigure[]>> => {
  const before = new Map(knowingRows(was.answer).map((row) => [nameOfFigure(row), row]))
  const after = new Map(knowingRows(is.answer).map((row) => [nameOfFigure(row), row]))
  const figures: ReconciledFigure[] = []
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(name), after.get(name)]
    const bridged = bridgedSums({ known: was.known, row: old }, { known: is.known, row: now })
    if (bridged.length === 0) continue
    const sums: ReconciledSum[] = []
    for (const each of bridged) {
      const causes = await namedCauses(ledger, each.causes, was.basis.knownAt)
      if (E.isLeft(causes)) return causes
      sums.push({ ...each, causes: causes.right })
    }
    const told = (row: NamedFigure | undefined): unknown => (row ? shown(row.value) : null)
    figures.push({ figure: name, was: told(old), is: told(now), sums })
  }
  return E.right(figures)
}

/** One of two answers' figures, where it has it. */
export interface Side {
  readonly known: Printable['known']
  readonly row: NamedFigure | undefined
}

/** A sum that changed, with its causes by position. */
export interface Bridged extends Omit<ReconciledSum, 'causes'> {
  readonly causes: readonly Cause[]
}

/** The sums of a figure that changed between two answers. */
export const bridgedSums = (was: Side, is: Side): readonly Bridged[] => {
  const before: Readonly<Record<string, Sum>> = was.row ? sumsOf(was.row.value) : {}
  const after: Readonly<Record<string, Sum>> = is.row ? sumsOf(is.row.value) : {}
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [old, now] = [before[name] ?? none, after[name] ?? none]
    const causes = bridge({ known: was.known, figure: old }, { known: is.known, figure: now })
    return causes.length === 0 ? [] : [{ name, was: old.value, is: now.value, causes }]
  })
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
    listed.push({ kind: kindOf(record, wasKnownAt), subject, change, record: named(record) })
  }
  return E.right(listed)
}

/** What happened by the earlier answer and was recorded after it is late; the rest came since. */
const kindOf = ({ type, effectiveOn }: LedgerRecord, wasKnownAt: Instant | null): CauseKind => {
  if (type === 'EventCorrected') return 'corrected'
  if (type === 'EventRetracted') return 'retracted'
  return wasKnownAt !== null && endOfDay(effectiveOn) <= wasKnownAt
    ? 'recordedLate'
    : 'recordedSince'
}
