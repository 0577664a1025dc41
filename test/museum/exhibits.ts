/**
 * What is asked of a ledger in the museum, and what it holds.
 */
import type { History } from './histories.js'

/** Arguments of `send-ledger view`, for a ledger at a path. */
export type Question = (ledger: string) => readonly string[]

/** Every view at both dates of a history, as known then and as known now. */
export const questionsOf = ({ dates }: Pick<History, 'dates'>): readonly Question[] =>
  ['compliance', 'wsoa', 'workforce', 'capacity'].flatMap((view) =>
    dates.flatMap((on) =>
      [['--known-at', on], []].map(
        (known) => (ledger: string) =>
          [view, ledger, '--as-at', on, ...known, '--format', 'json'] as const,
      ),
    ),
  )
