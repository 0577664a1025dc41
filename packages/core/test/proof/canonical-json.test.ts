import { canonicalJson } from '@send-ledger/core/records'
import * as fc from 'fast-check'

test('keys are sorted by UTF-16 code unit, as in RFC 8785 section 3.2.3', () => {
  const given = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  const keys = [...canonicalJson(given).matchAll(/":"(\w+)/g)].map((match) => match[1])
  expect(keys).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'])
})

test('numbers are written as in RFC 8785 section 3.2.2.3', () => {
  const given = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0]
  expect(canonicalJson(given)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]')
})

test('text is escaped as little as can be', () => {
  expect(canonicalJson('\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/')).toBe(
    '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
  )
})

test.each<[string, unknown, string]>([
  ['a number that JSON lacks', { a: [Number.NaN] }, '$.a[0]'],
  ['an infinity', { a: Number.POSITIVE_INFINITY }, '$.a'],
  ['half of a surrogate pair', { a: '\ud800' }, '$.a'],
  ['undefined in a list', [undefined], '$[0]'],
  ['a hole in a list', new Array(1), '$[0]'],
  ['a function', { a: () => 1 }, '$.a'],
  ['a date', { a: new Date(0) }, '$.a'],
  ['a map', { a: new Map() }, '$.a'],
  ['a bigint', { a: 1n }, '$.a'],
])('%s is refused, and its place named', (_, value, at) => {
  expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'TypeError' }))
  expect(() => canonicalJson(value)).toThrow(at)
})

test('a key whose value is undefined is left out', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}')
})

test('the text reads back as the value, and the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      const reversed = JSON.parse(JSON.stringify(value), (_, each: unknown) =>
        typeof each === 'object' && each !== null && !Array.isArray(each)
          ? Object.fromEntries(Object.entries(each).reverse())
          : each,
      )
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(reversed)).toBe(text)
    }),
  )
})
