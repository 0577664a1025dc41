/**
 * Numbers as dimensions, so that they sort and can be shown.
 */

/** A whole number from 0 in twelve digits: sorted as text, sorted as numbers. */
export const sortable = (whole: number): string => String(whole).padStart(12, '0')

/**
 * A number as the shortest decimal text, never in powers of ten: `0.0000001`, not `1e-7`.
 *
 * Source: the digits are those of ECMA-262 Number::toString, laid out in full.
 */
export const decimalText = (value: number): string => {
  const [digits = '', power] = String(value).split('e')
  if (power === undefined) return digits
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const point = whole.length + Number(power)
  const all = (whole + fraction).padEnd(point, '0').padStart(whole.length + fraction.length, '0')
  const sign = value < 0 ? '-' : ''
  return point > 0 ? sign + all : `${sign}0.${'0'.repeat(-point)}${all}`
}
