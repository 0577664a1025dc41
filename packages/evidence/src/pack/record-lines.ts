/**
 * The records of a pack as lines: each is exactly the bytes that were hashed. Records are read from
 * their lines when they are asked for, so that a large ledger does not stand in memory twice.
 */
import type { Instant, LedgerRecord, StreamId } from '@send-ledger/core'
import { recordFrom, recordText } from '@send-ledger/core/proof'
import { type Category, categoryOf } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'

const lineFeed = 10
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A line that is no record in its canonical form. */
export interface RecordMalformed {
  readonly _tag: 'RecordMalformed'
  /** Counted from 1. */
  readonly line: number
}

/** Records in recorded order: the record at position 0 is the first line. */
export class RecordLines {
  private buffer: Uint8Array
  private length = 0
  /** Where each line ends, its line feed included. */
  private readonly ends: number[] = []
  private readonly streams = new Map<StreamId, number[]>()
  /** The latest instant by each record. */
  private readonly latest: Instant[] = []

  /** @param capacity how many bytes there is room for before the buffer grows. */
  constructor(capacity = 65_536) {
    this.buffer = new Uint8Array(capacity)
  }

  /**
   * The records of a file.
   *
   * Errors: RecordMalformed for the first line that is no record in its canonical form.
   */
  static read(file: Uint8Array): E.Either<RecordMalformed, RecordLines> {
    const lines = new RecordLines(file.length)
    for (let start = 0; start < file.length; ) {
      const end = file.indexOf(lineFeed, start)
      const record = end < 0 ? undefined : readLine(file.subarray(start, end), lines.size)
      if (record === undefined) return E.left({ _tag: 'RecordMalformed', line: lines.size + 1 })
      lines.take(file.subarray(start, end + 1), record)
      start = end + 1
    }
    return E.right(lines)
  }

  /** Number of records. */
  get size(): number {
    return this.ends.length
  }

  /** Adds the next record. */
  add(record: LedgerRecord): void {
    this.take(encoder.encode(`${recordText(record)}\n`), record)
  }

  /** The bytes of a record: its leaf in the Merkle tree. */
  leaf(position: number): Uint8Array {
    const start = position === 0 ? 0 : (this.ends[position - 1] as number)
    return this.buffer.subarray(start, (this.ends[position] as number) - 1)
  }

  /** The record at a position. Errors: throws a RangeError where there is none. */
  at(position: number): LedgerRecord {
    if (!(position >= 0 && position < this.size)) throw new RangeError(`no record ${position}`)
    return recordFrom(decoder.decode(this.leaf(position)), position)
  }

  /** The records of a stream in recorded order, of the first `size` records. */
  ofStream(stream: StreamId, size: number = this.size): readonly LedgerRecord[] {
    return (this.streams.get(stream) ?? [])
      .filter((position) => position < size)
      .map((position) => this.at(position))
  }

  /** The streams of a category in the order of their names. */
  streamsOf(category: Category): readonly StreamId[] {
    return [...this.streams.keys()].filter((stream) => categoryOf(stream) === category).sort()
  }

  /** How many records were known at an instant: those before the first that came after it. */
  sizeKnownAt(known: Instant): number {
    let [low, high] = [0, this.size]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.latest[middle] as Instant) <= known) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The file: all lines. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  private take(line: Uint8Array, { stream, recordedAt }: LedgerRecord): void {
    const needed = this.length + line.length
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2))
      larger.set(this.bytes())
      this.buffer = larger
    }
    this.buffer.set(line, this.length)
    this.length = needed
    const positions = this.streams.get(stream) ?? []
    positions.push(this.size)
    this.streams.set(stream, positions)
    this.ends.push(needed)
    const before = this.latest.at(-1)
    this.latest.push(before !== undefined && before > recordedAt ? before : recordedAt)
  }
}

/** A record whose canonical text is the line. */
const readLine = (line: Uint8Array, position: number): LedgerRecord | undefined => {
  try {
    const text = decoder.decode(line)
    const record = recordFrom(text, position)
    return recordText(record) === text ? record : undefined
  } catch {
    return undefined
  }
}
