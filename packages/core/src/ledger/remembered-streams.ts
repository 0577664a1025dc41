/**
 * The streams that a recorder has read, so that a stream is not read again for each event; and,
 * on top of them, the events of one batch that are about to be written.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord, NewEvent } from '../events/record.js'
import type { Instant } from '../time/instant.js'
import { instantInTurn } from './clocks.js'
import type { LedgerFailure, RecordedOutOfOrder } from './failures.js'
import type { AppendOutcome, Closing, Head, Ledger, StreamRead, Write } from './port.js'

/** How many records are remembered; the stream used longest ago is forgotten first. */
const most = 50_000

type Read = E.Either<LedgerFailure, readonly LedgerRecord[]>

/** Streams as last read, brought up to date by what is appended here. */
export class RememberedStreams {
  private readonly streams = new Map<StreamId, LedgerRecord[]>()
  private remembered = 0

  constructor(private readonly ledger: Ledger) {}

  /** A batch of events on top of the streams; it knows the last recorded instant. */
  async batch(now: Instant): Promise<E.Either<LedgerFailure, Batch>> {
    const head = await this.ledger.head()()
    return E.map(({ size, recordedAt }: Head) => new Batch(this, now, size, recordedAt))(head)
  }

  /** The records of a stream that is remembered. */
  known(stream: StreamId): readonly LedgerRecord[] | undefined {
    const known = this.streams.get(stream)
    if (known) {
      this.streams.delete(stream)
      this.streams.set(stream, known)
    }
    return known
  }

  async read(stream: StreamId): Promise<Read> {
    const read = await this.ledger.readStream(stream)()
    if (E.isRight(read)) this.remember(stream, [...read.right])
    return read
  }

  /**
   * Appends a batch's writes, on the condition that the streams its decisions rest on have not
   * grown, and takes in what came of them.
   */
  async append(
    writes: readonly Write[],
    reads: readonly StreamRead[],
    closing: Closing | undefined,
  ): Promise<E.Either<LedgerFailure, AppendOutcome>> {
    if (writes.length === 0 && reads.length === 0) return E.right({ appended: [] })
    const appended = await this.ledger.append(writes, reads, closing)()
    // After a refusal somebody else may have written: everything is read anew.
    if (E.isLeft(appended) || appended.right.refused) this.forget()
    else {
      const { appended: taken, closing: closed } = appended.right
      for (const { records } of taken) this.keep(records)
      if (closed && E.isRight(closed)) this.keep(closed.right.records)
    }
    return appended
  }

  private keep(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      const known = this.streams.get(record.stream)
      if (known?.length !== record.revision) continue
      known.push(record)
      this.remembered++
    }
  }

  private forget(): void {
    this.streams.clear()
    this.remembered = 0
  }

  private remember(stream: StreamId, records: LedgerRecord[]): void {
    for (const [oldest, { length }] of this.streams) {
      if (this.remembered + records.length <= most) break
      this.streams.delete(oldest)
      this.remembered -= length
    }
    this.streams.set(stream, records)
    this.remembered += records.length
  }
}

/** Where a stream stands that has so many records. */
const standing = (stream: StreamId, { length }: { readonly length: number }): StreamRead => ({
  stream,
  revision: length === 0 ? 'noStream' : length - 1,
})

/** A stream as it was when a batch first wrote to it, and what the batch adds. */
interface Pending {
  readonly stream: readonly LedgerRecord[]
  readonly length: number
  readonly added: LedgerRecord[]
}

/** Events about to be written, each seen by those after it. */
export class Batch {
  private readonly pending = new Map<StreamId, Pending>()
  /** Streams as they were read; held until the batch is done, however many it needs. */
  private readonly held = new Map<StreamId, readonly LedgerRecord[]>()

  private readonly rested = new Map<StreamId, StreamRead>()
  private readonly orders = new Map<LedgerRecord, number>()

  constructor(
    private readonly streams: RememberedStreams,
    private readonly now: Instant,
    private size: number,
    /** The last recorded instant, of the ledger or of the batch. */
    public last: Instant | undefined,
  ) {}

  /** The records of a stream, those of the batch included, where it was read. */
  known(stream: StreamId): readonly LedgerRecord[] | undefined {
    const pending = this.pending.get(stream)
    if (pending) return [...pending.stream.slice(0, pending.length), ...pending.added]
    return this.held.get(stream) ?? this.streams.known(stream)
  }

  async read(stream: StreamId): Promise<Read> {
    const read = await this.streams.read(stream)
    if (E.isRight(read)) this.held.set(stream, read.right)
    return read
  }

  /** A decision rests on a stream. */
  restOn(stream: StreamId): void {
    if (this.rested.has(stream)) return
    const before = this.pending.get(stream) ?? this.known(stream) ?? []
    this.rested.set(stream, standing(stream, before))
  }

  /** The streams that decisions rest on, as they stood before the batch. */
  reads(): readonly StreamRead[] {
    return [...this.rested.values()]
  }

  /** The instant of the record that comes next in the batch, its own where it has one. */
  instantOf(
    stream: StreamId,
    recordedAt: Instant | undefined,
  ): E.Either<RecordedOutOfOrder, Instant> {
    return instantInTurn({ stream, recordedAt }, this.last, this.now)
  }

  /** The record that an event would become. */
  provisional(event: NewEvent, revision: number, recordedAt: Instant): LedgerRecord {
    const { id, type, version, stream, effectiveOn, actor, data } = event
    const at = { position: this.size, revision, recordedAt }
    const record = { id, type, version, stream, effectiveOn, data, ...at }
    return actor === undefined ? record : { ...record, actor }
  }

  /** Which of the batch's writes a record comes of; undefined for one that is kept already. */
  orderOf(record: LedgerRecord): number | undefined {
    return this.orders.get(record)
  }

  /** Adds a record to the batch, after those of its stream: the write that makes it. */
  write(event: NewEvent, record: LedgerRecord, recordedAt: Instant | undefined): Write {
    const { stream, revision } = record
    const pending = this.pending.get(stream)
    if (pending) pending.added.push(record)
    else {
      const known = this.known(stream) ?? []
      this.pending.set(stream, { stream: known, length: known.length, added: [record] })
    }
    this.orders.set(record, this.orders.size)
    this.size++
    this.last = record.recordedAt
    const expected = revision === 0 ? 'noStream' : revision - 1
    const write = { stream, expected, events: [event] } as const
    return recordedAt === undefined ? write : { ...write, recordedAt }
  }
}
