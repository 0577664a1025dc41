/**
 * A figure of two answers to one question: its sums that changed, with every cause; and what kind
 * of cause a record is.
 */

import { type Figure, partsOfFigure } from '../engine/figure.js'
import type { KnownPoints } from '../engine/known.js'
import { nothing } from '../engine/sum.js'
import type { Unit } from '../engine/unit.js'
import type { LedgerRecord } from '../events/record.js'
import { endOfDay, type Instant } from '../time/instant.js'
import { bridge, type Cause } from './lineage.js'

/** A figure of an answer, where the answer has it. */
export interface FigureKnown {
  readonly known: KnownPoints
  readonly figure: Figure | undefined
}

/** A sum that changed, or in which changes cancel out. */
export interface ChangedSum {
  /** `figure`, or the name of the part that a derived figure is worked out from. */
  readonly name: string
  readonly was: number
  readonly is: number
  /** Of both numbers and of the changes. */
  readonly unit: Unit
  /** All of them together are the difference. */
  readonly causes: readonly Cause[]
}

/**
 * The sums of a figure that changed between two answers, with their causes.
 *
 * Errors: throws where a rest is left, as `bridge` does.
 *
 * @example
 * import { defaultLaw, Fold } from '@send-ledger/core'
 * import { changedSums } from '@send-ledger/core/figures'
 * import { nothing } from '@send-ledger/core/projection'
 *
 * const known = { points: new Fold([], defaultLaw).points, size: 0 }
 * assert.deepStrictEqual(changedSums({ known, figure: nothing }, { known, figure: undefined }), [])
 */
export const changedSums = (was: FigureKnown, is: FigureKnown): readonly ChangedSum[] => {
  const before = was.figure ? partsOfFigure(was.figure) : {}
  const after = is.figure ? partsOfFigure(is.figure) : {}
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [old, now] = [before[name] ?? nothing, after[name] ?? nothing]
    const causes = bridge({ known: was.known, figure: old }, { known: is.known, figure: now })
    const { unit } = now === nothing ? old : now
    return causes.length === 0 ? [] : [{ name, was: old.value, is: now.value, unit, causes }]
  })
}

/** Why a figure is another: by a record, or because the question is another. */
export type CauseKind =
  | 'recordedLate'
  | 'recordedSince'
  | 'corrected'
  | 'retracted'
  | 'ruleOrOptionChanged'

/**
 * What kind of cause a record is of a change since an earlier answer: what had happened by then
 * and was recorded after it is late; the rest came since.
 *
 * @example
 * import { civilDate, instant } from '@send-ledger/core'
 * import { causeKindOf } from '@send-ledger/core/figures'
 *
 * const plan = { type: 'PlanIssued', effectiveOn: civilDate('2021-07-29') } as const
 * assert.strictEqual(causeKindOf(plan, instant('2021-07-31T22:59:59.999Z')), 'recordedLate')
 */
export const causeKindOf = (
  { type, effectiveOn }: Pick<LedgerRecord, 'type' | 'effectiveOn'>,
  wasKnownAt: Instant | null,
): CauseKind => {
  if (type === 'EventCorrected') return 'corrected'
  if (type === 'EventRetracted') return 'retracted'
  return wasKnownAt !== null && endOfDay(effectiveOn) <= wasKnownAt
    ? 'recordedLate'
    : 'recordedSince'
}
