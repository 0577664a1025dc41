/**
 * What stands in a cell of a table: a figure, a shorthand where there is none, or words.
 */
import { type Decimal, decimalText } from './decimal.js'
import { plainText } from './plain-text.js'
import type { Published } from './published.js'

/** A figure as the ledger gives it. It may be a small count: it is not for the public. */
export interface Raw {
  readonly _tag: 'Raw'
  readonly value: Decimal
}

/** `[x]`: there is no such figure, as where the denominator is 0. */
export interface NoFigure {
  readonly _tag: 'NoFigure'
}

/** `[z]`: a figure would have no meaning here. */
export interface NotApplicable {
  readonly _tag: 'NotApplicable'
}

/** `[c]`: hidden by disclosure control. */
export interface Suppressed {
  readonly _tag: 'Suppressed'
}

/** Words, in one line. */
export interface Words {
  readonly _tag: 'Words'
  readonly text: string
}

/** A civil date. */
export interface Day {
  readonly _tag: 'Day'
  readonly on: string
}

/** A month of a year. */
export interface CalendarMonth {
  readonly _tag: 'CalendarMonth'
  readonly month: string
}

/** Yes or no. */
export interface YesNo {
  readonly _tag: 'YesNo'
  readonly yes: boolean
}

/** A figure, for the council or for the public. */
export type Figure = Raw | Published

/** Says why there is no figure. Source: Government Analysis Function, shorthand in tables. */
export type Shorthand = NoFigure | NotApplicable | Suppressed

/** What is no figure. */
export type Label = Words | Day | CalendarMonth | YesNo

/** What stands in a cell of a table whose figures are of one kind. */
export type Cell<F extends Figure = Figure> = F | Shorthand | Label

/** A figure of the ledger; `[x]` where it has none. */
export const raw = (value: number | string | null): Raw | NoFigure =>
  value === null ? noFigure : { _tag: 'Raw', value: decimalText(value) }

/** `[x]`. */
export const noFigure: NoFigure = { _tag: 'NoFigure' }

/** `[z]`. */
export const notApplicable: NotApplicable = { _tag: 'NotApplicable' }

/** `[c]`. */
export const suppressed: Suppressed = { _tag: 'Suppressed' }

/** Words; `[z]` where there are none, since no cell is left blank. */
export const words = (text: string): Words | NotApplicable => {
  const plain = plainText(text)
  return plain === '' ? notApplicable : { _tag: 'Words', text: plain }
}

/**
 * A civil date, `YYYY-MM-DD`; `[z]` where there is none.
 *
 * Errors: throws a TypeError for text that is no date.
 */
export const day = (on: string | null): Day | NotApplicable => {
  if (on === null) return notApplicable
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) throw new TypeError(`"${on}" is no civil date`)
  return { _tag: 'Day', on }
}

/**
 * A month, `YYYY-MM`.
 *
 * Errors: throws a TypeError for text that is no month.
 */
export const calendarMonth = (month: string): CalendarMonth => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new TypeError(`"${month}" is no month`)
  return { _tag: 'CalendarMonth', month }
}

/** Yes or no. */
export const yesNo = (yes: boolean): YesNo => ({ _tag: 'YesNo', yes })

/** Whether a cell holds a figure. */
export const isFigure = (cell: Cell): cell is Figure =>
  cell._tag === 'Raw' || cell._tag === 'Published'

/** The shorthand of a cell; undefined where it holds something. */
export const shorthandOf = (cell: Cell): '[x]' | '[z]' | '[c]' | undefined => {
  switch (cell._tag) {
    case 'NoFigure':
      return '[x]'
    case 'NotApplicable':
      return '[z]'
    case 'Suppressed':
      return '[c]'
    default:
      return undefined
  }
}
