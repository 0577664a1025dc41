/**
 * What a ledger may call itself, in every store.
 */
import { createHash } from 'node:crypto'
import { explain, instant } from '@send-ledger/core'
import { originFlaw } from '@send-ledger/core/store'
import { createEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { memoryLedger } from '@send-ledger/store-memory'
import fc from 'fast-check'
import { isKeyName } from '../../src/proof/note-text.js'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const now = () => instant('2021-05-04T09:12:00.000Z')

test.each(['urn:send-ledger:walsall', 'example.org/ledger', 'x', 'Küche', 'y'.repeat(200)])(
  '%s is an origin',
  (origin) => {
    expect(originFlaw(origin)).toBeUndefined()
    expect(memoryLedger({ sha256, now, origin }).origin).toBe(origin)
  },
)

test('whatever is an origin can name the key that signs the ledger', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (origin) => {
      if (originFlaw(origin) === undefined) expect(isKeyName(origin)).toBe(true)
    }),
  )
})

test.each(['', ' ', 'a b', 'a\tb', 'a\nb', 'a\u2028b', 'a\u0085b', 'a\u200bb', 'a+b', '\ud800'])(
  '%j is none, in any store',
  async (origin) => {
    expect(originFlaw(origin)).toMatch(/1 to 200 characters/)
    expect(() => memoryLedger({ sha256, now, origin })).toThrow('never be signed')
    const made = await createEventStoreDbLedger('esdb://127.0.0.1:1?tls=false', origin)()
    expect(made._tag === 'Left' && explain(made.left)).toMatch(/never be signed/)
  },
)
