/**
 * The records of a pack as a ledger that can be read, so that they are verified as any ledger is.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import type { EventTypes } from '@send-ledger/core/own-events'
import type { MerkleTree } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { RecordLines } from '../../pack/record-lines.js'

/** A ledger of these lines, over which the tree stands. It takes no writes. */
export const ledgerOfLines = (
  lines: RecordLines,
  {
    origin,
    tree,
    types,
  }: { readonly origin: string; readonly tree: MerkleTree; readonly types: EventTypes },
): Ledger => {
  const last = lines.size === 0 ? undefined : lines.at(lines.size - 1).recordedAt
  const closed: LedgerFailure = {
    _tag: 'LedgerUnavailable',
    ledger: origin,
    doing: 'appending',
    reason: 'the records of a pack can be read only',
  }
  return {
    origin,
    types,
    append: () => async () => E.left(closed),
    readStream: (stream) => async () => E.right(lines.ofStream(stream)),
    readAll:
      ({ from, limit }) =>
      async () => {
        const count = Math.max(0, Math.min(limit, lines.size - from))
        return E.right(Array.from({ length: count }, (_, i) => lines.at(from + i)))
      },
    head: () => async () => {
      const head = { size: lines.size, root: tree.rootAt(lines.size) }
      return E.right(last === undefined ? head : { ...head, recordedAt: last })
    },
    sizeKnownAt: (known) => async () => E.right(lines.sizeKnownAt(known)),
    rootAt: (size) => async () => E.right(tree.rootAt(size)),
    grown: () => async () => E.right(undefined),
    close: () => async () => E.right(undefined),
  }
}
