/**
 * Whether the records of a pack are those of its checkpoint, and true to the rules of a ledger.
 */

import { explain, type Instant } from '@send-ledger/core'
import { type Checkpoint, leafHash, MerkleTree } from '@send-ledger/core/proof'
import { latestBy } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { Content } from '../../pack/content.js'
import { files, payload } from '../../pack/layout.js'
import { RecordLines } from '../../pack/record-lines.js'
import { sha256 } from '../../sign/cryptography.js'
import { isSame } from '../ledger/check-record.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import type { PackFinding } from './findings.js'
import { ledgerOfLines } from './ledger-of-lines.js'

/** The records of a pack. */
export interface RecordsRead {
  readonly lines: RecordLines
  /** The tree over them. */
  readonly tree: MerkleTree
}

const path = `${payload}${files.records}`

/** Reads the records. Errors: FileMalformed, with the line. */
export const recordsIn = (file: Content): E.Either<PackFinding, RecordsRead> => {
  const lines = RecordLines.read(file)
  if (E.isLeft(lines)) {
    return E.left({ _tag: 'FileMalformed', path, at: `line ${lines.left.line}` })
  }
  const tree = new MerkleTree(sha256)
  for (let position = 0; position < lines.right.size; position++) {
    tree.append(leafHash(sha256, lines.right.leaf(position)))
  }
  return E.right({ lines: lines.right, tree })
}

/** The records that were made later than it is now, where a present instant is given. */
export const afterPresent = (
  lines: RecordLines,
  now: Instant | undefined,
): readonly PackFinding[] => {
  const position = now === undefined ? lines.size : lines.sizeKnownAt(latestBy(now))
  if (now === undefined || position === lines.size) return []
  const { recordedAt } = lines.at(position)
  return [{ _tag: 'AfterPresent', position, count: lines.size - position, recordedAt, now }]
}

/** What is wrong with records that were read. */
export const checkRecords = async (
  { lines, tree }: RecordsRead,
  { origin, size, root }: Checkpoint,
): Promise<readonly PackFinding[]> => {
  if (lines.size !== size || !isSame(tree.rootAt(size), root)) {
    return [{ _tag: 'RecordsDiffer', records: lines.size, size }]
  }
  const verified = await verifyLedger(ledgerOfLines(lines, { origin, tree }))()
  // A ledger in memory gives all that it is asked for.
  if (E.isLeft(verified)) throw new Error(explain(verified.left))
  return verified.right.findings
}
