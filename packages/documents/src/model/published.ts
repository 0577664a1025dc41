/**
 * Figures that may be shown to the public. Only disclosure control makes them: `npm run layering`
 * lets nothing else call `published`.
 */
import type { Decimal } from './decimal.js'

declare const passed: unique symbol

/** A figure that disclosure control let through; it may have been rounded. */
export interface Published {
  readonly _tag: 'Published'
  readonly value: Decimal
  readonly [passed]: 'disclosure control'
}

/** A figure that has passed disclosure control. */
export const published = (value: Decimal): Published =>
  ({ _tag: 'Published', value }) as unknown as Published
