/**
 * The checkpoint of a ledger, to be signed: its root is worked out from the records, and must be
 * the one that the ledger gives.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import {
  appendLeaf,
  type Checkpoint,
  emptyFrontier,
  leafHash,
  recordBytes,
  rootOf,
} from '@send-ledger/core/proof'
import { recordPages } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { sha256 } from '../../sign/cryptography.js'
import { isSame } from './check-record.js'
import type { PositionGap, RootDiffers } from './findings.js'

/**
 * What a ledger says of itself at a size. Nobody should sign what the records do not bear out.
 *
 * Errors: the ledger's failures; PositionGap where there are fewer records; RootDiffers.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { sha256 } from '@send-ledger/evidence/sign'
 * import { checkpointOfLedger } from '@send-ledger/evidence/verify'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const checkpoint = await checkpointOfLedger(ledger, 0)()
 * assert.ok(checkpoint._tag === 'Right' && checkpoint.right.origin === 'urn:send-ledger:memory')
 */
export const checkpointOfLedger =
  (
    ledger: Ledger,
    size: number,
    onProgress: (position: number) => void = () => {},
  ): TaskEither<LedgerFailure | PositionGap | RootDiffers, Checkpoint> =>
  async () => {
    let frontier = emptyFrontier
    for await (const page of recordPages(ledger, { until: size })) {
      if (E.isLeft(page)) return page
      for (const record of page.right.records) {
        frontier = appendLeaf(sha256, frontier, leafHash(sha256, recordBytes(record)))
      }
      onProgress(frontier.size)
    }
    if (frontier.size < size) return E.left({ _tag: 'PositionGap', expected: frontier.size })
    const kept = await ledger.rootAt(size)()
    if (E.isLeft(kept)) return kept
    const root = rootOf(sha256, frontier)
    return isSame(root, kept.right)
      ? E.right({ origin: ledger.origin, size, root, extensions: [] })
      : E.left({ _tag: 'RootDiffers', size, of: 'head', sameAt: 0 })
  }
