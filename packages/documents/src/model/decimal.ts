/**
 * Decimal numbers as text, so that no figure is touched by binary fractions on its way to a page.
 */

declare const digits: unique symbol

/** A decimal number: `346`, `-0.5`, `37.6`. */
export type Decimal = string & { readonly [digits]: true }

/**
 * A number as decimal text.
 *
 * Errors: throws a TypeError for what is no finite number in plain digits.
 */
export const decimalText = (value: number | string): Decimal => {
  const text = String(value)
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) throw new TypeError(`"${text}" is no decimal number`)
  return text as Decimal
}

/** Digits with a comma at every thousand, and so many behind the point at least: 2,742.0. */
export const withCommas = (value: Decimal, decimals = 0): string => {
  const [whole = '', fraction = ''] = value.split('.')
  const grouped = whole.replaceAll(/\d(?=(\d{3})+$)/g, '$&,').replace('-', '\u2212')
  const behind = fraction.padEnd(decimals, '0')
  return behind === '' ? grouped : `${grouped}.${behind}`
}

/** How many digits stand behind the point. */
export const decimalsOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0
