/**
 * Whether the answers of recorders that recorded at the same time are those of one: each decision
 * is made again over the first records of the ledger, as many as there were when it was made.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  type Draft,
  type EventId,
  type Instant,
  type Ledger,
  type LedgerRecord,
  type RecordOutcome,
  recorder,
  type StreamId,
} from '@send-ledger/core'
import { type AppendOutcome, checkWrite, type Write } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** A call of a recorder, as it was seen from outside. */
export interface RecordCall {
  readonly drafts: readonly Draft[]
  /** The clock of who called. */
  readonly now: Instant
  /** How many records the ledger had before the call, and how many after it. */
  readonly before: number
  readonly after: number
  /** One for each draft. */
  readonly outcomes: readonly RecordOutcome[]
}

/**
 * What is wrong with the answers of recorders on one ledger; nothing where all of them are as of
 * one recorder that took the calls' drafts in some order, each call's in its own:
 *
 * - every record was acknowledged to one draft, at its position, and decided over those before it;
 * - a duplicate was there, with the same content;
 * - each refusal is that of one recorder over the first records, as many as there were at some
 *   moment within the call, between what the call recorded before it and what it recorded after.
 *
 * @param records all records of the ledger, in which there was nothing before the calls.
 */
export const flawsAsOfOne = async (
  records: readonly LedgerRecord[],
  calls: readonly RecordCall[],
): Promise<readonly string[]> => {
  const history = new History(records)
  const told = calls.map((call) => flawsOfCall(history, call))
  return [...flawsOfOrder(records), ...flawsOfOwners(records, calls), ...(await each(told))]
}

const each = async (flaws: readonly Promise<readonly string[]>[]): Promise<readonly string[]> =>
  (await Promise.all(flaws)).flat()

const flawsOfOrder = (records: readonly LedgerRecord[]): readonly string[] =>
  records.flatMap(({ position, recordedAt }, i) => {
    const before = records[i - 1]
    if (position !== i) return [`position ${position} stands at ${i}`]
    return before && before.recordedAt > recordedAt ? [`the instant of ${i} runs backwards`] : []
  })

/** Nothing lost and nothing twice: each record was acknowledged once. */
const flawsOfOwners = (
  records: readonly LedgerRecord[],
  calls: readonly RecordCall[],
): readonly string[] => {
  const owners = new Map<number, number>()
  for (const outcome of calls.flatMap(({ outcomes }) => outcomes)) {
    if (E.isLeft(outcome) || outcome.right.duplicate) continue
    const { position } = outcome.right.record
    owners.set(position, (owners.get(position) ?? 0) + 1)
  }
  const ids = new Set(records.map(({ id }) => id))
  return [
    ...(ids.size === records.length ? [] : ['an id is there twice']),
    ...[...owners.keys()]
      .filter((at) => !records[at])
      .map((at) => `${at} was acknowledged, not kept`),
    ...records
      .filter(({ position }) => owners.get(position) !== 1)
      .map(({ position }) => `${position} was acknowledged ${owners.get(position) ?? 0} times`),
  ]
}

const flawsOfCall = async (history: History, call: RecordCall): Promise<readonly string[]> => {
  const { drafts, outcomes, before, after } = call
  if (drafts.length !== outcomes.length) return ['a draft has no outcome']
  if (after > history.size || before > after) return ['the end of the ledger went back']
  const flaws: string[] = []
  let least = before
  for (const [i, draft] of drafts.entries()) {
    const most = nextOwn(outcomes, i) ?? after
    const at = await decidedAt(history, call, { draft, outcome: outcomes[i], least, most })
    if (at !== undefined) least = at
    else
      flaws.push(`${JSON.stringify(draft.event)}: ${JSON.stringify(outcomes[i])} is of no moment`)
  }
  return flaws
}

/** Where the next draft of a call that was recorded came to stand. */
const nextOwn = (outcomes: readonly RecordOutcome[], from: number): number | undefined => {
  const next = outcomes.slice(from).find((each) => E.isRight(each) && !each.right.duplicate)
  return next && E.isRight(next) ? next.right.record.position : undefined
}

