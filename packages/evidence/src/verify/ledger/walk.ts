/**
 * The walk over all records in their order: what is wrong with one by itself, with one after the
 * one before it, and with all of them together.
 */
import {
  EventId,
  Instant,
  type Ledger,
  type LedgerFailure,
  type LedgerRecord,
} from '@send-ledger/core'
import { type EventTypes, isCarried, ourTypes } from '@send-ledger/core/own-events'
import { isAhead } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { CheckedRecord } from './check-record.js'
import type { AfterPresent, LedgerFinding } from './findings.js'
import type { Found } from './found.js'
import { IdsSeen } from './ids-seen.js'
import { recordsOf } from './read-records.js'
import { Roots, type Told } from './roots.js'
import { StreamsSeen } from './streams-seen.js'

/** An evidence pack that was issued, as the ledger tells it. */
export type Issued = LedgerRecord<'EvidenceIssued'>

/** A walk, from its first record to its last. */
export class Walk {
  readonly streams = new StreamsSeen()
  readonly issued: Issued[] = []
  readonly roots: Roots
  /** How many records there are of each type whose declaration is not at hand. */
  readonly carried = new Map<string, number>()
  /** Number of records that were seen. */
  records = 0
  private readonly ids = new IdsSeen()
  /** The position that comes next. */
  private next = 0
  private types: EventTypes = ourTypes
  private previous: Instant | undefined
  private ahead: AfterPresent | undefined

  constructor(
    told: Told,
    private readonly found: Found,
    /** The present instant, where records are held against it. */
    private readonly now: Instant | undefined,
  ) {
    this.roots = new Roots(told)
  }

  /** Walks over the records below a size. Errors: the ledger's, where it is no damage. */
  async over(
    ledger: Ledger,
    size: number,
    reached: (position: number) => void,
  ): Promise<LedgerFailure | undefined> {
    if (ledger.types) this.types = ledger.types
    for await (const page of recordsOf(ledger, size)) {
      if (E.isLeft(page)) {
        if (page.left._tag !== 'LedgerDamaged') return page.left
        const { position, reason } = page.left
        this.found.add({ _tag: 'RecordUnreadable', position, reason })
        // The store gives nothing that comes after it.
        this.roots.gap()
        this.next = size
        break
      }
      for (const record of page.right) this.see(record)
      reached(this.next)
    }
    if (this.next < size) {
      this.found.add({ _tag: 'PositionGap', expected: this.next })
      this.roots.gap()
    }
    this.found.add(...this.roots.end())
    if (this.ahead) this.found.add(this.ahead)
    return undefined
  }

  private see({ position, leaf, record, findings }: CheckedRecord): void {
    this.records += 1
    if (findings.length > 0) this.found.damaged.add(position)
    this.found.add(...findings)
    if (position !== this.next) {
      this.found.add({ _tag: 'PositionGap', expected: this.next, found: position })
      this.roots.gap()
    }
    this.next = Math.max(this.next, position + 1)
    this.found.add(...this.roots.add(leaf))
    if (record !== undefined) this.seeRecord(record, leaf)
  }

  private seeRecord(record: LedgerRecord, leaf: Uint8Array): void {
    const { position, id, recordedAt, stream } = record
    this.found.add(...this.afterThoseBefore(record))
    if (typeof stream === 'string') this.streams.add(record, leaf)
    const first = EventId.is(id) ? this.ids.first(id, position) : undefined
    if (first !== undefined) this.found.add({ _tag: 'IdTwice', position, id, first })
    if (Instant.is(recordedAt)) {
      this.previous = recordedAt
      this.holdAgainstPresent(position, recordedAt)
    }
    const isIssued = record.type === 'EvidenceIssued' && !this.found.damaged.has(position)
    if (isCarried(record, this.types)) {
      this.carried.set(record.type, (this.carried.get(record.type) ?? 0) + 1)
    }
    if (isIssued) this.issued.push(record as Issued)
  }

  private holdAgainstPresent(position: number, recordedAt: Instant): void {
    const { now, ahead } = this
    if (now === undefined || !isAhead(recordedAt, now)) return
    this.ahead = ahead
      ? { ...ahead, count: ahead.count + 1 }
      : { _tag: 'AfterPresent', position, count: 1, recordedAt, now }
  }

  private afterThoseBefore(record: LedgerRecord): readonly LedgerFinding[] {
    const { position, recordedAt, stream, revision } = record
    const findings: LedgerFinding[] = []
    const { previous } = this
    if (previous !== undefined && recordedAt < previous) {
      findings.push({ _tag: 'InstantBackwards', position, recordedAt, previous })
    }
    const expected = this.streams.nextRevisionOf(stream)
    if (revision !== expected) {
      findings.push({ _tag: 'RevisionGap', position, stream, expected, found: revision })
    }
    return findings
  }
}
