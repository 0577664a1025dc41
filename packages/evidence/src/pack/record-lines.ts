/**
 * The records of a pack as lines: each is exactly the bytes that were hashed. Records are read from
 * their lines when they are asked for, so that a large ledger does not stand in memory twice.
 */
import type { Instant, LedgerRecord, StreamId } from '@send-ledger/core'
import { recordFrom, recordText } from '@send-ledger/core/proof'
import { type Category, categoryOf } from '@send-ledger/core/records'
import { GreatestInstants } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { type Content, piecesOf, stretchOf } from './content.js'
import { Spool } from './spool.js'

const lineFeed = 10
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** No line that is read is longer. Unit: bytes. */
const longestLine = 1024 ** 2

/** A line that is no record in its canonical form. */
export interface RecordMalformed {
  readonly _tag: 'RecordMalformed'
  /** Counted from 1. */
  readonly line: number
}

/** Records in recorded order: the record at position 0 is the first line. */
export class RecordLines {
  /** Where each line ends, its line feed included. */
  private readonly ends: number[] = []
  /** The last record of each stream, and of each record the one before it in its stream. */
  private readonly last = new Map<StreamId, number>()
  private readonly before: number[] = []
  private readonly instants = new GreatestInstants()

  private constructor(
    private readonly lines: Content,
    private readonly spool?: Spool,
  ) {}

  /** No records yet: `add` adds them. */
  static empty(): RecordLines {
    const spool = new Spool()
    return new RecordLines(spool, spool)
  }

  /**
   * The records of a file.
   *
   * Errors: RecordMalformed for the first line that is no record in its canonical form.
   */
  static read(file: Content): E.Either<RecordMalformed, RecordLines> {
    const lines = new RecordLines(file)
    for (const line of linesOf(file)) {
      const record = line && readLine(line, lines.size)
      if (line === undefined || record === undefined) {
        return E.left({ _tag: 'RecordMalformed', line: lines.size + 1 })
      }
      lines.take(line.length + 1, record)
    }
    return E.right(lines)
  }

  /** Number of records. */
  get size(): number {
    return this.ends.length
  }

  /** Adds the next record; gives the bytes of it, its leaf in the Merkle tree. */
  add(record: LedgerRecord): Uint8Array {
    const line = encoder.encode(`${recordText(record)}\n`)
    this.spool?.append(line)
    this.take(line.length, record)
    return line.subarray(0, -1)
  }

  /** The bytes of a record: its leaf in the Merkle tree. */
  leaf(position: number): Uint8Array {
    const start = position === 0 ? 0 : (this.ends[position - 1] as number)
    return stretchOf(this.lines, start, (this.ends[position] as number) - 1)
  }

  /** The record at a position. Errors: throws a RangeError where there is none. */
  at(position: number): LedgerRecord {
    if (!(position >= 0 && position < this.size)) throw new RangeError(`no record ${position}`)
    return recordFrom(decoder.decode(this.leaf(position)), position)
  }

  /** The records of a stream in recorded order, of the first `size` records. */
  ofStream(stream: StreamId, size: number = this.size): readonly LedgerRecord[] {
    const records: LedgerRecord[] = []
    for (let at = this.last.get(stream) ?? -1; at >= 0; at = this.before[at] as number) {
      if (at < size) records.push(this.at(at))
    }
    return records.reverse()
  }

  /** The streams of a category in the order of their names. */
  streamsOf(category: Category): readonly StreamId[] {
    return [...this.last.keys()].filter((stream) => categoryOf(stream) === category).sort()
  }

  /** How many records were known at an instant. */
  sizeKnownAt(known: Instant): number {
    return this.instants.sizeKnownAt(known)
  }

  /** The file: all lines. */
  content(): Content {
    return this.spool?.since(0) ?? this.lines
  }

  private take(length: number, { stream, recordedAt }: LedgerRecord): void {
    this.before.push(this.last.get(stream) ?? -1)
    this.last.set(stream, this.size)
    this.ends.push((this.ends.at(-1) ?? 0) + length)
    this.instants.add(recordedAt)
  }
}

/** The lines of a file without their line feeds; undefined in place of one that has none. */
function* linesOf(file: Content): Generator<Uint8Array | undefined, void> {
  let rest = new Uint8Array()
  for (const piece of piecesOf(file)) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed)) {
      yield bytes.subarray(0, end)
      bytes = bytes.subarray(end + 1)
    }
    rest = Uint8Array.from(bytes)
    if (rest.length > longestLine) break
  }
  if (rest.length > 0) yield undefined
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
