/**
 * Why nothing is published, as values; `explainDisclosure` makes the sentence.
 */
import { absurd } from 'fp-ts/lib/function.js'
import type { InvalidPolicy } from './policy.js'

/** A table that contradicts itself. */
export interface InvalidTable {
  readonly _tag: 'InvalidTable'
  readonly flaws: readonly { readonly at: string; readonly problem: string }[]
}

/** Counts that could be worked out even if every cell were hidden. */
export interface Unprotected {
  readonly _tag: 'Unprotected'
  readonly names: readonly string[]
}

/** Why nothing is published. */
export type DisclosureRefusal = InvalidPolicy | InvalidTable | Unprotected

/**
 * The sentence for a refusal: what is wrong, and what to do.
 *
 * @example
 * import { explainDisclosure } from '@send-ledger/disclosure'
 *
 * assert.match(explainDisclosure({ _tag: 'Unprotected', names: ['open'] }), /open/)
 */
export const explainDisclosure = (refusal: DisclosureRefusal): string => {
  switch (refusal._tag) {
    case 'InvalidPolicy':
      return `the policy of disclosure control cannot be used: ${list(refusal.flaws)}.`
    case 'InvalidTable':
      return `the cells contradict themselves: ${list(refusal.flaws)}.`
    case 'Unprotected':
      return `even with every cell hidden, ${named(refusal.names)} could be worked out from what is public already. Nothing was published.`
    default:
      return absurd(refusal)
  }
}

/** The first few by name, for a long list is read by nobody, and how many there are beside. */
const named = (names: readonly string[]): string => {
  const counts = names.length === 1 ? 'the count' : `${names.length} counts`
  const beside = names.length - atMost
  return `${counts} ${names.slice(0, atMost).join('; ')}${beside > 0 ? ` and ${beside} more` : ''}`
}

const atMost = 5

const list = (flaws: InvalidTable['flaws']): string =>
  flaws.map(({ at, problem }) => `${at} ${problem}`).join('; ')
