/**
 * Where the ledger stands, as far as a writer needs to know: its end, and the revisions of streams
 * it wrote to lately. It is remembered for as long as no other connection writes.
 */
import type { LedgerRecord, StreamId } from '@send-ledger/core'
import type { End, Rows } from './rows.js'

/** How many streams' revisions are remembered. */
const most = 50_000

/** Where a stream stands. */
export type Revision = number | 'noStream'

/** Where the ledger stands, in the course of transactions that write. */
export class Standing {
  private writtenByOthers = -1
  private end: End = { size: 0 }
  private readonly revisions = new Map<StreamId, Revision>()

  constructor(private readonly rows: Rows) {}

  /** At the start of a transaction that writes. */
  begin(): void {
    const writtenByOthers = this.rows.writtenByOthers()
    if (writtenByOthers === this.writtenByOthers) return
    this.forget()
    this.writtenByOthers = writtenByOthers
    this.end = this.rows.end()
  }

  /** After a transaction that did not come to its end. */
  forget(): void {
    this.writtenByOthers = -1
    this.revisions.clear()
  }

  ledger(): End {
    return this.end
  }

  revisionOf(stream: StreamId): Revision {
    const known = this.revisions.get(stream)
    return known === undefined ? this.keep(stream, this.rows.revisionOf(stream)) : known
  }

  /** A record was added. */
  add({ position, stream, revision, recordedAt }: LedgerRecord): void {
    this.end = { size: position + 1, recordedAt }
    this.keep(stream, revision)
  }

  /**
   * A stream was read: who reads it is about to write to it. Should others have written since the
   * last transaction, the next one forgets this with everything else.
   */
  read(stream: StreamId, revision: Revision): void {
    this.keep(stream, revision)
  }

  private keep(stream: StreamId, revision: Revision): Revision {
    if (this.revisions.size >= most) this.revisions.clear()
    this.revisions.set(stream, revision)
    return revision
  }
}
