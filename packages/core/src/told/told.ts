/**
 * What was told in a report, beside what the ledger derives: as known on the day of telling, and
 * as known now. What was told is never worked out again.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { EventData } from '../events/catalogue.js'
import { effectiveRecords } from '../events/corrections.js'
import type { LedgerRecord } from '../events/record.js'
import { changedSums } from '../figures/changed-sums.js'
import type { NamedFigure } from '../figures/figure-rows.js'
import type { Cause } from '../figures/lineage.js'
import type { CivilDate } from '../time/civil-date.js'
import type { FiguresKnown } from './figures-known.js'
import { figuresTold, type NotDerivable } from './figures-told.js'
import { judged, type ToldPart } from './judged.js'
import type { Verdict } from './verdict.js'

/** A report as it was presented. */
export interface Presented {
  readonly record: LedgerRecord
  readonly on: CivilDate
  readonly data: EventData<'ReportPresented'>
}

type Told = Presented['data']['figures'][number]

/** A figure as a text: `33`, `7 of 33`, `75.6`. */
export type FigureText = string

/** A told figure beside what is derived; `notDerivable` where the ledger has no such figure. */
export interface ToldBeside {
  readonly measure: string
  readonly period: string | null
  readonly told: FigureText
  readonly knownThen: FigureText | 'notDerivable'
  /** Whether what was told is what the records gave on the day of telling. */
  readonly heldThen: boolean
  readonly verdictThen: Verdict
  readonly knownNow: FigureText | 'notDerivable'
  readonly verdictNow: Verdict
  /** Which of the told numbers differ from what was derived on that day. */
  readonly differing: readonly ToldPart[]
  /** Where the ledger has no such figure, as known now: why, and the names nearest to it. */
  readonly notDerivable: NotDerivable | null
  /** What was recorded since and changed the figure. */
  readonly causes: readonly Cause[]
}

/**
 * The reports among the records of a stream, corrections applied.
 *
 * @example
 * import { reportsIn } from '@send-ledger/core/figures'
 *
 * assert.deepStrictEqual(reportsIn([]), [])
 */
export const reportsIn = (stream: readonly LedgerRecord[]): readonly Presented[] =>
  effectiveRecords(stream).flatMap((record) =>
    record.type === 'ReportPresented'
      ? [
          {
            record,
            on: record.effectiveOn,
            data: (record as LedgerRecord<'ReportPresented'>).data,
          },
        ]
      : [],
  )

/**
 * The figures of a report, each beside what is derived, with the causes of what changed since.
 *
 * @example
 * import { civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { besideTold } from '@send-ledger/core/figures'
 *
 * const known = { points: new Fold([], defaultLaw).points, size: 0 }
 * const answers = { known, at: () => [] }
 * const figures = [{ measure: 'families who feel heard', numerator: 61 }]
 * const report = { title: 'Report', to: 'board', asAt: civilDate('2021-07-31'), figures }
 * const [told] = besideTold(report, answers, answers)
 * assert.deepStrictEqual([told?.told, told?.knownNow], ['61', 'notDerivable'])
 */
export const besideTold = (
  { figures, asAt }: Presented['data'],
  then: FiguresKnown,
  now: FiguresKnown,
): readonly ToldBeside[] =>
  figures.map((figure) => {
    const was = foundIn(figuresTold(figure, asAt, then))
    const found = figuresTold(figure, asAt, now)
    const is = foundIn(found)
    const [judgedThen, judgedNow] = [judged(figure, was), judged(figure, is)]
    return {
      measure: figure.measure,
      period: figure.period ?? null,
      told: toldText(figure),
      knownThen: judgedThen.text,
      heldThen: judgedThen.verdict === 'holds',
      verdictThen: judgedThen.verdict,
      knownNow: judgedNow.text,
      verdictNow: judgedNow.verdict,
      differing: judgedThen.differing,
      notDerivable: E.isLeft(found) ? found.left : null,
      causes: changes(was, then, is, now).flatMap((sum) => sum.causes),
    }
  })

const foundIn = E.getOrElseW(() => undefined)

/** What changed of the figures of all months together. */
const changes = (
  was: readonly NamedFigure[] | undefined,
  then: FiguresKnown,
  is: readonly NamedFigure[] | undefined,
  now: FiguresKnown,
) =>
  Array.from({ length: Math.max(was?.length ?? 0, is?.length ?? 0) }, (_, i) =>
    changedSums(
      { known: then.known, figure: was?.[i]?.value },
      { known: now.known, figure: is?.[i]?.value },
    ),
  ).flat()

const toldText = ({ numerator, denominator }: Told): FigureText =>
  denominator === undefined ? String(numerator) : `${numerator} of ${denominator}`
