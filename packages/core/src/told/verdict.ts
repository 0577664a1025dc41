/**
 * Whether a number that was told is the one derived, at the precision at which it was told.
 */
import type { Exact } from '../engine/quotient.js'

/** What a told number is, beside the derived one. */
export type Verdict = 'holds' | 'differsByRounding' | 'differs' | 'notDerivable'

/**
 * A told number holds where the derived one, rounded half up to as many decimals as were told, is
 * it; where only rounding half to even or cutting off gives it, it differs by rounding.
 */
export const verdictOn = (told: string, { numerator, denominator }: Exact): Verdict => {
  if (denominator === 0) return 'differs'
  const decimals = told.match(/\.(\d+)$/)?.[1]?.length ?? 0
  const digits = told.replace('.', '')
  if (!/^-?\d+$/.test(digits)) return 'differs'
  const wanted = BigInt(digits)
  const isBelow = numerator < 0 !== denominator < 0
  const n = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals)
  const d = BigInt(Math.abs(denominator))
  const signed = (size: bigint): bigint => (isBelow ? -size : size)
  const cut = n / d
  const twice = 2n * (n - cut * d)
  if (wanted === signed(twice >= d ? cut + 1n : cut)) return 'holds'
  // Half to even is either of the two: half up, or cut off where the half is exact.
  return wanted === signed(cut) ? 'differsByRounding' : 'differs'
}
