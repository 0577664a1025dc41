/**
 * What stands in a cell of a table: a figure, a shorthand where there is none, or words.
 */
import type { Figure as FigureOfView } from '@send-ledger/core/projection'
import { type Decimal, decimalText } from './decimal.js'
import { plainText } from './plain-text.js'
import type { Published } from './published.js'

/** A figure as the ledger gives it. It may be a small count: it is not for the public. */
export interface Raw {
  readonly _tag: 'Raw'
  readonly value: Decimal
  /**
   * The figure of a view that it is, where it is one: it knows what it was read from. `known` where
   * whoever may see the report knows it already.
   */
  readonly of?: FigureOfView | 'known'
}

/** `[x]`: there is no such figure, as where the denominator is 0. */
export interface NoFigure {
  readonly _tag: 'NoFigure'
  /** The figure of a view that has no value, where it is one. */
  readonly of?: FigureOfView
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

/** A figure that everybody knows already: the answer has no such row, or it was shown before. */
export const known = (value: number | string): Raw => ({
  _tag: 'Raw',
  value: decimalText(value),
  of: 'known',
})

/** A figure of a view, or what is printed of it. */
export type FigureValue = FigureOfView | number | string | boolean | null

/**
 * A figure of the ledger; `[x]` where it has none. A figure of a view keeps what it was read from.
 *
 * @example
 * import { raw } from '@send-ledger/documents'
 *
 * assert.deepStrictEqual(raw(35), { _tag: 'Raw', value: '35' })
 * assert.deepStrictEqual(raw(null), { _tag: 'NoFigure' })
 */
export const raw = (figure: FigureValue): Raw | NoFigure => {
  const printed = printedOf(figure)
  const of = typeof figure === 'object' && figure !== null ? { of: figure } : {}
  return typeof printed === 'number' || typeof printed === 'string'
    ? { _tag: 'Raw', value: decimalText(printed), ...of }
    : { _tag: 'NoFigure', ...of }
}

/**
 * What is printed of a figure of a view; of what is printed already, the same.
 *
 * @example
 * import { people } from '@send-ledger/core/projection'
 * import { printedOf } from '@send-ledger/documents'
 *
 * const open = { _tag: 'Sum', value: 3, reads: [], unit: people('cases') } as const
 * assert.strictEqual(printedOf(open), 3)
 */
export const printedOf = (figure: FigureValue): number | string | boolean | null => {
  if (typeof figure !== 'object' || figure === null) return figure
  return figure._tag === 'Sum' ? figure.value : figure.shown
}

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
