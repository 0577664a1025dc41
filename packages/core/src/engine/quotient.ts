/**
 * Quotients of integers, by integer arithmetic alone.
 */

/** A number as a quotient of integers; there is none where the denominator is 0. */
export interface Exact {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Integers as a quotient with a fixed number of decimals, halves rounded away from zero.
 *
 * Errors: none; null where the denominator is 0.
 *
 * @example
 * import { quotient } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(quotient(1, 8, 2), '0.13')
 * assert.strictEqual(quotient(1, 0, 2), null)
 */
export const quotient = (
  numerator: number,
  denominator: number,
  decimals: number,
): string | null => {
  if (denominator === 0) return null
  const few = fewDigits(numerator, denominator, decimals)
  if (few !== undefined) return few
  const negative = numerator < 0 !== denominator < 0 && numerator !== 0
  const n = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals)
  const d = BigInt(Math.abs(denominator))
  const digits = ((2n * n + d) / (2n * d)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = negative && /[1-9]/.test(digits) ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** The same where all parts are small enough for numbers to be exact, as nearly always. */
const fewDigits = (numerator: number, denominator: number, decimals: number) => {
  const scale = 10 ** decimals
  const doubled = 2 * numerator * scale + denominator
  if (numerator < 0 || denominator <= 0 || doubled > Number.MAX_SAFE_INTEGER) return undefined
  const scaled = (doubled - (doubled % (2 * denominator))) / (2 * denominator)
  if (decimals === 0) return String(scaled)
  const rest = String(scaled % scale).padStart(decimals, '0')
  return `${(scaled - (scaled % scale)) / scale}.${rest}`
}

/** A printed decimal as a quotient of integers; undefined where it is no number. */
export const exactOf = (printed: string): Exact | undefined => {
  if (!/^-?\d+(\.\d+)?$/.test(printed)) return undefined
  const decimals = printed.split('.')[1]?.length ?? 0
  return { numerator: Number(printed.replace('.', '')), denominator: 10 ** decimals }
}

/** The same quotient without a common factor. */
export const inLowestTerms = ({ numerator, denominator }: Exact): Exact => {
  const factor = commonFactor(numerator, denominator)
  return { numerator: numerator / factor, denominator: denominator / factor }
}

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b))
