/**
 * The ledger of the Walsall example with its autumn of late records, and the lines of its records.
 */
import { createHash } from 'node:crypto'
import { type Instant, instant, type Ledger, recorder } from '@send-ledger/core'
import { base64 } from '@send-ledger/core/proof'
import { walsallAutumn, walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'
import type { PackBasis } from '../../src/pack/basis.js'
import { RecordLines } from '../../src/pack/record-lines.js'

/** What is in an Either that must be right. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** The ledger of the example, whole. */
export const walsallLedger = async (): Promise<Ledger> => {
  const now = () => instant('2021-11-01T00:00:00.000Z')
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const ledger = memoryLedger({ sha256, now, origin: walsallOrigin })
  const drafts = [...walsallHistory(), ...walsallAutumn()]
  const outcomes = right(await recorder(ledger, { now }).record(drafts)())
  expect(outcomes.filter(E.isLeft)).toEqual([])
  return ledger
}

/** What of a ledger was known at an instant, as lines. */
export const linesKnownAt = async (ledger: Ledger, knownAt: Instant): Promise<RecordLines> => {
  const limit = right(await ledger.sizeKnownAt(knownAt)())
  const lines = new RecordLines()
  for (const record of right(await ledger.readAll({ from: 0, limit })())) lines.add(record)
  return lines
}

/** The basis of a pack of what was known at an instant. */
export const basisKnownAt = async (
  ledger: Ledger,
  { asAt, knownAt }: Pick<PackBasis, 'asAt' | 'knownAt'>,
): Promise<PackBasis> => {
  const size = right(await ledger.sizeKnownAt(knownAt)())
  return {
    format: 'send-ledger-pack',
    formatVersion: 1,
    title: 'Walsall SEND improvement programme',
    to: null,
    origin: ledger.origin,
    asAt,
    knownAt,
    size,
    root: base64(right(await ledger.rootAt(size)())),
    ruleSet: 'england-1',
    counting: 'exclusive',
    views: [
      {
        name: 'compliance',
        view: 'compliance',
        version: 1,
        options: { cohort: 'dfe', counting: 'exclusive' },
      },
      {
        name: 'compliance-all-plans',
        view: 'compliance',
        version: 1,
        options: { cohort: 'all', counting: 'exclusive' },
      },
      { name: 'wsoa', view: 'wsoa', version: 1, options: {} },
      { name: 'workforce', view: 'workforce', version: 1, options: {} },
      { name: 'capacity', view: 'capacity', version: 1, options: { counting: 'exclusive' } },
    ],
    software: { name: 'send-ledger', version: '0.1.0' },
    previous: null,
  }
}
