/**
 * A compile-time mark that keeps one kind of text from being passed for another.
 *
 * @internal
 */
export interface Brand<Name extends string> {
  readonly [brand]: Name
}
declare const brand: unique symbol
