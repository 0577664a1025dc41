import { base64, base64Bytes } from '@send-ledger/core/proof'
import * as fc from 'fast-check'

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('%j is %s, and back: RFC 4648 section 10', (plain, text) => {
  const bytes = new Uint8Array(Buffer.from(plain))
  expect(base64(bytes)).toBe(text)
  expect(base64Bytes(text)).toEqual(bytes)
})

test.each([
  ['a missing pad', 'Zg='],
  ['no padding', 'Zg'],
  ['padding alone', '===='],
  ['three pads', 'Z==='],
  ['padding in the middle', 'Zg==Zg=='],
  ['bits beyond the last byte', 'Zh=='],
  ['bits beyond the last of two bytes', 'Zm9='],
  ['a space', 'Zm8 '],
  ['a line feed', 'Zm9v\n'],
  ['the alphabet for URLs', '-_-_'],
  ['a letter beyond ASCII', 'Zm9é'],
  ['a zero', 'Zm9\0'],
])('%s is refused', (_, text) => {
  expect(base64Bytes(text)).toBeUndefined()
})

test('any bytes come back, and any text is refused or is the only one for its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(base64Bytes(base64(bytes))).toEqual(bytes)
    }),
  )
  const nearly = fc.string({ unit: fc.constantFrom(...'AZaz09+/=- '), maxLength: 12 })
  fc.assert(
    fc.property(nearly, (text) => {
      const bytes = base64Bytes(text)
      expect(bytes === undefined || Buffer.from(bytes).toString('base64') === text).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
