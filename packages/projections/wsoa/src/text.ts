/**
 * Numbers as they are shown, and the order of texts.
 */

/** Puts things in the order of the texts that they have in common: by code units, one by one. */
export const inOrderOf = <T>(
  things: readonly T[],
  textsOf: (thing: T) => readonly string[],
): readonly T[] => things.toSorted((a, b) => compared(textsOf(a), textsOf(b)))

const compared = (a: readonly string[], b: readonly string[]): number => {
  const i = a.findIndex((text, at) => text !== b[at])
  if (i < 0) return 0
  return (a[i] as string) < (b[i] as string) ? -1 : 1
}

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
