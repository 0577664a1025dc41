/**
 * The Merkle tree of a ledger, read from its records.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { leafHash, type Sha256 } from '../proof/merkle.js'
import { MerkleTree } from '../proof/tree.js'
import type { LedgerFailure } from './failures.js'
import { recordPages } from './pages.js'
import type { Ledger } from './port.js'
import { recordBytes } from './seal.js'

/**
 * The tree over the first `size` records of a ledger, for as many proofs as are wanted. Every record
 * is read and hashed again, so its root is evidence about the records, whatever the store says.
 *
 * Unit: about 5 microseconds and 100 bytes a record.
 * Errors: those of the ledger. A ledger of fewer records gives a smaller tree: compare its size.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { instant } from '@send-ledger/core'
 * import { treeOfLedger } from '@send-ledger/core/proof'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const tree = await treeOfLedger(sha256, ledger, 0)()
 * assert.strictEqual(tree._tag === 'Right' && tree.right.size, 0)
 */
export const treeOfLedger =
  (sha256: Sha256, ledger: Ledger, size: number): TaskEither<LedgerFailure, MerkleTree> =>
  async () => {
    const tree = new MerkleTree(sha256)
    for await (const page of recordPages(ledger, { until: size })) {
      if (E.isLeft(page)) return page
      for (const record of page.right.records) tree.append(leafHash(sha256, recordBytes(record)))
    }
    return E.right(tree)
  }
