import { explainJson, strictJson } from '@send-ledger/core/records'
import * as fc from 'fast-check'

test('what JSON writes is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 1)
      expect(strictJson(text)).toEqual({ _tag: 'Right', right: JSON.parse(text) })
    }),
  )
})

test.each([
  ['{"a":1,"a":1}', 'a'],
  ['{"a":{"b":1,"c":[{"d":1 , "d" :2}]}}', 'd'],
  ['{"\\u0061":1,"a":2}', 'a'],
  ['{"a\\"":1,"a\\"":2}', 'a"'],
  ['[{},{"":1,"":2}]', ''],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('%s: a name stands twice', (text, what) => {
  expect(strictJson(text)).toEqual({ _tag: 'Left', left: { _tag: 'NameTwice', what } })
})

test.each([
  '{"a":{"a":1},"b":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a","b":"\\"a\\":1"}',
  '{"a":"\\\\","b":"{","c":"}"}',
  '{"n":3.10,"m":1.50e2,"k":0.1,"z":-0}',
  '{"n":9007199254740991,"m":100000000000000000000,"k":1e300}',
])('%s is taken', (text) => {
  expect(strictJson(text)).toEqual({ _tag: 'Right', right: JSON.parse(text) })
})

test.each(['12345678901234567890', '0.12345678901234567891', '9007199254740993', '1e999'])(
  'the number %s cannot be kept',
  (what) => {
    const read = strictJson(`{"value":[${what}]}`)
    expect(read).toEqual({ _tag: 'Left', left: { _tag: 'NumberTooLong', what } })
  },
)

test.each(['', '{', 'nothing', "{'a':1}", '{"a":1}x'])('%s is no JSON', (text) => {
  const read = strictJson(text)
  expect(read._tag === 'Left' && explainJson(read.left)).toMatch(/no JSON/)
})
