/**
 * How writes are taken into a ledger file, within a transaction. Most are new and come in order:
 * they are taken all together. Where one is not, all are taken in turn.
 */
import type { EventId, LedgerRecord, StreamId } from '@send-ledger/core'
import {
  type Appended,
  type AppendOutcome,
  type AppendRefusal,
  type CheckedWrite,
  type Clock,
  type Closing,
  checkWrite,
  closed,
  grownSince,
  type StreamRead,
  type Write,
} from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { Rows } from './rows.js'
import type { Standing } from './standing.js'

/** What a write is taken into. */
export interface Target {
  readonly rows: Rows
  readonly standing: Standing
}

/** What is to be taken, the streams that it rests on, and the clock of this machine. */
export interface Order {
  readonly writes: readonly Write[]
  readonly reads: readonly StreamRead[]
  readonly closing: Closing | undefined
  readonly clock: Clock
}

/** Not all of some writes are new and in order: none of them was taken. */
export class NotAllNew extends Error {
  override readonly name = 'NotAllNew'
}

/**
 * Takes writes that are all new.
 *
 * Errors: throws NotAllNew, whereupon the transaction must be rolled back.
 */
export const takeTogether = (target: Target, order: Order): AppendOutcome => {
  const { rows, standing } = target
  const { writes, reads, closing, clock } = order
  standing.begin()
  const refused = stale(standing, reads)
  if (refused) return { appended: [], refused }
  const appended: Appended[] = []
  for (const write of writes) {
    const checked = check({ standing, recordOf: () => undefined, clock }, write)
    if (E.isLeft(checked) || checked.right._tag === 'Kept') throw new NotAllNew()
    appended.push({ records: madeOf(standing, write.stream, checked.right), duplicate: false })
  }
  if (!rows.add(appended.flatMap(({ records }) => records))) throw new NotAllNew()
  return closed({ appended }, closing, (write) => take(target, write, clock))
}

/** Takes writes in order, up to the first that is refused. */
export const takeInTurn = (target: Target, order: Order): AppendOutcome => {
  const { writes, reads, closing, clock } = order
  target.standing.begin()
  const stood = stale(target.standing, reads)
  if (stood) return { appended: [], refused: stood }
  const taking = (write: Write) => take(target, write, clock)
  return closed(inTurn(writes, taking), closing, taking)
}

const inTurn = (
  writes: readonly Write[],
  taking: (write: Write) => E.Either<AppendRefusal, Appended>,
): AppendOutcome => {
  const appended: Appended[] = []
  for (const write of writes) {
    const taken = taking(write)
    if (E.isLeft(taken)) return { appended, refused: taken.left }
    appended.push(taken.right)
  }
  return { appended }
}

const stale = (standing: Standing, reads: readonly StreamRead[]): AppendRefusal | undefined =>
  grownSince(reads, (stream) => standing.revisionOf(stream))

const take = (
  { rows, standing }: Target,
  write: Write,
  clock: Clock,
): E.Either<AppendRefusal, Appended> => {
  const checked = check({ standing, recordOf: (id) => rows.recordOf(id), clock }, write)
  if (E.isLeft(checked)) return checked
  if (checked.right._tag === 'Kept') {
    return E.right({ records: checked.right.records, duplicate: true })
  }
  const records = madeOf(standing, write.stream, checked.right)
  if (!rows.add(records)) throw new Error('an id was there that was not found')
  return E.right({ records, duplicate: false })
}

interface Against {
  readonly standing: Standing
  readonly recordOf: (id: EventId) => LedgerRecord | undefined
  readonly clock: Clock
}

const check = (
  { standing, recordOf, clock }: Against,
  write: Write,
): E.Either<AppendRefusal, CheckedWrite> => {
  const actual = standing.revisionOf(write.stream)
  return checkWrite(write, { recordOf, actual, last: standing.ledger().recordedAt, clock })
}

/** The records that events become at the end of the ledger. */
const madeOf = (
  standing: Standing,
  stream: StreamId,
  { events, recordedAt }: Extract<CheckedWrite, { readonly _tag: 'ToKeep' }>,
): readonly LedgerRecord[] => {
  const { size } = standing.ledger()
  const actual = standing.revisionOf(stream)
  const first = actual === 'noStream' ? 0 : actual + 1
  return events.map((event, i) => {
    const record = { ...event, position: size + i, revision: first + i, recordedAt }
    standing.add(record)
    return record
  })
}
