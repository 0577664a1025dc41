/**
 * The ledger of the Walsall example with its autumn of late records, and the lines of its records.
 */

import {
  type CivilDate,
  defaultLaw,
  endOfDay,
  type Instant,
  instant,
  type Ledger,
  recorder,
} from '@send-ledger/core'
import { base64, keyTexts, readSignerKey, type Signer } from '@send-ledger/core/proof'
import { buildPack, type Pack, type PackOrder, packSource } from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { walsallAutumn, walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import { parse } from 'csv-parse/sync'
import * as E from 'fp-ts/lib/Either.js'
import type { PackBasis } from '../../src/pack/basis.js'
import { bytesOf } from '../../src/pack/content.js'
import { readPrevious } from '../../src/pack/previous.js'
import { RecordLines } from '../../src/pack/record-lines.js'

/** What is in an Either that must be right. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** The ledger of the example, whole. */
export const walsallLedger = async (): Promise<Ledger> => {
  const now = () => instant('2021-11-01T00:00:00.000Z')
  const ledger = memoryLedger({ sha256, now, origin: walsallOrigin })
  const drafts = [...walsallHistory(), ...walsallAutumn()]
  const outcomes = right(await recorder(ledger, { now }).record(drafts)())
  expect(outcomes.filter(E.isLeft)).toEqual([])
  return ledger
}

/** A key that signs, the same in each run. */
export const signer: Signer = (() => {
  const privateKey = new Uint8Array(32).fill(7)
  const texts = right(
    keyTexts(sha256, ed25519, { name: walsallOrigin, use: 'signature', privateKey }),
  )
  return right(readSignerKey(sha256, ed25519, texts.signerKey))
})()

/** The pack of the example as at, and as known at the end of, a date. */
export const walsallPack = async (
  ledger: Ledger,
  on: CivilDate,
  more: Partial<PackOrder> = {},
): Promise<Pack> => {
  const now = instant('2021-12-01T00:00:00.000Z')
  const source = right(await packSource(ledger, { knownAt: endOfDay(on), now })())
  return right(
    await buildPack(source, {
      title: 'Walsall SEND improvement programme',
      asAt: on,
      law: defaultLaw,
      signer,
      software: { name: 'send-ledger', version: '0.1.0' },
      ...more,
    })(),
  )
}

/** A pack as the one before another. */
export const asPrevious = ({ bag }: Pick<Pack, 'bag'>): NonNullable<PackOrder['previous']> =>
  right(readPrevious((path) => bag.get(path)))

/** The text of a file of a pack. */
export const textIn = ({ bag }: Pick<Pack, 'bag'>, path: string): string =>
  Buffer.from(bytesOf(bag.get(path) ?? new Uint8Array())).toString('utf8')

/** The rows of a CSV file of a pack. */
export const rowsIn = (
  pack: Pick<Pack, 'bag'>,
  path: string,
): readonly Readonly<Record<string, string>>[] => parse(textIn(pack, path), { columns: true })

/** What of a ledger was known at an instant, as lines. */
export const linesKnownAt = async (ledger: Ledger, knownAt: Instant): Promise<RecordLines> => {
  const limit = right(await ledger.sizeKnownAt(knownAt)())
  const lines = RecordLines.empty()
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
    formatVersion: 2,
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
        version: 2,
        options: { cohort: 'dfe', counting: 'exclusive' },
      },
      {
        name: 'compliance-all-plans',
        view: 'compliance',
        version: 2,
        options: { cohort: 'all', counting: 'exclusive' },
      },
      { name: 'wsoa', view: 'wsoa', version: 2, options: {} },
      { name: 'workforce', view: 'workforce', version: 2, options: {} },
      { name: 'capacity', view: 'capacity', version: 2, options: { counting: 'exclusive' } },
    ],
    software: { name: 'send-ledger', version: '0.1.0' },
    previous: null,
  }
}
