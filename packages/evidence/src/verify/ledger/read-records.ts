/**
 * All records of a ledger, page by page: as its store keeps them, where it shows that, and else as
 * it gives them.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import { pagesOf } from '@send-ledger/core/proof'
import { type RecordsPage, recordPages } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { type CheckedRecord, checkGiven, checkKept } from './check-record.js'

/** Most records that are looked at together: of more, many would outlive the first collection. */
const limit = 500

/** The records below a size, each looked at by itself, in order of their positions. */
export async function* recordsOf(
  ledger: Ledger,
  size: number,
): AsyncGenerator<E.Either<LedgerFailure, readonly CheckedRecord[]>> {
  const { audit, mostAtOnce = limit } = ledger
  if (audit === undefined) {
    yield* checkedBy(checkGiven, recordPages(ledger, { until: size, limit }))
    return
  }
  // A record below 0 is in no answer but that of its stream.
  const all = { from: Number.MIN_SAFE_INTEGER, until: size, limit: Math.min(limit, mostAtOnce) }
  yield* checkedBy(checkKept, pagesOf(audit.records, all))
}

async function* checkedBy<A>(
  check: (record: A) => CheckedRecord,
  pages: AsyncIterable<E.Either<LedgerFailure, RecordsPage<A>>>,
): AsyncGenerator<E.Either<LedgerFailure, readonly CheckedRecord[]>> {
  for await (const page of pages) {
    yield E.map(({ records }: RecordsPage<A>) => records.map(check))(page)
  }
}
