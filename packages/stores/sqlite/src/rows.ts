/**
 * The rows of a ledger file, and the records they hold.
 */
import type { EventId, Instant, LedgerFailure, LedgerRecord, StreamId } from '@send-ledger/core'
import { type Hash, recordFrom, recordText } from '@send-ledger/core/proof'
import { sizeKnownAt } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { Database } from './database.js'
import { notDense } from './schema.js'
import { leafOf, Tree } from './tree.js'
import { isWhole } from './whole-record.js'

/** A row as it is read. */
interface Row {
  readonly position: number
  readonly record: string
}

/** A row as it is read where many are: a list costs less than an object. */
type RowInColumns = readonly [position: number, record: string]

/** Records as one text, a JSON list: SQLite joins texts faster than rows can be handed over. */
interface JoinedRows {
  readonly count: number
  readonly last: number
  readonly records: string
}

/** Joined at a time: longer texts take longer for each record. */
const joinedAtATime = 500

/**
 * The records of joined rows, from a position on.
 *
 * Errors: throws where they are not what they should be.
 */
const recordsIn = ({ count, last, records }: JoinedRows, from: number): readonly LedgerRecord[] => {
  const list = JSON.parse(records) as { position: number }[]
  if (list.length !== count || last !== from + count - 1) throw new Error('records are missing')
  for (let i = 0; i < count; i++) {
    const record = list[i] as { position: number }
    if (!isWhole(record)) throw new Error('a record is not whole')
    record.position = from + i
  }
  return list as unknown as readonly LedgerRecord[]
}

/** Inserted by one statement: more of them save nothing more. */
const rowsTogether = 5

/**
 * Whether all rows were inserted. One that is left out since its id is there already leaves a gap
 * before the next one of its statement, which the table refuses: that is the same answer.
 */
const inserted = (
  insert: { readonly run: (...values: Value[]) => { readonly changes: number | bigint } },
  values: readonly Value[],
  count: number,
): boolean => {
  try {
    return Number(insert.run(...values).changes) === count
  } catch (error) {
    if (String((error as { message?: unknown }).message).includes(notDense)) return false
    throw error
  }
}

type Value = string | number | Uint8Array

const inColumns = <Statement extends { setReturnArrays: (enabled: boolean) => void }>(
  statement: Statement,
): Statement => {
  statement.setReturnArrays(true)
  return statement
}

/** The end of a ledger. */
export interface End {
  readonly size: number
  readonly recordedAt?: Instant
}

/** The statements on one connection. */
export class Rows {
  readonly tree: Tree
  private readonly byId
  private readonly revision
  private readonly last
  private readonly version
  private readonly instantAt
  private readonly stream
  private readonly joined
  private readonly page
  private readonly insert
  private readonly insertSome

  constructor(
    private readonly path: string,
    database: Database,
  ) {
    this.tree = new Tree(database)
    const select = 'SELECT position, record FROM record'
    this.byId = database.prepare(`${select} WHERE id = ?`)
    this.revision = database.prepare('SELECT max(revision) AS last FROM record WHERE stream = ?')
    this.last = database.prepare(
      `SELECT position, CASE WHEN json_valid(record)
         THEN json_extract(record, '$.recordedAt') ELSE recorded_at END AS recordedAt
       FROM record ORDER BY position DESC LIMIT 1`,
    )
    this.version = database.prepare('PRAGMA data_version')
    this.instantAt = database.prepare(
      `SELECT CASE WHEN json_valid(record)
         THEN json_extract(record, '$.recordedAt') ELSE recorded_at END AS at FROM record WHERE position = ?`,
    )
    this.stream = inColumns(database.prepare(`${select} WHERE stream = ? ORDER BY revision`))
    const page = `${select} WHERE position >= ? ORDER BY position LIMIT ?`
    this.joined = database.prepare(
      `SELECT count(*) AS count, max(position) AS last,
         '[' || group_concat(record, ',') || ']' AS records FROM (${page})`,
    )
    this.page = inColumns(database.prepare(page))
    const insertOf = (count: number) =>
      database.prepare(
        `INSERT INTO record (position, id, stream, revision, recorded_at, record, leaf)
         VALUES ${Array(count).fill('(?, ?, ?, ?, ?, ?, ?)').join()} ON CONFLICT (id) DO NOTHING`,
      )
    this.insert = insertOf(1)
    this.insertSome = insertOf(rowsTogether)
  }

