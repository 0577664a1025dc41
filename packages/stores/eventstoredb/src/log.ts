/**
 * The log of the server, read for one ledger: what is new in it is learned, and what is known is
 * read again. One call at a time learns.
 */
import type { LedgerRecord, StreamId } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { attempted, type Patience, pause } from './attempts.js'
import { wasDeleted } from './dangers.js'
import { type Damage, Order } from './order.js'
import { isBefore, type Place } from './place.js'
import { endedEarly, passing, type WireProblem } from './problem.js'
import { recordIn, type Streams } from './streams.js'
import { gone, type Heed, walk } from './walk.js'
import type { HeardEvent, Wire } from './wire.js'

/** What stands against a use of the log. */
export type LogProblem = WireProblem | { readonly _tag: 'Damaged'; readonly damage: Damage }

type Answer<A> = Promise<E.Either<LogProblem, A>>

const damaged = (damage: Damage): E.Either<LogProblem, never> => E.left({ _tag: 'Damaged', damage })

/** The log of one ledger. */
export class Log {
  readonly order: Order

  constructor(
    private readonly wire: Wire,
    readonly streams: Streams,
    private readonly patience: Patience,
  ) {
    this.order = new Order(streams)
  }

  /** Learns what is new, up to the end of the log as it is now. */
  learn(): Answer<void> {
    return this.learnOn(() => true)
  }

  /** Learns at most so many records that are new, and answers them. */
  async learnNext(most: number): Answer<readonly LedgerRecord[]> {
    const records: LedgerRecord[] = []
    const learned = await this.learnOn((record) => records.push(record) < most)
    return E.map(() => records)(learned)
  }

  /** Learns so many records that are new, and keeps none of them. */
  async skip(count: number): Answer<void> {
    let left = count
    return this.learnOn(() => --left > 0)
  }

  private async learnOn(more: (record: LedgerRecord) => boolean): Answer<void> {
    const { order, patience, wire } = this
    const end = await this.end()
    if (E.isLeft(end)) return end
    if (isBefore(order.readTo, end.right)) {
      const heed: Heed = (event) => {
        const learned = order.learn(event)
        if (learned._tag === 'Doubt') return learned.damage
        return learned._tag === 'Other' || more(learned.record) ? 'More' : 'Enough'
      }
      const way = { from: order.readTo, after: order.readTo, to: end.right }
      const walked = await walk({ wire, patience, here: () => order.size }, way, heed)
      if (E.isLeft(walked)) return walked
    }
    return order.damage === undefined ? E.right(undefined) : damaged(order.damage)
  }

  /** The end of the log, which never lies before a record that was read. */
  private async end(): Answer<Place> {
    let lost: Damage | undefined
    const end = await attempted(this.patience, async () => {
      const last = await this.wire.last()
      lost = E.isLeft(last) ? undefined : this.order.lostAfter(last.right)
      return lost === undefined ? last : E.left(passing(lost.reason))
    })
    return lost === undefined ? end : damaged(lost)
  }

  /** Reads records again whose positions are known. */
  async reread(from: number, count: number): Answer<readonly LedgerRecord[]> {
    const { order, patience, streams, wire } = this
    const records: LedgerRecord[] = []
    const here = (): number => from + records.length
    const heed: Heed = (event) => {
      const stream = streams.subjectOf(event.stream)
      if (stream === undefined) return 'More'
      const isLater = isBefore(order.placeAt(here()), event.place)
      const record = isLater ? gone : this.again(event, stream, here())
      if (typeof record === 'string') return { position: here(), reason: record }
      return records.push(record) < count ? 'More' : 'Enough'
    }
    const way = { from: order.placeAt(from), after: undefined, to: order.placeAt(from + count - 1) }
    const walked = await walk({ wire, patience, here }, way, heed)
    if (E.isLeft(walked)) return walked
    if (records.length === count) return E.right(records)
    return damaged({ position: here(), reason: gone })
  }

  /** The record at a known position, as an event has it now; else what is wrong with it. */
  private again(event: HeardEvent, stream: StreamId, position: number): LedgerRecord | string {
    const record = recordIn(event, stream, position)
    return typeof record === 'string' ? record : (this.order.flawOf(record) ?? record)
  }

  /** The records of a stream, as many as are known of it. */
  async ofStream(stream: StreamId): Answer<readonly LedgerRecord[]> {
    const { order, streams } = this
    const positions = order.positionsOf(stream)
    if (positions.length === 0) return E.right([])
    let flaw: string | undefined
    let records: LedgerRecord[] = []
    const read = await attempted(this.patience, async () => {
      records = []
      flaw = undefined
      const heard = await this.wire.of(streams.of(stream), (event) => {
        const position = positions[records.length] as number
        const isLater = event.revision > records.length
        const record = isLater ? gone : this.again(event, stream, position)
        if (typeof record === 'string') flaw = record
        else records.push(record)
        return flaw === undefined && records.length < positions.length
      })
      if (E.isLeft(heard)) return heard
      if (flaw !== undefined) return E.left(passing(flaw))
      return records.length === positions.length ? heard : E.left(endedEarly)
    })
    if (E.isRight(read)) return E.right(records)
    const { _tag } = read.left
    const isGone = _tag === 'NoSuchStream' || _tag === 'StreamDeleted'
    const reason = isGone ? wasDeleted(streams.of(stream)) : flaw
    if (reason === undefined) return read
    const position = positions[records.length] ?? order.size
    return damaged({ position, reason })
  }

  /** Waits until there may be an event of the ledger that was not read yet. */
  async grown(stop: AbortSignal): Answer<void> {
    const { order, patience, streams, wire } = this
    const heard = await attempted(patience, () => wire.heard(order.readTo, streams.prefixes, stop))
    if (E.isLeft(heard)) return heard
    if (heard.right === 'Dropped') await pause(patience)
    return E.right(undefined)
  }
}
