/**
 * The life cycle of every stream: its records one after the other, each as it would have been
 * checked on the day on which it was recorded; and ratings, by the scale of their programme as it
 * stood then.
 */
import { type Ledger, type LedgerFailure, type LedgerRecord, StreamId } from '@send-ledger/core'
import { type ReadRecords, slippedRatings, streamRefusal } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { TakenEarlier } from '../not-checked.js'
import { leafGiven } from './check-record.js'
import type { LedgerFinding } from './findings.js'
import type { Found } from './found.js'
import { type StreamSeen, type StreamsSeen, streamOf } from './streams-seen.js'

/** What the life cycles are checked against. */
export interface Seen {
  readonly streams: StreamsSeen
  /** Number of records that were walked over; later ones came meanwhile. */
  readonly size: number
}

/** What came of it. */
export interface LifeCyclesChecked {
  /** Number of streams that could not be checked, for they hold damage. */
  readonly withDamage: number
  /** Records that only an earlier version of the rules takes. */
  readonly earlier: TakenEarlier['records']
}

/**
 * Checks all streams.
 *
 * Errors: the ledger's, where it is no damage.
 */
export const checkLifeCycles = async (
  ledger: Ledger,
  { streams, size }: Seen,
  found: Found,
  reached: (records: number) => void,
): Promise<E.Either<LedgerFailure, LifeCyclesChecked>> => {
  const earlier: TakenEarlier['records'][number][] = []
  const sound = soundStreams(ledger, found)
  let withDamage = 0
  let done = 0
  for (const [name, seen] of streams.all()) {
    done += seen.count
    if (!StreamId.is(name)) continue
    const read = await ledger.readStream(name)()
    if (E.isLeft(read) && read.left._tag !== 'LedgerDamaged') return read
    reached(done)
    if (E.isLeft(read)) {
      withDamage += 1
      continue
    }
    const records = read.right.filter(({ position }) => position < size)
    const differs = difference(name, seen, records)
    if (differs) found.add(differs)
    // What follows a damaged record is not to be blamed for it.
    const isDamaged = records.some(({ position }) => found.damaged.has(position))
    if (differs || isDamaged) {
      withDamage += 1
      continue
    }
    found.add(...refusedIn(records, earlier))
    const slipped = await slippedRatings(records, sound)
    if (E.isLeft(slipped)) return slipped
    for (const each of slipped.right) {
      if (each.since === undefined) found.add(each)
      else earlier.push({ stream: each.stream, position: each.position })
    }
  }
  return E.right({ withDamage, earlier })
}

/** Streams by which others are judged: each is read once, and one that holds damage judges none. */
const soundStreams = (ledger: Ledger, { damaged }: Found): ReadRecords<LedgerFailure> => {
  const known = new Map<StreamId, ReturnType<ReadRecords<LedgerFailure>>>()
  const read: ReadRecords<LedgerFailure> = async (stream) => {
    const records = await ledger.readStream(stream)()
    if (E.isLeft(records)) {
      return records.left._tag === 'LedgerDamaged' ? E.right(undefined) : records
    }
    const isSound = records.right.every(({ position }) => !damaged.has(position))
    return E.right(isSound ? records.right : undefined)
  }
  return (stream) => {
    const records = known.get(stream) ?? read(stream)
    known.set(stream, records)
    return records
  }
}

const difference = (
  stream: StreamId,
  seen: StreamSeen,
  records: readonly LedgerRecord[],
): LedgerFinding | undefined => {
  const alone = streamOf(records.map(leafGiven))
  return alone.count === seen.count && alone.mark === seen.mark
    ? undefined
    : { _tag: 'StreamDiffers', stream, inAll: seen.count, alone: alone.count }
}

/** The records that would have been refused; those after them are checked as if they were not. */
const refusedIn = (
  records: readonly LedgerRecord[],
  earlier: TakenEarlier['records'][number][],
): readonly LedgerFinding[] => {
  const taken: LedgerRecord[] = []
  const findings: LedgerFinding[] = []
  for (const record of records) {
    const refused = streamRefusal(taken, record)
    // What an earlier version took is as it was recorded then: that it did is named, and no more.
    const isEarlier = refused?._tag === 'LifeCycleBroken' && refused.since !== undefined
    if (isEarlier) earlier.push({ stream: record.stream, position: record.position })
    if (refused === undefined || isEarlier) taken.push(record)
    else findings.push({ ...refused, position: record.position })
  }
  return findings
}
