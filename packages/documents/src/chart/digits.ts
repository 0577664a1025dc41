/**
 * Numbers in a drawing.
 */

/** At most two decimals, so that every machine writes the same. */
export const digits = (value: number): string => {
  const text = value.toFixed(2).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}
