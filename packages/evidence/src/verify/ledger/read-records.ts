/**
 * All records of a ledger, page by page: as its store keeps them, where it shows that, and else as
 * it gives them.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { type CheckedRecord, checkGiven, checkKept } from './check-record.js'

const pageSize = 2000

/** The records below a size, each looked at by itself, in order of their positions. */
export async function* recordsOf(
  ledger: Ledger,
  size: number,
): AsyncGenerator<E.Either<LedgerFailure, readonly CheckedRecord[]>> {
  // A record below 0 is in no answer but that of its stream.
  let from = ledger.audit ? Number.MIN_SAFE_INTEGER : 0
  while (from < size) {
    const page = await pageOf(ledger, { from, until: size })
    yield page
    const last = E.isRight(page) ? page.right.at(-1) : undefined
    if (last === undefined) return
    from = last.position + 1
  }
}

const pageOf = async (
  { audit, readAll }: Ledger,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<E.Either<LedgerFailure, readonly CheckedRecord[]>> => {
  if (audit) {
    const kept = await audit.records({ from, until, limit: pageSize })()
    return E.isLeft(kept) ? kept : E.right(kept.right.map(checkKept))
  }
  const given = await readAll({ from, limit: Math.min(pageSize, until - from) })()
  return E.isLeft(given) ? given : E.right(given.right.map(checkGiven))
}
