/**
 * What an answer rests on, in words: the lines under every table.
 */
import type { Basis } from '@send-ledger/core'
import { dateInWords } from '@send-ledger/core/figures'

/** The lines. Whoever asks the same of the same records gets the same figures. */
export const basisText = (basis: Basis): readonly string[] => {
  const options = Object.entries(basis.options)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const known =
    basis.knownAt === null ? 'with nothing recorded yet' : `as known at ${basis.knownAt}`
  return [
    `As at ${dateInWords(basis.asAt)}, ${known}.`,
    `Ledger ${basis.origin}, ${basis.size} records, root ${basis.root.slice(0, 12)}.`,
    `View ${basis.projection} ${basis.version}, rules ${[basis.ruleSet, ...options].join(', ')}.`,
  ]
}
