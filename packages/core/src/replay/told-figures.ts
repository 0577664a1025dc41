/**
 * Which figures of the views a told figure is: by its name, and by its period month by month.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { EventData } from '../events/catalogue.js'
import { type CivilDate, CivilDate as CivilDateCodec } from '../time/civil-date.js'
import { figureNamed } from './figure-names.js'
import { type NamedFigure, partsOfFigure } from './figure-rows.js'
import type { FiguresKnown } from './told.js'
import { monthsOfPeriod } from './told-period.js'

type Told = EventData<'ReportPresented'>['figures'][number]

/**
 * The figures that a told figure is the sum of: one, or one of each month of its period up to the
 * as-at date. A period that is a date is the date as at which it is asked. Undefined where there is
 * no such figure, or none that may be summed over months (a stock, a rolling rate).
 */
export const figuresTold = (
  { measure, period }: Told,
  reportAsAt: CivilDate,
  answers: Pick<FiguresKnown, 'at'>,
): readonly NamedFigure[] | undefined => {
  const isDate = CivilDateCodec.is(period)
  const known = answers.at(isDate ? period : reportAsAt)
  const rows = [...known.values()]
  if (isDate || period === undefined) return one(rows, [measure])
  const itself = one(rows, namesIn(measure, period))
  if (itself) return itself
  const months = monthsOfPeriod(period)?.filter((month) => month <= reportAsAt.slice(0, 7)) ?? []
  const figures = months.flatMap((month) => one(rows, namesIn(measure, month)) ?? [])
  if (months.length === 0 || figures.length < months.length) return undefined
  return figures.length === 1 || figures.every(isOfOneMonth) ? figures : undefined
}

/** The names nearest to a told one. */
export const nearestNames = (
  { measure, period }: Told,
  reportAsAt: CivilDate,
  answers: Pick<FiguresKnown, 'at'>,
): readonly string[] => {
  const isDate = CivilDateCodec.is(period)
  const rows = [...answers.at(isDate ? period : reportAsAt).values()]
  const month = isDate || period === undefined ? [] : (monthsOfPeriod(period) ?? []).slice(0, 1)
  const found = figureNamed(rows, [measure, ...month].join(':'))
  return E.isLeft(found) ? found.left.names.slice(0, toldNames) : []
}

/** How many names are told to whoever gave a wrong one. */
const toldNames = 3

/** A name may hold an item, such as the kind of advice: the period stands on either side. */
const namesIn = (measure: string, item: string): readonly string[] => {
  const at = measure.indexOf(':')
  if (at < 0) return [`${measure}:${item}`]
  const [name, own] = [measure.slice(0, at), measure.slice(at + 1)]
  return [
    ...(own === item ? [measure] : []),
    `${name}:${own} / ${item}`,
    `${name}:${item} / ${own}`,
  ]
}

const one = (
  rows: readonly NamedFigure[],
  names: readonly string[],
): readonly NamedFigure[] | undefined => {
  for (const name of names) {
    const found = figureNamed(rows, name)
    if (E.isRight(found)) return [found.right]
  }
  return undefined
}

/** A flow of one month: only such may be added to that of the next. */
const isOfOneMonth = ({ value }: NamedFigure): boolean =>
  Object.values(partsOfFigure(value)).every((sum) =>
    sum.reads.every(({ from, to }) => from !== undefined && from.slice(0, 7) === to.slice(0, 7)),
  )
