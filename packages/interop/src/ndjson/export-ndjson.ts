/**
 * A ledger as lines, in recorded order.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import { isCarried, ourTypes } from '@send-ledger/core/own-events'
import { recordPages } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { wireLine } from './wire.js'

/** Some whole lines, each with its line feed. */
export interface ExportedLines {
  readonly text: string
  /** How many lines they are. */
  readonly records: number
  /** The type of each of them that is carried only, for its declaration is not at hand. */
  readonly carried: readonly string[]
}

/**
 * The first `size` records of a ledger as lines, piece by piece; reads on only when the next
 * piece is asked for.
 *
 * Errors: the last piece is a `LedgerFailure` where the ledger could not be read.
 */
export async function* exportNdjson(
  ledger: Pick<Ledger, 'origin' | 'readAll' | 'mostAtOnce' | 'types'>,
  size: number,
): AsyncGenerator<E.Either<LedgerFailure, ExportedLines>, void> {
  const { types = ourTypes } = ledger
  for await (const page of recordPages(ledger, { until: size })) {
    if (E.isLeft(page)) return yield page
    const { records } = page.right
    const text = records.map((record) => `${wireLine(record, ledger.origin)}\n`).join('')
    const carried = records.filter((record) => isCarried(record, types)).map(({ type }) => type)
    yield E.right({ text, records: records.length, carried })
  }
}
