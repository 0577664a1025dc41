/**
 * The council's policy of disclosure control, as data: which counts of people are hidden, and how
 * sure it must be that nobody can work them out.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** A codec of whole numbers within bounds. */
const whole = (least: number, most: number): t.Type<number> => {
  const is = (u: unknown): u is number =>
    Number.isSafeInteger(u) && (u as number) >= least && (u as number) <= most
  const wants = `must be a whole number from ${least} to ${most}`
  return new t.Type(
    `whole number from ${least} to ${most}`,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context, wants)),
    t.identity,
  )
}

const shorthand = new t.Type<string>(
  'shorthand',
  (u): u is string => typeof u === 'string' && /^[!-~]{1,10}$/.test(u),
  (u, context) =>
    typeof u === 'string' && /^[!-~]{1,10}$/.test(u)
      ? t.success(u)
      : t.failure(u, context, 'must be 1 to 10 printable characters without spaces'),
  t.identity,
)

/** A policy of disclosure control. */
export const Policy = t.readonly(
  t.intersection([
    t.type({
      /** The first count that is shown: with 5, counts of 1 to 4 people are hidden. */
      threshold: whole(3, 1000),
      /** Whether a count of nobody is shown. */
      zeros: t.keyof({ shown: null, hidden: null }),
      /** How many values of a small count must stay possible to somebody who works it out. */
      protection: whole(2, 1000),
      /** What stands in the place of a hidden figure. */
      symbol: shorthand,
    }),
    t.partial({
      /** Counts of people are shown as the nearest multiple of this, halves up. */
      roundingBase: whole(2, 1000),
    }),
  ]),
)
export type Policy = t.TypeOf<typeof Policy>

/** Counts of 1 to 4 people are hidden, zero is shown, nothing is rounded. */
export const defaultPolicy: Policy = {
  threshold: 5,
  zeros: 'shown',
  protection: 2,
  symbol: '[c]',
}

/** A policy that cannot be used, and why. */
export interface InvalidPolicy {
  readonly _tag: 'InvalidPolicy'
  readonly flaws: readonly { readonly at: string; readonly problem: string }[]
}

/**
 * A policy that was given as data.
 *
 * Errors: InvalidPolicy.
 *
 * @example
 * import { defaultPolicy, policyOf } from '@send-ledger/disclosure'
 *
 * assert.strictEqual(policyOf(defaultPolicy)._tag, 'Right')
 * assert.strictEqual(policyOf({ ...defaultPolicy, threshold: 0 })._tag, 'Left')
 */
export const policyOf = (given: unknown): E.Either<InvalidPolicy, Policy> => {
  const policy = Policy.decode(given)
  if (E.isLeft(policy)) {
    return invalid(
      policy.left.map(({ context, message }) => ({
        at: context.at(-1)?.key || 'policy',
        problem: message ?? 'is not as it must be',
      })),
    )
  }
  const known = new Set(Object.keys(t.exact(Policy).encode(policy.right)))
  const unknown = Object.keys(policy.right).filter((key) => !known.has(key))
  if (unknown.length > 0) {
    return invalid(unknown.map((at) => ({ at, problem: 'is nothing that a policy says' })))
  }
  return smallCounts(policy.right) < policy.right.protection
    ? invalid([{ at: 'protection', problem: 'must not be above the number of counts hidden' }])
    : policy
}

const invalid = (flaws: InvalidPolicy['flaws']): E.Either<InvalidPolicy, never> =>
  E.left({ _tag: 'InvalidPolicy', flaws })

const smallCounts = ({ threshold, zeros }: Policy): number =>
  zeros === 'hidden' ? threshold : threshold - 1

/** The counts that are hidden for their own sake: from the least to the most. Unit: people. */
export const hiddenRange = ({
  threshold,
  zeros,
}: Policy): readonly [least: number, most: number] =>
  zeros === 'hidden' ? [0, threshold - 1] : [1, threshold - 1]

/** The nearest multiple of a base, halves up. */
export const rounded = (count: number, base: number): number =>
  Math.floor((2 * count + base) / (2 * base)) * base
