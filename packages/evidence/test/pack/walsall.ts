/**
 * Packs of the Walsall example with its autumn of late records, and the lines of its records.
 */

import {
  type CivilDate,
  civilDate,
  defaultLaw,
  endOfDay,
  type Instant,
  instant,
  type Ledger,
} from '@send-ledger/core'
import { keyTexts, readSignerKey, type Signer } from '@send-ledger/core/proof'
import { buildPack, type Pack, type PackOrder, packSource } from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { walsallOrigin } from '@send-ledger/example-walsall'
import { parse } from 'csv-parse/sync'
import * as E from 'fp-ts/lib/Either.js'
import { valueMadeOnce } from '../../../../test/kit/made-once.js'
import { walsallLedger } from '../../../../test/kit/walsall.js'
import { bytesOf } from '../../src/pack/content.js'
import { readPrevious } from '../../src/pack/previous.js'
import { RecordLines } from '../../src/pack/record-lines.js'

/** What is in an Either that must be right. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
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

/** A pack with the bytes of its files. */
const plain = (pack: Pack): Pack => ({
  ...pack,
  bag: new Map([...pack.bag].map(([path, content]) => [path, bytesOf(content)])),
})

/** The pack as at the end of July: built once in a run. */
export const julyPack = (): Promise<Pack> =>
  valueMadeOnce('walsall-july', async () =>
    plain(await walsallPack(await walsallLedger(), civilDate('2021-07-31'))),
  )

/** The pack three months later with what was recorded late, compared with it. */
export const octoberPack = (): Promise<Pack> =>
  valueMadeOnce('walsall-october', async () =>
    plain(
      await walsallPack(await walsallLedger(), civilDate('2021-10-31'), {
        previous: asPrevious(await julyPack()),
      }),
    ),
  )

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
