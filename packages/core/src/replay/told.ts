/**
 * What was told in a report, beside what the ledger derives: as known on the day of telling, and
 * as known now. What was told is never worked out again.
 */
import type { EventData } from '../events/catalogue.js'
import { effectiveRecords } from '../ledger/corrections.js'
import type { LedgerRecord } from '../ledger/record.js'
import { type CivilDate, CivilDate as CivilDateCodec } from '../time/civil-date.js'
import { changedSums } from './changed-sums.js'
import { quotient, shown } from './figure.js'
import { figuresIn, type NamedFigure, nameOfFigure } from './figure-rows.js'
import type { KnownPoints } from './known.js'
import type { Cause } from './lineage.js'

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
  readonly knownNow: FigureText | 'notDerivable'
  /** What was recorded since and changed the figure. */
  readonly causes: readonly Cause[]
}

/** Answers of all views at one state of knowledge. */
export interface AnswersKnown {
  readonly known: KnownPoints
  readonly at: (asAt: CivilDate) => readonly unknown[]
}

/**
 * The reports among the records of a stream, corrections applied.
 *
 * @example
 * import { reportsIn } from '@send-ledger/core'
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
 * import { besideTold, civilDate, defaultLaw, Fold } from '@send-ledger/core'
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
  then: AnswersKnown,
  now: AnswersKnown,
): readonly ToldBeside[] =>
  figures.map((figure) => {
    const was = derived(figure, asAt, then)
    const is = derived(figure, asAt, now)
    const told = toldText(figure)
    const knownThen = was ? textOf(was, figure) : 'notDerivable'
    return {
      measure: figure.measure,
      period: figure.period ?? null,
      told,
      knownThen,
      heldThen: told === knownThen,
      knownNow: is ? textOf(is, figure) : 'notDerivable',
      causes: changes(was, then, is, now).flatMap((sum) => sum.causes),
    }
  })

/** What changed of the figures of all months together. */
const changes = (
  was: readonly NamedFigure[] | undefined,
  then: AnswersKnown,
  is: readonly NamedFigure[] | undefined,
  now: AnswersKnown,
) =>
  Array.from({ length: Math.max(was?.length ?? 0, is?.length ?? 0) }, (_, i) =>
    changedSums(
      { known: then.known, figure: was?.[i]?.value },
      { known: now.known, figure: is?.[i]?.value },
    ),
  ).flat()

const toldText = ({ numerator, denominator }: Told): FigureText =>
  denominator === undefined ? String(numerator) : `${numerator} of ${denominator}`

/** A period is a date, at which the figure is asked, or the months it goes over, `2021-05/2021-06`. */
const derived = (
  { measure, period }: Told,
  reportAsAt: CivilDate,
  answers: AnswersKnown,
): readonly NamedFigure[] | undefined => {
  const isDate = CivilDateCodec.is(period)
  const rows = answers.at(isDate ? period : reportAsAt).flatMap(figuresIn)
  const items = isDate || period === undefined ? [''] : period.split('/')
  const figures = items.flatMap((item) => {
    const name = item === '' ? measure : `${measure}:${item}`
    return rows.find((row) => nameOfFigure(row) === name) ?? []
  })
  return figures.length < items.length ? undefined : figures
}

const textOf = (figures: readonly NamedFigure[], { denominator }: Told): FigureText => {
  const [first] = figures as readonly [NamedFigure, ...NamedFigure[]]
  const total = (name: string): number =>
    figures.reduce(
      (sum, { value }) => sum + (value._tag === 'Derived' ? (value.from[name]?.value ?? 0) : 0),
      0,
    )
  if (first.value._tag === 'Sum') {
    return String(figures.reduce((sum, { value }) => sum + Number(shown(value)), 0))
  }
  if (denominator !== undefined) return `${total('numerator')} of ${total('denominator')}`
  // A change on the year before, over all the months together.
  if ('before' in first.value.from) {
    const [requests, before] = [total('requests'), total('before')]
    return quotient((requests - before) * 100, before, 1) ?? 'x'
  }
  return figures.length === 1 ? String(first.value.shown ?? 'x') : 'notDerivable'
}
