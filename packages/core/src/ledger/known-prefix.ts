/**
 * What of a ledger was known at an instant: its longest prefix whose greatest instant is not after
 * it. That is worked out here and nowhere else; a store only says how a prefix's greatest instant
 * is found.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Hash } from '../proof/merkle.js'
import type { Instant } from '../time/instant.js'
import type { LedgerFailure } from './failures.js'
import type { Ledger } from './port.js'

/** A prefix of a ledger. */
export interface Prefix {
  readonly origin: string
  /** Number of its records. */
  readonly size: number
  readonly root: Hash
  /** The instant that was asked for, or that of the last record; null where there is no record. */
  readonly knownAt: Instant | null
}

/**
 * What of a ledger was known at an instant; everything where none is given.
 *
 * Errors: the ledger's failures.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { prefixKnownAt } from '@send-ledger/core/records'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const known = await prefixKnownAt(ledger, instant('2021-05-04T09:12:00.000Z'))()
 * assert.ok(known._tag === 'Right')
 * assert.strictEqual(known.right.size, 0)
 */
export const prefixKnownAt =
  (ledger: Ledger, knownAt?: Instant): TaskEither<LedgerFailure, Prefix> =>
  async () => {
    const { origin } = ledger
    if (knownAt === undefined) {
      const head = await ledger.head()()
      if (E.isLeft(head)) return head
      const { size, root, recordedAt = null } = head.right
      return E.right({ origin, size, root, knownAt: recordedAt })
    }
    const size = await ledger.sizeKnownAt(knownAt)()
    if (E.isLeft(size)) return size
    const root = await ledger.rootAt(size.right)()
    return E.map((hash: Hash): Prefix => ({ origin, size: size.right, root: hash, knownAt }))(root)
  }

/**
 * How many records the longest prefix has whose greatest instant is not after one.
 *
 * @param size number of records of the whole ledger.
 * @param greatestAt the greatest instant of the records up to and with a position. Where instants
 * cannot run backwards, that of the record itself.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { sizeKnownAt } from '@send-ledger/core/store'
 *
 * const instants = ['2021-05-04T09:00:00.000Z', '2021-05-05T09:00:00.000Z'].map(instant)
 * const greatestAt = (position: number) => instants[position] as (typeof instants)[number]
 * assert.strictEqual(sizeKnownAt(2, greatestAt, instant('2021-05-04T23:00:00.000Z')), 1)
 */
export const sizeKnownAt = <Time extends Instant | number>(
  size: number,
  greatestAt: (position: number) => Time,
  known: Time,
): number => {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (greatestAt(middle) <= known) low = middle + 1
    else high = middle
  }
  return low
}

/** The greatest instant of a prefix with one more record. */
export const greatestWith = (greatest: Instant | null | undefined, next: Instant): Instant =>
  greatest == null || greatest < next ? next : greatest

/**
 * The greatest instant of each prefix of a ledger, taken in record by record.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { GreatestInstants } from '@send-ledger/core/store'
 *
 * const instants = new GreatestInstants()
 * // Two machines wrote, and the clock of one is behind that of the other.
 * instants.add(instant('2021-05-05T09:00:00.000Z'))
 * instants.add(instant('2021-05-04T09:00:00.000Z'))
 * assert.strictEqual(instants.sizeKnownAt(instant('2021-05-04T23:00:00.000Z')), 0)
 */
export class GreatestInstants {
  /** Since 1970; a number needs a tenth of the room of the text. Unit: milliseconds. */
  private readonly times: number[] = []
  private greatest: Instant | undefined

  /** The greatest of all; undefined where there is no record. */
  get last(): Instant | undefined {
    return this.greatest
  }

  /** Takes in the instant of the next record. */
  add(recordedAt: Instant): void {
    this.greatest = greatestWith(this.greatest, recordedAt)
    this.times.push(Date.parse(this.greatest))
  }

  /** How many records were known at an instant. */
  sizeKnownAt(known: Instant): number {
    const { times } = this
    return sizeKnownAt(times.length, (position) => times[position] as number, Date.parse(known))
  }
}
