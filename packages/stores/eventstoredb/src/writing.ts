/**
 * Writes into the log of the server: each all or nothing, in order, up to the first refused.
 */
import type { EventId, Instant, LedgerRecord, StreamId } from '@send-ledger/core'
import { recordText } from '@send-ledger/core/proof'
import {
  type Appended,
  type AppendOutcome,
  type AppendRefusal,
  type CheckedWrite,
  type Closing,
  checkWrite,
  type ExpectedRevision,
  grownSince,
  type StreamRead,
  type Write,
} from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { attempted } from './attempts.js'
import type { Log, LogProblem } from './log.js'
import type { Settings } from './options.js'
import { passing } from './problem.js'
import { tooLarge } from './size.js'
import type { Wire, WireEvent } from './wire.js'

/** What writes go through. */
export interface Writing {
  readonly wire: Wire
  readonly log: Log
  readonly settings: Settings
}

/** A write that was taken: its records as made here, still without their positions. */
type Taken =
  | { readonly _tag: 'Written'; readonly records: readonly Made[] }
  | { readonly _tag: 'Kept'; readonly records: readonly LedgerRecord[] }

/** A record that is made here, still without its position, and its canonical text. */
interface Made {
  readonly record: LedgerRecord
  readonly text: string
}

type ToKeep = Extract<CheckedWrite, { readonly _tag: 'ToKeep' }>

type Answer<A> = Promise<E.Either<LogProblem, A>>

/**
 * Takes writes in order. The streams that were read are looked at just before the first of them:
 * the server has no act that writes to one stream on the condition that another has not grown.
 */
export const appendAll = async (
  writing: Writing,
  writes: readonly Write[],
  reads: readonly StreamRead[],
  closing: Closing | undefined,
): Answer<AppendOutcome> => {
  const outcome = await appendEach(writing, writes, reads)
  if (E.isLeft(outcome) || outcome.right.appended.length === 0) return outcome
  const last = closing?.(outcome.right.appended)
  if (last === undefined) return outcome
  const closed = await appendEach(writing, [last], [])
  if (E.isLeft(closed)) return closed
  const { appended, refused } = closed.right
  const taken = refused ? E.left(refused) : E.right(appended[0] as Appended)
  return E.right({ ...outcome.right, closing: taken })
}

const appendEach = async (
  writing: Writing,
  writes: readonly Write[],
  reads: readonly StreamRead[],
): Answer<AppendOutcome> => {
  const turn = new Turn(writing)
  // Others may have written: their instants and revisions are known before anything is judged.
  const begun = await turn.learn()
  if (E.isLeft(begun)) return begun
  const stale = grownSince(reads, (stream) => revisionAfter(writing, stream))
  if (stale) return E.right({ appended: [], refused: stale })
  const taken: Taken[] = []
  let refused: AppendRefusal | undefined
  for (const write of writes) {
    const each = await turn.take(write)
    if (E.isLeft(each)) return each
    if (E.isLeft(each.right)) {
      refused = each.right.left
      break
    }
    taken.push(each.right.right)
  }
  const learned = await turn.learnWritten()
  if (E.isLeft(learned)) return learned
  const appended: Appended[] = []
  for (const [i, each] of taken.entries()) {
    const settled = await turn.settled(writes[i] as Write, each)
    if (E.isLeft(settled)) return settled
    if (E.isLeft(settled.right)) return E.right({ appended, refused: settled.right.left })
    appended.push(settled.right.right)
  }
  return E.right(refused === undefined ? { appended } : { appended, refused })
}

const revisionAfter = ({ log }: Writing, stream: StreamId): ExpectedRevision => {
  const { length } = log.order.positionsOf(stream)
  return length === 0 ? 'noStream' : length - 1
}

/** How often a write is checked again because others write to its stream at the same time. */
const mostRaces = 20

/** The writes of one call: those of them that are written and not learned yet are pending. */
class Turn {
  private pending = new Map<EventId, LedgerRecord>()
  private revisions = new Map<StreamId, number>()
  private last: Instant | undefined

  constructor(private readonly writing: Writing) {}

  /** Takes one write, or says why not. */
  async take(write: Write): Answer<E.Either<AppendRefusal, Taken>> {
    if (write.events.some(({ id }) => this.pending.has(id))) {
      const learned = await this.learnWritten()
      if (E.isLeft(learned)) return learned
    }
    for (let race = 0; ; race++) {
      const checked = await this.checked(write)
      if (E.isLeft(checked)) return checked
      if (E.isLeft(checked.right)) return E.right(checked.right)
      if (checked.right.right._tag === 'Kept') return E.right(E.right(checked.right.right))
      const records = this.made(write, checked.right.right)
      const texts = records.map(({ text }) => text)
      const refused = tooLarge(texts)
      if (refused) return E.right(E.left(refused))
      const sent = await this.send(write, records)
      if (E.isRight(sent)) return E.right(E.right({ _tag: 'Written', records }))
      if (sent.left._tag === 'TooLarge') {
        return E.right(E.left(tooLarge(texts, sent.left.most) ?? tooLargeForServer))
      }
      const isRaced = sent.left._tag === 'WrongRevision' || sent.left._tag === 'StreamDeleted'
      if (!isRaced || race === mostRaces) return sent
      // Somebody else wrote, or the first attempt did and its answer was lost: look again.
      const learned = await this.learn()
      if (E.isLeft(learned)) return learned
    }
  }

