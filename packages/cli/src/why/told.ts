/**
 * What was told in a report, beside what the ledger derives: as known on the day of telling, and
 * as known now. What was told is never worked out again.
 */
import {
  type CivilDate,
  CivilDate as CivilDateCodec,
  type EventData,
  effectiveRecords,
  type LedgerRecord,
  shown,
} from '@send-ledger/core'
import { quotient } from '@send-ledger/core/projection'
import { knowingRows } from '../view/figure-rows.js'
import { type NamedFigure, nameOfFigure } from './figure-named.js'

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
  readonly knownNow: FigureText | 'notDerivable'
}

/** Every answer of the views as at a date, at one state of knowledge. */
export type AnswersAt = (asAt: CivilDate) => readonly unknown[]

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

/** The figures of a report, each beside what is derived. */
export const besideTold = (
  { data }: Presented,
  then: AnswersAt,
  now: AnswersAt,
): readonly ToldBeside[] =>
  data.figures.map((figure) => ({
    measure: figure.measure,
    period: figure.period ?? null,
    told: toldText(figure),
    knownThen: derivedText(figure, data.asAt, then),
    knownNow: derivedText(figure, data.asAt, now),
  }))

const toldText = ({ numerator, denominator }: Told): FigureText =>
  denominator === undefined ? String(numerator) : `${numerator} of ${denominator}`

/** A period is a date, at which the figure is asked, or the months it goes over, `2021-05/2021-06`. */
const derivedText = (told: Told, reportAsAt: CivilDate, answers: AnswersAt): FigureText => {
  const { measure, period } = told
  const isDate = CivilDateCodec.is(period)
  const rows = answers(isDate ? period : reportAsAt).flatMap(knowingRows)
  const items = isDate || period === undefined ? [''] : period.split('/')
  const figures = items.flatMap((item) => {
    const name = item === '' ? measure : `${measure}:${item}`
    return rows.find((row) => nameOfFigure(row) === name) ?? []
  })
  return figures.length < items.length ? 'notDerivable' : textOf(figures, told)
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
