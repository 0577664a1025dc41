import { explainProof, keyTexts, readSignerKey, readVerifierKey } from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { verifierKeyText } from '../../src/proof/keys.js'
import { sha256 } from '../given.js'
import { ed25519, fromHex, hexOf, left, vectors } from './machine.js'
import { keyOf, keysOf, ledgerKeys, signerOf, witnessKeys } from './signed.js'

const { log_vkey, log_pub_hex, log_seed_hex, witness_vkey } = vectors.own

test('the known private keys give the known verifier keys', () => {
  expect(ledgerKeys.verifierKey).toBe(log_vkey)
  expect(witnessKeys.verifierKey).toBe(witness_vkey)
})

test('a verifier key tells its name, its id, its use and its bytes, and is written as it was', () => {
  const key = keyOf(log_vkey)
  expect({ ...key, publicKey: hexOf(key.publicKey) }).toEqual({
    name: 'example.org/send-ledger',
    keyId: '6bf00119',
    use: 'signature',
    publicKey: log_pub_hex,
  })
  expect(keyOf(witness_vkey).use).toBe('cosignature')
  expect([log_vkey, witness_vkey].map((text) => verifierKeyText(keyOf(text)))).toEqual([
    log_vkey,
    witness_vkey,
  ])
})

test.each([
  'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
])('the public key %s is read: its id is that of its name and bytes', (text) => {
  expect(verifierKeyText(keyOf(text))).toBe(text)
})

test("a signer key that Go's note package made is read", () => {
  const text = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
  const signer = signerOf(text)
  expect(verifierKeyText(signer.key)).toBe(
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  )
})

test('what a key pair is written as is read back, for any key and name', () => {
  const anyName = fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => {
    return !/[\s\p{White_Space}+\p{Surrogate}\p{Cc}]/u.test(name)
  })
  const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((seed) => hexOf(seed))
  fc.assert(
    fc.property(anyName, anySeed, fc.constantFrom('signature', 'cosignature'), (...given) => {
      const [name, seed, use] = given
      const { signerKey, verifierKey } = keysOf(name, use as 'signature', seed)
      expect(verifierKeyText(signerOf(signerKey).key)).toBe(verifierKey)
      expect(keyOf(verifierKey)).toMatchObject({ name, use })
    }),
  )
})

test('no letter of a verifier key can be changed, dropped or added', () => {
  const wrong = [...log_vkey].flatMap((letter, i) => {
    const other = letter === 'A' ? 'B' : 'A'
    return [
      log_vkey.slice(0, i) + other + log_vkey.slice(i + 1),
      log_vkey.slice(0, i) + log_vkey.slice(i + 1),
      log_vkey.slice(0, i) + other + log_vkey.slice(i),
    ].filter((text) => E.isRight(readVerifierKey(sha256, text)))
  })
  expect(wrong).toEqual([])
})

test.each([
  ['', 'form'],
  ['example.org', 'form'],
  ['example.org+6bf00119', 'form'],
  ['example.org+6BF00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'form'],
  [`${log_vkey}\n`, 'form'],
  ['+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'name'],
  ['a b+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'name'],
  ['a\u2003b+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'name'],
  ['a\u0007b+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'name'],
  ['example.org+6bf00119+AQOh', 'length'],
  ['example.com+6bf00119+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4', 'id'],
])('%j is no verifier key: %s', (text, flaw) => {
  expect(left(readVerifierKey(sha256, text))).toEqual({ _tag: 'KeyMalformed', flaw })
})

test('a key of a type that cannot be used is told as such', () => {
  const text = 'example.org+6bf00119+BgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4'
  const failure = left(readVerifierKey(sha256, text))
  expect(explainProof(failure)).toContain('example.org is of type 6')
})

test('a private key where a public one is wanted is told as such, and is not repeated', () => {
  const failure = left(readVerifierKey(sha256, ledgerKeys.signerKey))
  expect(explainProof(failure)).toMatch(/it is a private key/)
  expect(JSON.stringify(failure)).not.toContain('AQAB')
  const other = left(readSignerKey(sha256, ed25519, log_vkey))
  expect(explainProof(other)).toMatch(/it is a public key/)
})

test('the id of a signer key belongs to its public key', () => {
  const text = ledgerKeys.signerKey.replace('6bf00119', '6bf00118')
  expect(left(readSignerKey(sha256, ed25519, text))).toMatchObject({ flaw: 'id' })
})

test.each([
  ['', 32, 'name'],
  ['two words', 32, 'name'],
  ['a+b', 32, 'name'],
  ['a\nb', 32, 'name'],
  ['half a pair \ud800', 32, 'name'],
  ['example.org', 31, 'length'],
  ['example.org', 64, 'length'],
])('no key is made with the name %j and %d bytes', (name, length, flaw) => {
  const given = { name, use: 'signature', privateKey: new Uint8Array(length) } as const
  expect(left(keyTexts(sha256, ed25519, given))).toMatchObject({ flaw })
})

test('a signer shows no private key', () => {
  const signer = signerOf(ledgerKeys.signerKey)
  expect(JSON.stringify(signer)).not.toContain(log_seed_hex.slice(0, 8))
  expect(Object.keys(signer)).toEqual(['key', 'sign'])
  expect(hexOf(signer.key.publicKey)).not.toBe(log_seed_hex)
  expect(fromHex(log_seed_hex)).toHaveLength(32)
})
