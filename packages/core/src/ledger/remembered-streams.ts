/**
 * The streams that a recorder has read, so that a stream is not read again for each event; and,
 * on top of them, the events of one batch that are about to be written.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '../time/instant.js'
import type { LedgerFailure } from './failures.js'
import type { StreamId } from './ids.js'
import type { AppendOutcome, Head, Ledger, Write } from './port.js'
import type { LedgerRecord, NewEvent } from './record.js'

/** How many records are remembered; the stream used longest ago is forgotten first. */
const most = 20_000

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

  async read(stream: StreamId): Promise<Read> {
    const known = this.streams.get(stream)
    if (known) {
      this.streams.delete(stream)
      this.streams.set(stream, known)
      return E.right(known)
    }
    const read = await this.ledger.readStream(stream)()
    if (E.isRight(read)) this.remember(stream, [...read.right])
    return read
  }

  /** Appends a batch's writes and takes in what came of them. */
  async append(writes: readonly Write[]): Promise<E.Either<LedgerFailure, AppendOutcome>> {
    if (writes.length === 0) return E.right({ appended: [] })
    const appended = await this.ledger.append(writes)()
    // After a refusal somebody else may have written: everything is read anew.
    if (E.isLeft(appended) || appended.right.refused) this.forget()
    else for (const { records } of appended.right.appended) this.keep(records)
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

/** Events about to be written, each seen by those after it. */
export class Batch {
  private readonly pending = new Map<StreamId, readonly LedgerRecord[]>()

  constructor(
    private readonly streams: RememberedStreams,
    private readonly now: Instant,
    private size: number,
    /** The last recorded instant, of the ledger or of the batch. */
    public last: Instant | undefined,
  ) {}

  /** The records of a stream, those of the batch included. */
  async read(stream: StreamId): Promise<Read> {
    const pending = this.pending.get(stream)
    if (pending) return E.right(pending)
    return this.streams.read(stream)
  }

  /** The record that an event would become. */
  provisional(event: NewEvent, revision: number, recordedAt: Instant | undefined): LedgerRecord {
    return { ...event, position: this.size, revision, recordedAt: recordedAt ?? this.clock() }
  }

  /** The instant that the ledger would give: its clock, which never runs backwards. */
  private clock(): Instant {
    const { last, now } = this
    return last === undefined || last < now ? now : last
  }

  /** Adds a record to the batch, after those of its stream: the write that makes it. */
  write(
    record: LedgerRecord,
    stream: readonly LedgerRecord[],
    recordedAt: Instant | undefined,
  ): Write {
    const { position: _, revision, recordedAt: at, ...event } = record
    this.pending.set(record.stream, [...stream, record])
    this.size++
    this.last = at
    return {
      stream: record.stream,
      expected: revision === 0 ? 'noStream' : revision - 1,
      events: [event as NewEvent],
      ...(recordedAt === undefined ? {} : { recordedAt }),
    }
  }
}
