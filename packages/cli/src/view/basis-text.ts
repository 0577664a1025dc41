/**
 * What an answer rests on, in words: the lines under every table.
 */
import { dateInWords } from '@send-ledger/core/figures'
import type { Printable } from './asked.js'

/** The lines. Whoever asks the same of the same records gets the same figures. */
export const basisText = ({
  basis,
  options,
}: Pick<Printable, 'basis' | 'options'>): readonly string[] => {
  const asked = Object.entries(options)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, texts]) => `${name} ${texts.join(', ')}`)
  const known =
    basis.knownAt === null ? 'with nothing recorded yet' : `as known at ${basis.knownAt}`
  return [
    `As at ${dateInWords(basis.asAt)}, ${known}.`,
    `Ledger ${basis.origin}, ${basis.size} records, root ${basis.root.slice(0, 12)}.`,
    `View ${basis.projection} ${basis.version}, rules ${[basis.ruleSet, ...asked].join(', ')}.`,
  ]
}