  /** How many records there are, and the instant of the last. */
  end(): End {
    const row = this.last.get() as { position: number; recordedAt: Instant } | undefined
    return row ? { size: row.position + 1, recordedAt: row.recordedAt } : { size: 0 }
  }

  /** A number that changes when another connection has written. */
  writtenByOthers(): number {
    return Object.values(this.version.get() as object)[0] as number
  }

  recordOf(id: EventId): LedgerRecord | undefined {
    const row = this.byId.get(id) as Row | undefined
    return row && recordFrom(row.record, row.position)
  }

  /** The revision at which a stream stands. */
  revisionOf(stream: StreamId): number | 'noStream' {
    return (this.revision.get(stream) as { last: number | null }).last ?? 'noStream'
  }

  /** Adds records at the end; false where there is one with an id of theirs already. */
  add(records: readonly LedgerRecord[]): boolean {
    // One kind of work after the other: each finds what it needs in the processor's caches.
    const texts = records.map(recordText)
    const leaves = texts.map(leafOf)
    for (let from = 0; from < records.length; ) {
      const count = from + rowsTogether <= records.length ? rowsTogether : 1
      const values: Value[] = []
      for (let i = from; i < from + count; i++) {
        const { position, id, stream, revision, recordedAt } = records[i] as LedgerRecord
        const [text, leaf] = [texts[i] as string, leaves[i] as Hash]
        values.push(position, id, stream, revision, recordedAt, text, leaf)
      }
      if (!inserted(count === 1 ? this.insert : this.insertSome, values, count)) return false
      from += count
    }
    records.forEach(({ position }, i) => {
      this.tree.add(position, leaves[i] as Hash)
    })
    return true
  }

  ofStream(stream: StreamId): E.Either<LedgerFailure, readonly LedgerRecord[]> {
    return this.read(this.stream.all(stream) as unknown as RowInColumns[])
  }

  /** Records by position; a gap is damage. */
  from(position: number, limit: number): E.Either<LedgerFailure, readonly LedgerRecord[]> {
    try {
      return E.right(this.fromJoined(position, limit))
    } catch {
      return this.fromByRow(position, limit)
    }
  }

  /** Errors: throws where the records are not what they should be. */
  private fromJoined(position: number, limit: number): readonly LedgerRecord[] {
    const pages: (readonly LedgerRecord[])[] = []
    for (let next = position, left = limit; left > 0; ) {
      const rows = this.joined.get(next, Math.min(joinedAtATime, left)) as unknown as JoinedRows
      if (rows.count === 0) break
      pages.push(recordsIn(rows, next))
      next += rows.count
      left -= rows.count
    }
    return pages.length === 1 ? (pages[0] as readonly LedgerRecord[]) : pages.flat()
  }

  /** The same row by row, which tells where the file is damaged. */
  private fromByRow(
    position: number,
    limit: number,
  ): E.Either<LedgerFailure, readonly LedgerRecord[]> {
    const rows = this.page.all(position, limit) as unknown as RowInColumns[]
    const gap = rows.findIndex(([at], i) => at !== position + i)
    return gap < 0 ? this.read(rows) : this.damaged(position + gap, 'there is no such record')
  }

  /**
   * The number of records that were recorded by an instant: instants never run backwards. They are
   * read from the records, which are hashed, and not from the column beside them.
   */
  sizeKnownAt(known: Instant): number {
    const instantOf = (position: number) => (this.instantAt.get(position) as { at: Instant }).at
    return sizeKnownAt(this.end().size, instantOf, known)
  }

  private read(rows: readonly RowInColumns[]): E.Either<LedgerFailure, readonly LedgerRecord[]> {
    const records: LedgerRecord[] = []
    for (const [position, record] of rows) {
      try {
        const kept = recordFrom(record, position)
        if (!isWhole(kept))
          return this.damaged(position, 'a field of its record is not of its form')
        records.push(kept)
      } catch {
        return this.damaged(position, 'its text is no JSON')
      }
    }
    return E.right(records)
  }

  private damaged(position: number, reason: string): E.Either<LedgerFailure, never> {
    return E.left({ _tag: 'LedgerDamaged', ledger: this.path, position, reason })
  }
}
