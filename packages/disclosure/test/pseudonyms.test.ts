import { createHash } from 'node:crypto'
import { pseudonymsOf } from '@send-ledger/disclosure'

const key = new Uint8Array(32).map((_, i) => i)

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** HMAC as RFC 2104 tells it: two hashes over the key, padded and altered. */
const hmac = (text: string): string => {
  const padded = new Uint8Array(64)
  padded.set(key)
  const inner = sha256(
    padded.map((byte) => byte ^ 0x36),
    Buffer.from(text, 'utf8'),
  )
  return Buffer.from(
    sha256(
      padded.map((byte) => byte ^ 0x5c),
      inner,
    ),
  ).toString('hex')
}

test('a pseudonym is the HMAC of purpose, zero and identifier', () => {
  const pseudonym = pseudonymsOf({ key, purpose: 'case' })
  expect(pseudonym('case-1042')).toBe(hmac('case\0case-1042').slice(0, 32))
  expect(pseudonym('Zoë')).toBe(hmac('case\0Zoë').slice(0, 32))
})

test('another key or another purpose gives another pseudonym; the same give the same', () => {
  const cases = pseudonymsOf({ key, purpose: 'case' })
  expect(pseudonymsOf({ key: key.slice(), purpose: 'case' })('x')).toBe(cases('x'))
  expect(pseudonymsOf({ key: key.map((byte) => byte + 1), purpose: 'case' })('x')).not.toBe(
    cases('x'),
  )
  expect(pseudonymsOf({ key, purpose: 'worker' })('x')).not.toBe(cases('x'))
  expect(pseudonymsOf({ key, purpose: 'cas' })('ex')).not.toBe(cases('x'))
})

test('the key is taken as it was given: thrown away later, it does no harm', () => {
  const given = key.slice()
  const pseudonym = pseudonymsOf({ key: given, purpose: 'case' })
  const before = pseudonym('x')
  given.fill(0)
  expect(pseudonym('x')).toBe(before)
})

test('a short key and a purpose that could be mistaken are our mistakes', () => {
  expect(() => pseudonymsOf({ key: key.slice(1), purpose: 'case' })).toThrow(RangeError)
  expect(() => pseudonymsOf({ key, purpose: '' })).toThrow(RangeError)
  expect(() => pseudonymsOf({ key, purpose: 'a\0b' })).toThrow(RangeError)
})
