/**
 * The letters of a column of a sheet.
 */

/** The letters of a column counted from 0: A, Z, AA. */
export const columnLetters = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
