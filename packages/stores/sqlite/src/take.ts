/**
 * How writes are taken into a ledger file, within a transaction. Most are new and come in order:
 * they are taken all together. Where one is not, all are taken in turn.
 */
import type { EventId, Instant, LedgerRecord, NewEvent } from '@send-ledger/core'
import {
  type Appended,
  type AppendOutcome,
  type AppendRefusal,
  checkWrite,
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

/** What is to be taken, the streams that it rests on, and the present instant. */
export interface Order {
  readonly writes: readonly Write[]
  readonly reads: readonly StreamRead[]
  readonly now: Instant
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
export const takeTogether = (
  { rows, standing }: Target,
  { writes, reads, now }: Order,
): AppendOutcome => {
  standing.begin()
  const refused = stale(standing, reads)
  if (refused) return { appended: [], refused }
  const appended: Appended[] = []
  for (const write of writes) {
    const checked = check(standing, write, () => undefined)
    if (E.isLeft(checked) || checked.right._tag === 'Kept') throw new NotAllNew()
    appended.push({ records: madeOf(standing, write, checked.right.events, now), duplicate: false })
  }
  if (!rows.add(appended.flatMap(({ records }) => records))) throw new NotAllNew()
  return { appended }
}

/** Takes writes in order, up to the first that is refused. */
export const takeInTurn = (target: Target, { writes, reads, now }: Order): AppendOutcome => {
  target.standing.begin()
  const stood = stale(target.standing, reads)
  if (stood) return { appended: [], refused: stood }
  const appended: Appended[] = []
  for (const write of writes) {
    const taken = take(target, write, now)
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
  now: Instant,
): E.Either<AppendRefusal, Appended> => {
  const checked = check(standing, write, (id) => rows.recordOf(id))
  if (E.isLeft(checked)) return checked
  if (checked.right._tag === 'Kept') {
    return E.right({ records: checked.right.records, duplicate: true })
  }
  const records = madeOf(standing, write, checked.right.events, now)
  if (!rows.add(records)) throw new Error('an id was there that was not found')
  return E.right({ records, duplicate: false })
}

const check = (
  standing: Standing,
  write: Write,
  recordOf: (id: EventId) => LedgerRecord | undefined,
): ReturnType<typeof checkWrite> => {
  const actual = standing.revisionOf(write.stream)
  return checkWrite(write, { recordOf, actual, last: standing.ledger().recordedAt })
}

/** The records that events become at the end of the ledger. */
const madeOf = (
  standing: Standing,
  { stream, recordedAt: kept }: Write,
  events: readonly NewEvent[],
  now: Instant,
): readonly LedgerRecord[] => {
  const { size, recordedAt: last } = standing.ledger()
  const actual = standing.revisionOf(stream)
  const recordedAt = kept ?? (last === undefined || last < now ? now : last)
  const first = actual === 'noStream' ? 0 : actual + 1
  return events.map((event, i) => {
    const record = { ...event, position: size + i, revision: first + i, recordedAt }
    standing.add(record)
    return record
  })
}
