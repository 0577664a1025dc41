/**
 * Which figures of the views a told figure is: by its name, and by its period month by month.
 */
import * as E from 'fp-ts/lib/Either.js'
import { partsOfFigure } from '../engine/figure.js'
import type { EventData } from '../events/catalogue.js'
import { figureNamed, type NameUnclear } from '../figures/figure-names.js'
import type { NamedFigure } from '../figures/figure-rows.js'
import { type CivilDate, CivilDate as CivilDateCodec } from '../time/civil-date.js'
import type { FiguresKnown } from './figures-known.js'
import { monthsOfPeriod } from './period.js'

type Told = EventData<'ReportPresented'>['figures'][number]

/**
 * Why a told figure is not derived: no figure, or several, have its name; its period is none, or
 * not one of whole months; its period has not begun by the date of the report; or it is a stock
 * or a rolling figure, which is not added up over months.
 */
export type WhyNotDerivable = NameUnclear['_tag'] | 'NoWholeMonths' | 'NotYet' | 'NotAddedUp'

/** A told figure that is none, or not one, of the ledger's. */
export interface NotDerivable {
  readonly because: WhyNotDerivable
  /** The names nearest to that which was told, where it is unclear. */
  readonly names: readonly string[]
}

/**
 * The figures that a told figure is the sum of: one, or one of each month of its period up to the
 * as-at date. A period that is a date is the date as at which it is asked.
 *
 * Errors: why there is no such figure, or none that may be summed over months.
 */
export const figuresTold = (
  { measure, period }: Told,
  reportAsAt: CivilDate,
  answers: Pick<FiguresKnown, 'at'>,
): E.Either<NotDerivable, readonly NamedFigure[]> => {
  const isDate = CivilDateCodec.is(period)
  const rows = answers.at(isDate ? period : reportAsAt)
  if (isDate || period === undefined) return one(rows, [measure])
  const itself = one(rows, namesIn(measure, period))
  if (E.isRight(itself) || itself.left.because === 'SeveralFigures') return itself
  const whole = monthsOfPeriod(period)
  if (whole === undefined) return notDerivable('NoWholeMonths')
  const months = whole.filter((month) => month <= reportAsAt.slice(0, 7))
  if (months.length === 0) return notDerivable('NotYet')
  const figures: NamedFigure[] = []
  for (const month of months) {
    const ofMonth = one(rows, namesIn(measure, month))
    if (E.isLeft(ofMonth)) return ofMonth
    figures.push(...ofMonth.right)
  }
  const areAddedUp = figures.length === 1 || figures.every(isOfOneMonth)
  return areAddedUp ? E.right(figures) : notDerivable('NotAddedUp')
}

const notDerivable = (because: WhyNotDerivable): E.Either<NotDerivable, never> =>
  E.left({ because, names: [] })

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

/** The figure that has one of these names; where none has, what is nearest to the first. */
const one = (
  rows: readonly NamedFigure[],
  names: readonly string[],
): E.Either<NotDerivable, readonly NamedFigure[]> => {
  const asked = names.map((name) => figureNamed(rows, name))
  const found = asked.find(E.isRight)
  if (found) return E.right([found.right])
  const unclear = asked.filter(E.isLeft).map(({ left }) => left)
  const { _tag: because, names: near } =
    unclear.find(({ _tag }) => _tag === 'SeveralFigures') ?? (unclear[0] as NameUnclear)
  return E.left({ because, names: [...new Set(near)].slice(0, toldNames) })
}

/** A flow of one month: only such may be added to that of the next. */
const isOfOneMonth = ({ value }: NamedFigure): boolean =>
  Object.values(partsOfFigure(value)).every((sum) =>
    sum.reads.every(({ from, to }) => from !== undefined && from.slice(0, 7) === to.slice(0, 7)),
  )
