/**
 * A ledger moved into another store: the same records at the same positions, proved by the root
 * over them. What is there already is gone on from.
 */
import {
  checkEvent,
  type Ledger,
  type LedgerFailure,
  type LedgerRecord,
  type NewEvent,
} from '@send-ledger/core'
import { type EventTypes, ourTypes } from '@send-ledger/core/own-events'
import { recordPages } from '@send-ledger/core/records'
import type { Write } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CopyFailure } from './copy-failure.js'

/** A ledger that was copied. */
export interface Copied {
  /** How many records were written; those before them were there. */
  readonly written: number
  readonly size: number
  /** Merkle root over all of them, in both ledgers. */
  readonly root: Uint8Array
}

/** Records written at a time. */
const limit = 1000

/**
 * Writes the records of a ledger into another one, from where that one ends, with their instants.
 *
 * Errors: the failures of both ledgers; `OtherHistory` where the target is not a beginning of the
 * source; `NotTaken` where it refuses a record; `WrittenByOthers` where somebody else writes into
 * it; `RootsDiffer` where the roots over all records are not the same.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { instant } from '@send-ledger/core'
 * import { copyLedger } from '@send-ledger/interop'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const now = () => instant('2021-05-04T09:12:00.000Z')
 * const copied = await copyLedger(memoryLedger({ sha256, now }), memoryLedger({ sha256, now }))()
 * assert.strictEqual(copied._tag === 'Right' && copied.right.size, 0)
 */
export const copyLedger =
  (
    from: Ledger,
    to: Ledger,
    onProgress: (position: number) => void = () => {},
  ): TaskEither<CopyFailure, Copied> =>
  async () => {
    const there = await to.head()()
    if (E.isLeft(there)) return there
    const begun = await isBeginning(from, there.right)
    if (E.isLeft(begun)) return begun
    const types = to.types ?? from.types ?? ourTypes
    let next = there.right.size
    for await (const page of recordPages(from, { from: next, limit })) {
      if (E.isLeft(page)) return page
      const { records } = page.right
      if (records.length === 0) break
      const written = await write(to, records, types)
      if (E.isLeft(written)) return written
      next += records.length
      onProgress(next)
    }
    return proved(from, to, next - there.right.size)
  }

interface Beginning {
  readonly size: number
  readonly root: Uint8Array
}

const isBeginning = async (
  from: Ledger,
  { size, root }: Beginning,
): Promise<E.Either<CopyFailure, void>> => {
  const head = await from.head()()
  if (E.isLeft(head)) return head
  if (size > head.right.size) {
    return E.left({ _tag: 'OtherHistory', size, ofSource: head.right.size })
  }
  const rootThen = await from.rootAt(size)()
  if (E.isLeft(rootThen)) return rootThen
  return areSame(rootThen.right, root)
    ? E.right(undefined)
    : E.left({ _tag: 'OtherHistory', size, ofSource: head.right.size })
}

const write = async (
  to: Ledger,
  records: readonly LedgerRecord[],
  types: EventTypes,
): Promise<E.Either<CopyFailure, void>> => {
  const appended = await to.append(records.map((record) => writeOf(record, types)))()
  if (E.isLeft(appended)) return appended
  const { appended: taken, refused } = appended.right
  if (refused) {
    const position = (records[taken.length] as LedgerRecord).position
    return E.left({ _tag: 'NotTaken', position, refusal: refused })
  }
  const moved = taken.findIndex(({ records: [kept] }, i) => kept?.position !== records[i]?.position)
  return moved < 0
    ? E.right(undefined)
    : E.left({ _tag: 'WrittenByOthers', position: (records[moved] as LedgerRecord).position })
}

const writeOf = (
  { position: _, revision, recordedAt, ...event }: LedgerRecord,
  types: EventTypes,
): Write => ({
  stream: event.stream,
  expected: revision === 0 ? 'noStream' : revision - 1,
  // The store refuses, with its reasons, what is no event by these types.
  events: [E.getOrElse((): NewEvent => event)(checkEvent(event, types))],
  recordedAt,
})

const proved = async (
  from: Ledger,
  to: Ledger,
  written: number,
): Promise<E.Either<CopyFailure, Copied>> => {
  const head = await to.head()()
  if (E.isLeft(head)) return head
  const { size, root } = head.right
  const source: E.Either<LedgerFailure, Uint8Array> = await from.rootAt(size)()
  if (E.isLeft(source)) return source
  return areSame(source.right, root)
    ? E.right({ written, size, root })
    : E.left({ _tag: 'RootsDiffer', size })
}

const areSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
