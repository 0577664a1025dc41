/**
 * The one order of a ledger's records, learned event by event from the log of the server, which
 * holds other events too: dense positions, revisions, ids, instants and leaves. The records
 * themselves stay where they are.
 */
import type { EventId, Instant, LedgerRecord, StreamId } from '@send-ledger/core'
import type { Hash } from '@send-ledger/core/proof'
import { GreatestInstants } from '@send-ledger/core/store'
import { type Danger, dangers } from './dangers.js'
import { Leaves, leafOf, leafOfText } from './leaves.js'
import { isBefore, type Place } from './place.js'
import { noRecord, recordIn, type Streams } from './streams.js'
import type { HeardEvent } from './wire.js'

/** What is wrong with what is kept. */
export interface Damage {
  readonly position: number
  readonly reason: string
}

/** What became of an event: a record of the ledger, none of it, or a reason to doubt the read. */
export type Learned =
  | { readonly _tag: 'Record'; readonly record: LedgerRecord }
  | { readonly _tag: 'Other' }
  | { readonly _tag: 'Doubt'; readonly damage: Damage }

/** The order, as far as it was learned. */
export class Order {
  /** The last event that was read, of the ledger or not. */
  readTo: Place | undefined
  readonly leaves = new Leaves()
  private readonly places: Place[] = []
  private readonly instants = new GreatestInstants()
  private readonly positions = new Map<StreamId, number[]>()
  private readonly ids = new Map<
    EventId,
    { readonly stream: StreamId; readonly position: number }
  >()
  private readonly endangered = new Map<string, Danger>()

  constructor(private readonly streams: Streams) {}

  get size(): number {
    return this.places.length
  }

  /** The greatest recorded instant. */
  get last(): Instant | undefined {
    return this.instants.last
  }

  /** What endangers the ledger: settings of its streams, or that one was deleted. */
  get damage(): Damage | undefined {
    for (const { stream, reason = '' } of this.endangered.values()) {
      const subject = this.streams.subjectOf(stream)
      return { position: (subject && this.positionsOf(subject)[0]) ?? 0, reason }
    }
    return undefined
  }

  /** Learns the next event of the log. */
  learn(event: HeardEvent): Learned {
    const learned = this.told(event)
    if (learned._tag !== 'Doubt') this.readTo = event.place
    return learned
  }

  private told(event: HeardEvent): Learned {
    const danger = dangers(this.streams, event)
    if (danger !== undefined) {
      if (danger.reason === undefined) this.endangered.delete(danger.by)
      else this.endangered.set(danger.by, danger)
      return { _tag: 'Other' }
    }
    const stream = this.streams.subjectOf(event.stream)
    if (stream === undefined) return { _tag: 'Other' }
    const record = recordIn(event, stream, this.size)
    if (typeof record === 'string') return doubt(this.size, record)
    const expected = this.positions.get(stream)?.length ?? 0
    if (record.revision !== expected) {
      const gap = `of ${stream}, revision ${record.revision} follows ${expected - 1}`
      return doubt(this.size, expected === 0 ? `the beginning of ${stream} is missing` : gap)
    }
    const leaf = leafOf(record)
    if (leaf === undefined) return doubt(this.size, noRecord(event, stream))
    this.take(record, leaf, event.place)
    return { _tag: 'Record', record }
  }

  private take(record: LedgerRecord, leaf: Hash, place: Place): void {
    const { id, stream, position, recordedAt } = record
    this.places.push(place)
    this.instants.add(recordedAt)
    const positions = this.positions.get(stream)
    if (positions === undefined) this.positions.set(stream, [position])
    else positions.push(position)
    // Should two writers of different streams use one id at once, the first in the log has it.
    if (!this.ids.has(id)) this.ids.set(id, { stream, position })
    this.leaves.add(leaf)
  }

  /** Where the record of an id stands. */
  find(id: EventId): { readonly stream: StreamId; readonly position: number } | undefined {
    return this.ids.get(id)
  }

  /** What is wrong with a record that is read again; undefined where it is the one that was. */
  flawOf(record: LedgerRecord): string | undefined {
    const { stream, revision, position } = record
    const isThere = this.positionsOf(stream)[revision] === position
    if (isThere && this.isAt(position, leafOf(record))) return undefined
    return `revision ${revision} of ${stream} is not the record that was there before`
  }

  /** Whether the record at a position has this text, to the last byte. */
  isTextAt(position: number, text: string): boolean {
    return this.isAt(position, leafOfText(text))
  }

  private isAt(position: number, leaf: Hash | undefined): boolean {
    return leaf !== undefined && Buffer.compare(leaf, this.leaves.at(position)) === 0
  }

  /** What is lost of the ledger where the log of the server ends at a place. */
  lostAfter(end: Place): Damage | undefined {
    const last = this.places.at(-1)
    if (last === undefined || !isBefore(end, last)) return undefined
    const position = this.places.findIndex((place) => isBefore(end, place))
    return { position, reason: 'the log of the server ends before this record' }
  }

  /** The place in the log of the record at a position. */
  placeAt(position: number): Place {
    return this.places[position] as Place
  }

  /** The positions of a stream's records, by revision. */
  positionsOf(stream: StreamId): readonly number[] {
    return this.positions.get(stream) ?? []
  }

  /** How many records were known at an instant. */
  sizeKnownAt(known: Instant): number {
    return this.instants.sizeKnownAt(known)
  }
}

const doubt = (position: number, reason: string): Learned => ({
  _tag: 'Doubt',
  damage: { position, reason },
})
