/**
 * A ledger as lines, in recorded order.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { wireLine } from './wire.js'

/** How many records are read at a time. */
const pageSize = 2_000

/** Some whole lines, each with its line feed. */
export interface ExportedLines {
  readonly text: string
  /** How many lines they are. */
  readonly records: number
}

/**
 * The first `size` records of a ledger as lines, piece by piece; reads on only when the next
 * piece is asked for.
 *
 * Errors: the last piece is a `LedgerFailure` where the ledger could not be read.
 */
export async function* exportNdjson(
  ledger: Pick<Ledger, 'origin' | 'readAll'>,
  size: number,
): AsyncGenerator<E.Either<LedgerFailure, ExportedLines>, void> {
  for (let from = 0; from < size; ) {
    const page = await ledger.readAll({ from, limit: Math.min(pageSize, size - from) })()
    if (E.isLeft(page)) {
      yield page
      return
    }
    const records = page.right
    if (records.length === 0) return
    const text = records.map((record) => `${wireLine(record, ledger.origin)}\n`).join('')
    yield E.right({ text, records: records.length })
    from += records.length
  }
}
