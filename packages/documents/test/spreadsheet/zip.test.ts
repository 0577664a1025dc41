import { zipped } from '../../src/spreadsheet/zip.js'
import { filesIn } from './opened.js'

test('names are sorted whatever their order, after the one that stands first', () => {
  const zip = zipped({ b: '2', a: '1', B: '3' }, ['z', 'first'])
  expect([...filesIn(zip)]).toEqual([
    ['z', 'first'],
    ['B', '3'],
    ['a', '1'],
    ['b', '2'],
  ])
  expect(zip).toEqual(zipped({ a: '1', B: '3', b: '2' }, ['z', 'first']))
})

test('every file is dated 1 January 1980, noon', () => {
  const zip = Buffer.from(zipped({ a: '1' }))
  const dated = zip.readUInt32LE(10)
  expect(dated >>> 16).toBe((0 << 9) | (1 << 5) | 1)
  expect(dated & 0xffff).toBe(12 << 11)
})
