/**
 * The records that a figure rests on, read from the ledger by their positions.
 */
import { explain, type Ledger, type LedgerRecord, type StreamId } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'

/** A record as it is named beside a figure. */
export interface NamedRecord {
  readonly position: number
  readonly id: string
  readonly type: string
  readonly effectiveOn: string
  readonly recordedAt: string
}

/** A record by the parts that name it. */
export const named = (record: LedgerRecord): NamedRecord => {
  const { position, id, type, effectiveOn, recordedAt } = record
  return { position, id, type, effectiveOn, recordedAt }
}

/** The records of a subject that were known, in recorded order. */
export const knownOf = async (
  ledger: Ledger,
  subject: StreamId,
  size: number,
): Promise<Outcome<readonly LedgerRecord[]>> => {
  const stream = await ledger.readStream(subject)()
  if (E.isLeft(stream)) return notDone(explain(stream.left))
  return E.right(stream.right.filter(({ position }) => position < size))
}
