/**
 * The log of the server, read for one ledger: what is new in it is learned, and what is known is
 * read again. One call at a time learns.
 */
import type { LedgerRecord, StreamId } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { attempted, type Patience } from './attempts.js'
import { type Damage, Order } from './order.js'
import { isBefore, type Place } from './place.js'
import { passing, type WireProblem } from './problem.js'
import { recordIn, type Streams } from './streams.js'
import type { HeardEvent, Wire } from './wire.js'

/** What stands against a use of the log. */
export type LogProblem = WireProblem | { readonly _tag: 'Damaged'; readonly damage: Damage }

type Answer<A> = Promise<E.Either<LogProblem, A>>

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

  /**
   * Learns what is new, up to a place (the end of the log as it is now unless told), or so many
   * records of the ledger; and answers the records that were new.
   */
  async learn(to?: Place, most = Number.POSITIVE_INFINITY): Answer<readonly LedgerRecord[]> {
    const records: LedgerRecord[] = []
    const doubts: Damage[] = []
    const learned = await attempted(this.patience, async () => {
      doubts.length = 0
      const end = to === undefined ? await this.wire.last() : E.right(to)
      if (E.isLeft(end)) return end
      const target = end.right
      if (target === undefined || !isBefore(this.order.readTo, target)) return E.right(undefined)
      const read = await this.readOn(target, most, records, (found) => {
        doubts.push(found)
      })
      if (E.isLeft(read)) return read
      const [doubt] = doubts
      if (doubt !== undefined) return E.left(passing(doubt.reason))
      return records.length >= most || !isBefore(this.order.readTo, target)
        ? E.right(undefined)
        : E.left(passing('the server ended a read before its end'))
    })
    const [doubt] = doubts
    if (E.isLeft(learned)) return doubt ? E.left({ _tag: 'Damaged', damage: doubt }) : learned
    const { damage } = this.order
    return damage === undefined ? E.right(records) : E.left({ _tag: 'Damaged', damage })
  }

  /**
   * Reads on from the last event that was read. An event counts when the one after it has come,
   * or when it is the last: events the wrong way round are found out before they are learned.
   */
  private async readOn(
    target: Place,
    most: number,
    records: LedgerRecord[],
    doubted: (damage: Damage) => void,
  ): Promise<E.Either<WireProblem, void>> {
    const { order } = this
    let held: HeardEvent | undefined
    const learn = (event: HeardEvent): boolean => {
      const learned = order.learn(event)
      if (learned._tag === 'Record') records.push(learned.record)
      if (learned._tag === 'Doubt') doubted(learned.damage)
      return learned._tag !== 'Doubt' && records.length < most
    }
    const from = order.readTo
    const read = await this.wire.all(from, Number.MAX_SAFE_INTEGER, (event) => {
      if (from !== undefined && !isBefore(from, event.place)) return true
      const before = held
      if (before !== undefined && !isBefore(before.place, event.place)) {
        doubted({ position: order.size, reason: 'events come out of order' })
        held = undefined
        return false
      }
      held = event
      if (before !== undefined && !learn(before)) {
        held = undefined
        return false
      }
      // Beyond the target there may always be more: what was asked for is there.
      return isBefore(event.place, target)
    })
    if (E.isRight(read) && held !== undefined && records.length < most) learn(held)
    return read
  }

  /** Reads records again whose positions are known. */
  async reread(from: number, count: number): Answer<readonly LedgerRecord[]> {
    const { order, streams } = this
    let wrong: string | undefined
    let records: LedgerRecord[] = []
    const read = await attempted(this.patience, async () => {
      records = []
      wrong = undefined
      const heard = await this.wire.all(order.placeAt(from), Number.MAX_SAFE_INTEGER, (event) => {
        const stream = streams.subjectOf(event.stream)
        if (stream === undefined) return true
        const position = from + records.length
        const record = recordIn(event, stream, position)
        if (typeof record === 'string') wrong = record
        else if (order.positionsOf(stream)[record.revision] !== position) {
          wrong = `there is another record than before`
        } else records.push(record)
        return wrong === undefined && records.length < count
      })
      if (E.isLeft(heard)) return heard
      if (wrong !== undefined) return E.left(passing(wrong))
      return records.length === count
        ? heard
        : E.left(passing('the server ended a read before its end'))
    })
    if (wrong !== undefined && E.isLeft(read)) {
      return E.left({ _tag: 'Damaged', damage: { position: from + records.length, reason: wrong } })
    }
    return E.map(() => records)(read)
  }

  /** The records of a stream, as many as are known of it at least. */
  async ofStream(stream: StreamId): Answer<readonly LedgerRecord[]> {
    const { order, streams } = this
    let wrong: string | undefined
    let records: LedgerRecord[] = []
    const positions = order.positionsOf(stream)
    if (positions.length === 0) return E.right([])
    const read = await attempted(this.patience, async () => {
      records = []
      wrong = undefined
      const heard = await this.wire.of(streams.of(stream), (event) => {
        const position = positions[records.length]
        if (position === undefined) return false
        const record = recordIn(event, stream, position)
        if (typeof record === 'string') wrong = record
        else if (record.revision !== records.length) wrong = `revisions of ${stream} are not dense`
        else records.push(record)
        return wrong === undefined && records.length < positions.length
      })
      if (E.isLeft(heard)) return heard
      if (wrong !== undefined) return E.left(passing(wrong))
      return records.length === positions.length
        ? heard
        : E.left(passing(`the server ended a read of ${stream} before its end`))
    })
    if (E.isRight(read)) return E.right(records)
    const at = { position: positions[records.length] ?? order.size }
    if (wrong !== undefined) {
      return E.left({ _tag: 'Damaged', damage: { ...at, reason: wrong } })
    }
    if (read.left._tag === 'NoSuchStream' || read.left._tag === 'StreamDeleted') {
      const reason = `the stream ${streams.of(stream)} was deleted`
      return E.left({ _tag: 'Damaged', damage: { ...at, reason } })
    }
    return read
  }

  /** Waits until there is an event of the ledger that was not read yet. */
  grown(stop: AbortSignal): Promise<E.Either<WireProblem, void>> {
    return this.wire.heard(this.order.readTo, this.streams.prefixes, stop)
  }
}
