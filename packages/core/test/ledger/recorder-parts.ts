/**
 * Ledgers and drafts for the tests of recorders.
 */
import { createHash } from 'node:crypto'
import { checkEvent, type Draft, instant, type Ledger, type StreamId } from '@send-ledger/core'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'

/** The instant at which all is recorded. */
export const now = () => instant('2021-05-04T09:12:00.000Z')

/** The right of what was answered; a failure fails the test. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}

/** A new ledger in memory. */
export const ledgerAt = (): Ledger =>
  memoryLedger({ sha256: (bytes) => createHash('sha256').update(bytes).digest(), now })

/** An event by a number, as a draft. */
export const draftOf = (n: number, stream: StreamId, type: string, data: object): Draft => {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const effectiveOn = '2021-05-04'
  return { event: right(checkEvent({ id, type, version: 1, stream, effectiveOn, data })) }
}
