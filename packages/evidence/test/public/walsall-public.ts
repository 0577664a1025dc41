/**
 * Two packs for the public of the Walsall example: as at and as known on 31 July 2021, and three
 * months later with what was recorded late.
 */

import { civilDate, defaultLaw, endOfDay, type Ledger } from '@send-ledger/core'
import { keyTexts, readSignerKey, readVerifierKey } from '@send-ledger/core/proof'
import { defaultPolicy } from '@send-ledger/disclosure'
import {
  buildPack,
  explainPack,
  type Pack,
  type PackOrder,
  packSource,
} from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { walsallOrigin } from '@send-ledger/example-walsall'
import { walsallLedger } from '../../../../test/kit/walsall.js'
import { bytesOf } from '../../src/pack/content.js'
import { type PreviousPack, readPrevious } from '../../src/pack/previous.js'
import { right } from '../pack/walsall.js'

const keyOf = (seed: number) => {
  const privateKey = new Uint8Array(32).fill(seed)
  const given = { name: walsallOrigin, use: 'signature', privateKey } as const
  const { signerKey, verifierKey } = right(keyTexts(sha256, ed25519, given))
  return {
    signer: right(readSignerKey(sha256, ed25519, signerKey)),
    key: right(readVerifierKey(sha256, verifierKey)),
  }
}

/** The key of the ledger, and another one of the same name. */
export const council = keyOf(1)
export const other = keyOf(2)

/** What is asked of a pack of the example. */
export type Asked = Partial<PackOrder> & { readonly on: string }

/** A pack of the example as at a day and as known on it; for the public unless told. */
export const packOn = async (ledger: Ledger, { on, ...order }: Asked): Promise<Pack> => {
  const asAt = civilDate(on)
  const now = endOfDay(civilDate('2021-12-31'))
  const source = right(await packSource(ledger, { knownAt: endOfDay(asAt), now })())
  const built = await buildPack(source, {
    title: `Walsall SEND improvement programme, ${on}`,
    asAt,
    law: defaultLaw,
    signer: council.signer,
    software: { name: 'send-ledger', version: '0.1.0' },
    public: { policy: defaultPolicy },
    ...order,
  })()
  if (built._tag === 'Left') throw new Error(explainPack(built.left))
  return built.right
}

/** A pack as one that another is compared with. */
export const asPrevious = ({ bag }: Pack): PreviousPack =>
  right(readPrevious((path) => bag.get(path)))

/** The text of a file of the payload. */
export const textOf = ({ bag }: Pack, path: string): string =>
  Buffer.from(bytesOf(bag.get(`data/${path}`) ?? new Uint8Array())).toString('utf8')

/** A view as it is published. */
export const viewOf = (pack: Pack, name: string): unknown =>
  (JSON.parse(textOf(pack, `views/${name}.json`)) as { readonly view: unknown }).view

/** A pack as at the end of July, and one three months later with what was recorded late. */
export const walsallPublic = async () => {
  const ledger = await walsallLedger()
  const july = await packOn(ledger, { on: '2021-07-31' })
  const october = await packOn(ledger, { on: '2021-10-31', previous: asPrevious(july) })
  return { ledger, july, october }
}