interface Decision {
  readonly draft: Draft
  readonly outcome: RecordOutcome | undefined
  /** The decision was made over at least so many records, and at most so many. */
  readonly least: number
  readonly most: number
}

/** The size of the ledger after a decision, at the first moment that bears it out. */
const decidedAt = async (
  history: History,
  { now }: RecordCall,
  { draft, outcome, least, most }: Decision,
): Promise<number | undefined> => {
  if (outcome === undefined) return undefined
  const told = plain(outcome)
  for (const size of history.moments(draft, least, most)) {
    if (E.isRight(outcome) && !outcome.right.duplicate) {
      if (size !== outcome.right.record.position) continue
      if (isDeepStrictEqual(await history.decided(size, draft, now), told)) return size + 1
    } else if (isDeepStrictEqual(await history.decided(size, draft, now), told)) return size
  }
  return undefined
}

/** Records as they came, and what one recorder decides at any moment of them. */
class History {
  readonly size: number
  private readonly streams = new Map<StreamId, LedgerRecord[]>()
  private readonly byId = new Map<EventId, LedgerRecord>()

  constructor(private readonly records: readonly LedgerRecord[]) {
    this.size = records.length
    for (const record of records) {
      const stream = this.streams.get(record.stream)
      if (stream) stream.push(record)
      else this.streams.set(record.stream, [record])
      this.byId.set(record.id, record)
    }
  }

  /** Sizes at which a decision may come out otherwise than just before, and both ends. */
  moments({ event }: Draft, least: number, most: number): readonly number[] {
    const touching = this.records
      .slice(least, most)
      .filter(({ id, stream }) => {
        return id === event.id || stream === event.stream || stream.startsWith('programme-')
      })
      .map(({ position }) => position + 1)
    return [...new Set([least, ...touching, most])]
  }

  /** What becomes of a draft after so many records. */
  async decided(size: number, draft: Draft, now: Instant): Promise<RecordOutcome | undefined> {
    const ledger = this.asOf(size, now)
    const outcomes = await recorder(ledger, { now: () => now }).record([draft])()
    return E.isRight(outcomes) ? plain(outcomes.right[0]) : undefined
  }

  private asOf(size: number, now: Instant): Ledger {
    const { records } = this
    const kept = (stream: StreamId) =>
      (this.streams.get(stream) ?? []).filter(({ position }) => position < size)
    const last = records[size - 1]?.recordedAt
    const take = (write: Write): AppendOutcome => {
      const { length } = kept(write.stream)
      const checked = checkWrite(write, {
        recordOf: (id) => this.recordOf(id, size),
        actual: length === 0 ? 'noStream' : length - 1,
        last,
        clock: { now, isTrusted: false },
      })
      if (E.isLeft(checked)) return { appended: [], refused: checked.left }
      if (checked.right._tag === 'Kept') {
        return { appended: [{ records: checked.right.records, duplicate: true }] }
      }
      const { events, recordedAt } = checked.right
      const made = events.map((event, i) => {
        return { ...event, position: size + i, revision: length + i, recordedAt }
      })
      return { appended: [{ records: made, duplicate: false }] }
    }
    const root = new Uint8Array(32)
    return {
      origin: 'urn:send-ledger:as-of-one',
      append: ([write]) => TE.fromIO(() => (write ? take(write) : { appended: [] })),
      readStream: (stream) => TE.fromIO(() => kept(stream)),
      readAll: ({ from, limit }) => TE.right(records.slice(from, Math.min(size, from + limit))),
      head: () => TE.right(last === undefined ? { size, root } : { size, root, recordedAt: last }),
      sizeKnownAt: () => TE.right(size),
      rootAt: () => TE.right(root),
      grown: () => TE.right(undefined),
      close: () => TE.right(undefined),
    }
  }

  private recordOf(id: EventId, size: number): LedgerRecord | undefined {
    const record = this.byId.get(id)
    return record && record.position < size ? record : undefined
  }
}

/** As it comes from another process. */
const plain = <A>(value: A): A => JSON.parse(JSON.stringify(value)) as A