  /** A write checked against what is known and what is pending. */
  private async checked(write: Write) {
    const found = new Map<EventId, LedgerRecord>()
    for (const { id } of write.events) {
      const at = this.writing.log.order.find(id)
      if (at === undefined || found.has(id)) continue
      const stream = await this.writing.log.ofStream(at.stream)
      if (E.isLeft(stream)) return stream
      for (const record of stream.right) found.set(record.id, record)
    }
    const { log, settings } = this.writing
    const { order } = log
    const next = this.revisions.get(write.stream) ?? order.positionsOf(write.stream).length
    return E.right(
      checkWrite(write, {
        recordOf: (id) => found.get(id),
        actual: next === 0 ? 'noStream' : next - 1,
        last: this.lastInstant(),
        clock: { now: settings.now(), isTrusted: settings.trustClock },
      }),
    )
  }

  private lastInstant(): Instant | undefined {
    const { last } = this.writing.log.order
    return this.last === undefined || (last !== undefined && this.last < last) ? last : this.last
  }

  private made({ expected }: Write, { events, recordedAt }: ToKeep): readonly Made[] {
    const first = expected === 'noStream' ? 0 : expected + 1
    return events.map((event, i) => {
      const record = { ...event, position: -1, revision: first + i, recordedAt }
      return { record, text: recordText(record) }
    })
  }

  private async send(write: Write, records: readonly Made[]): Answer<void> {
    const { wire, log, settings } = this.writing
    const stream = log.streams.of(write.stream)
    const events = records.map(eventOf)
    const sent = await attempted(settings, () => wire.append(stream, events, write.expected))
    if (E.isLeft(sent)) return sent
    const last = (records.at(-1) as Made).record
    for (const { record } of records) this.pending.set(record.id, record)
    this.revisions.set(write.stream, last.revision + 1)
    this.last = last.recordedAt
    return E.right(undefined)
  }

  /** Learns what was written here, with what others wrote before it. */
  async learnWritten(): Answer<void> {
    return this.pending.size > 0 ? this.learn() : E.right(undefined)
  }

  /** Learns what is new, what was written here included: another node may be behind the leader. */
  async learn(): Answer<void> {
    const { log, settings } = this.writing
    const learned = await attempted(settings, async () => {
      const answer = await log.learn()
      const isMissing = [...this.pending.keys()].some((id) => log.order.find(id) === undefined)
      return E.isRight(answer) && isMissing ? E.left(notThere) : E.right(answer)
    })
    if (E.isLeft(learned)) return learned
    if (E.isLeft(learned.right)) return learned.right
    this.pending = new Map()
    this.revisions = new Map()
    return E.right(undefined)
  }

  /** What became of a write, once it is learned. */
  async settled(write: Write, taken: Taken): Answer<E.Either<AppendRefusal, Appended>> {
    if (taken._tag === 'Kept') return E.right(E.right({ records: taken.records, duplicate: true }))
    const { order } = this.writing.log
    const records: LedgerRecord[] = []
    for (const { record, text } of taken.records) {
      const at = order.find(record.id)
      // The server takes an id that it has for a repeat, whatever the content.
      if (at === undefined || !order.isTextAt(at.position, text)) return this.settledByOthers(write)
      records.push({ ...record, position: at.position })
    }
    return E.right(E.right({ records, duplicate: false }))
  }

  /** Somebody else wrote these ids at the same time: the write is checked against theirs. */
  private async settledByOthers(write: Write): Answer<E.Either<AppendRefusal, Appended>> {
    const checked = await this.checked(write)
    if (E.isLeft(checked)) return checked
    if (E.isLeft(checked.right)) return E.right(checked.right)
    const { right } = checked.right
    if (right._tag === 'Kept') {
      return E.right(E.right({ records: right.records, duplicate: true }))
    }
    const reason = `what was written to ${write.stream} is not there`
    const damage = { position: this.writing.log.order.size, reason }
    return E.left({ _tag: 'Damaged', damage })
  }
}

const notThere = passing('what was written cannot be read yet')

const tooLargeForServer: AppendRefusal = {
  _tag: 'InvalidEvent',
  flaws: [{ at: 'events', problem: 'are together more than the server takes at once' }],
}

/** The event that holds a record: its JSON value is the record, and its text is canonical. */
const eventOf = ({ record: { id, type }, text }: Made): WireEvent => ({
  id,
  type,
  data: JSON.parse(text) as Record<string, unknown>,
})
