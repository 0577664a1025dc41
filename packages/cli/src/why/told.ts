/**
 * What was told in a report, beside what the ledger derives: as known on the day of telling, and
 * as known now. What was told is never worked out again.
 */
import {
  type CivilDate,
  CivilDate as CivilDateCodec,
  type EventData,
  effectiveRecords,
  type Instant,
  type KnownPoints,
  type Ledger,
  type LedgerRecord,
  shown,
} from '@send-ledger/core'
import { quotient } from '@send-ledger/core/projection'
import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../stop.js'
import { knowingRows } from '../view/figure-rows.js'
import { type NamedFigure, nameOfFigure } from './figure-named.js'
import { bridgedSums, type NamedCause, namedCauses } from './reconciled.js'

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
  readonly causes: readonly NamedCause[]
}

/** Answers of all views at one state of knowledge. */
export interface AnswersKnown {
  readonly known: KnownPoints
  readonly knownAt: Instant | null
  readonly at: (asAt: CivilDate) => readonly unknown[]
}

/** The reports among the records of a stream, corrections applied. */
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

/** The figures of a report, each beside what is derived, with the causes of what changed since. */
export const besideTold = async (
  ledger: Ledger,
  { data }: Presented,
  then: AnswersKnown,
  now: AnswersKnown,
): Promise<Outcome<readonly ToldBeside[]>> => {
  const list: ToldBeside[] = []
  for (const figure of data.figures) {
    const was = derived(figure, data.asAt, then)
    const is = derived(figure, data.asAt, now)
    const sums = [...(was ?? []), ...(is ?? [])].length === 0 ? [] : changes(was, then, is, now)
    const causes = await namedCauses(
      ledger,
      sums.flatMap((sum) => sum.causes),
      then.knownAt,
    )
    if (E.isLeft(causes)) return causes
    const told = toldText(figure)
    const knownThen = was ? textOf(was, figure) : 'notDerivable'
    list.push({
      measure: figure.measure,
      period: figure.period ?? null,
      told,
      knownThen,
      heldThen: told === knownThen,
      knownNow: is ? textOf(is, figure) : 'notDerivable',
      causes: causes.right,
    })
  }
  return E.right(list)
}

/** What changed of the figures of all months together. */
const changes = (
  was: readonly NamedFigure[] | undefined,
  then: AnswersKnown,
  is: readonly NamedFigure[] | undefined,
  now: AnswersKnown,
) =>
  Array.from({ length: Math.max(was?.length ?? 0, is?.length ?? 0) }, (_, i) =>
    bridgedSums({ known: then.known, row: was?.[i] }, { known: now.known, row: is?.[i] }),
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
  const rows = answers.at(isDate ? period : reportAsAt).flatMap(knowingRows)
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
