/**
 * Figures as the public sees them. They are made here and in this folder only, so a raw count does
 * not fit where a published figure is wanted.
 */

declare const passed: unique symbol

/** Says at compile time that a figure has been through disclosure control. */
interface Passed {
  readonly [passed]: true
}

/** A count that is shown; rounded where the policy rounds. */
export interface ShownCount extends Passed {
  readonly _tag: 'ShownCount'
  readonly count: number
}

/** A figure that is no count and is shown: a percentage, a date; null where there is none. */
export interface ShownText extends Passed {
  readonly _tag: 'ShownText'
  readonly text: string | number | boolean | null
}

/** A figure that is hidden; whether for its own sake or for another's is not told. */
export interface Hidden extends Passed {
  readonly _tag: 'Hidden'
  readonly symbol: string
}

/** A figure as the public sees it. */
export type PublishedFigure = ShownCount | ShownText | Hidden

/** @internal */
export const shownCount = (count: number): ShownCount =>
  ({ _tag: 'ShownCount', count }) as unknown as ShownCount

/** @internal */
export const shownText = (text: ShownText['text']): ShownText =>
  ({ _tag: 'ShownText', text }) as unknown as ShownText

/** @internal */
export const hidden = (symbol: string): Hidden => ({ _tag: 'Hidden', symbol }) as unknown as Hidden
