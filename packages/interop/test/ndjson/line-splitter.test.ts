import { LineSplitter, longestLine } from '../../src/ndjson/line-splitter.js'

test('a line that does not end is not held beyond the limit', () => {
  const splitter = new LineSplitter()
  const megabyte = Buffer.alloc(1_000_000, 'x')
  const before = process.memoryUsage().arrayBuffers
  for (let i = 0; i < 300; i++) splitter.push(megabyte)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  expect(splitter.end()).toMatchObject([{ _tag: 'TooLong', number: 1 }])
})

test('a line of just the limit is read, one byte more is not', () => {
  const lengths = [longestLine, longestLine + 1]
  const tags = lengths.flatMap((length) => {
    const splitter = new LineSplitter()
    return splitter.push(Buffer.concat([Buffer.alloc(length, 'x'), Buffer.from('\n')]))
  })
  expect(tags.map(({ _tag }) => _tag)).toEqual(['Text', 'TooLong'])
})

test('a chunk may be used again by whoever handed it in', () => {
  const splitter = new LineSplitter()
  const chunk = Buffer.from('first')
  splitter.push(chunk)
  chunk.fill('-')
  expect(splitter.push(Buffer.from('\n'))).toMatchObject([{ text: 'first' }])
})

test('a byte order mark in a later line stays', () => {
  const lines = new LineSplitter().push(Buffer.from('a\n\ufeffb\n'))
  expect(lines.map(({ text }) => text)).toEqual(['a', '\ufeffb'])
})
