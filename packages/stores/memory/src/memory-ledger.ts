/**
 * The reference store: the port in its shortest honest form, on arrays and maps.
 */
import type { EventId, Instant, Ledger, LedgerRecord, StreamId } from '@send-ledger/core'
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  leafHash,
  recordBytes,
  rootOf,
  type Sha256,
} from '@send-ledger/core/proof'
import {
  type Appended,
  type AppendOutcome,
  type AppendRefusal,
  beyondEnd,
  checkWrite,
  closed,
  type ExpectedRevision,
  GreatestInstants,
  Growth,
  grownSince,
  ledgerOfStore,
  originFlaw,
  type Write,
} from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** What a ledger in memory needs of its surroundings. */
export interface MemoryOptions {
  readonly sha256: Sha256
  /** The present instant. */
  readonly now: () => Instant
  /** What the ledger calls itself; `urn:send-ledger:memory` unless told. */
  readonly origin?: string
  /** Records though the clock and the ledger's last instant disagree: it gets the later one. */
  readonly trustClock?: boolean
}

/**
 * A ledger that lives as long as the process: for tests, and as the definition of the port.
 *
 * Errors: none of its own; appends are refused as the port says.
 *
 * Errors: throws a RangeError where no ledger can have such an origin.
 *
 * @example
 * import { createHash } from 'node:crypto'
 * import { instant } from '@send-ledger/core'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const head = await ledger.head()()
 * assert.strictEqual(head._tag === 'Right' && head.right.size, 0)
 */
export const memoryLedger = ({
  sha256,
  now,
  origin = 'urn:send-ledger:memory',
  trustClock = false,
}: MemoryOptions): Ledger => {
  const flaw = originFlaw(origin)
  if (flaw !== undefined) throw new RangeError(flaw)
  const records: LedgerRecord[] = []
  const instants = new GreatestInstants()
  const frontiers: Frontier[] = [emptyFrontier]
  const streams = new Map<StreamId, LedgerRecord[]>()
  const byId = new Map<EventId, LedgerRecord>()
  const growth = new Growth()
  const rootOfFirst = (size: number) => rootOf(sha256, frontiers[size] as Frontier)

  const keep = (record: LedgerRecord): LedgerRecord => {
    const leaf = leafHash(sha256, recordBytes(record))
    frontiers.push(appendLeaf(sha256, frontiers.at(-1) as Frontier, leaf))
    streams.set(record.stream, [...(streams.get(record.stream) ?? []), record])
    byId.set(record.id, record)
    records.push(record)
    instants.add(record.recordedAt)
    return record
  }

  const take = (write: Write): E.Either<AppendRefusal, Appended> => {
    const stream = streams.get(write.stream) ?? []
    const checked = checkWrite(write, {
      recordOf: (id) => byId.get(id),
      actual: revisionOf(stream),
      last: instants.last,
      clock: { now: now(), isTrusted: trustClock },
    })
    if (E.isLeft(checked)) return checked
    if (checked.right._tag === 'Kept') {
      return E.right({ records: checked.right.records, duplicate: true })
    }
    const { events, recordedAt } = checked.right
    const kept = events.map((event, i) =>
      keep({ ...event, position: records.length, revision: stream.length + i, recordedAt }),
    )
    return E.right({ records: kept, duplicate: false })
  }

  return ledgerOfStore({
    origin,
    append: (writes, reads = [], closing) =>
      TE.fromIO(() => {
        const refused = grownSince(reads, (stream) => revisionOf(streams.get(stream) ?? []))
        const outcome = refused
          ? { appended: [], refused }
          : closed(inTurn(writes, take), closing, take)
        growth.tell()
        return outcome
      }),
    readStream: (stream) => TE.fromIO(() => streams.get(stream) ?? []),
    readAll: ({ from, limit }) => TE.fromIO(() => records.slice(from, from + limit)),
    head: () =>
      TE.fromIO(() => {
        const recordedAt = instants.last
        const head = { size: records.length, root: rootOfFirst(records.length) }
        return recordedAt === undefined ? head : { ...head, recordedAt }
      }),
    sizeKnownAt: (known) => TE.fromIO(() => instants.sizeKnownAt(known)),
    rootAt: (size) => async () =>
      size <= records.length ? E.right(rootOfFirst(size)) : E.left(beyondEnd(size, records.length)),
    grown: (size, stop) => async () => {
      await growth.until(() => (records.length > size ? true : undefined), stop)
      return E.right(undefined)
    },
    close: () => TE.right(undefined),
  })
}

/** Takes writes in order, up to the first that is refused. */
const inTurn = (
  writes: readonly Write[],
  take: (write: Write) => E.Either<AppendRefusal, Appended>,
): AppendOutcome => {
  const appended: Appended[] = []
  for (const write of writes) {
    const taken = take(write)
    if (E.isLeft(taken)) return { appended, refused: taken.left }
    appended.push(taken.right)
  }
  return { appended }
}

const revisionOf = (stream: readonly LedgerRecord[]): ExpectedRevision =>
  stream.length === 0 ? 'noStream' : stream.length - 1
