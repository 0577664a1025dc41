import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileOf, line, lines, newLedger, newPath, run } from '../running.js'

const bytesAt = (bytes: Uint8Array): string => {
  const path = newPath('records.ndjson')
  writeFileSync(path, bytes)
  return path
}

test.each<[string, Uint8Array, RegExp]>([
  [
    'UTF-16 with a mark',
    Buffer.from(`\ufeff${lines(1, 3)}`, 'utf16le'),
    /UTF-16\. Save it as UTF-8/,
  ],
  ['UTF-16 without a mark', Buffer.from(lines(1, 3), 'utf16le'), /UTF-16/],
  ['gzip', gzipSync(lines(1, 3)), /gzip file\. Unpack/],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004and more'), /spreadsheets/],
  ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /spreadsheet/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
  ['a web page', Buffer.from('\n<!DOCTYPE html>\n<html>'), /HTML/],
  ['one list', Buffer.from(`[\n${line(1).trim()},\n${line(2)}]`), /one list in JSON/],
  ['a ledger', Buffer.from('SQLite format 3\0and more'), /SQLite/],
])('a whole file that is %s gets one sentence', async (_, bytes, says) => {
  const ledger = await newLedger()
  const { code, out, err } = await run(['import', bytesAt(bytes), '--into', ledger])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(says)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect((await run(['export', ledger])).out).toBe('')
})

test('a byte order mark, ends of lines as on Windows and a last line without one are taken', async () => {
  const file = fileOf(`\ufeff${lines(1, 3).replaceAll('\n', '\r\n')}${line(4).trim()}`)
  const { code, out } = await run(['import', file, '--into', await newLedger()])
  expect({ code, out }).toEqual({ code: 0, out: 'accepted 4, duplicate 0, rejected 0\n' })
})

test('an import that takes nothing of a file with lines is no success; a repeat is one', async () => {
  const ledger = await newLedger()
  expect(await run(['import', fileOf('{}\n{}\n'), '--into', ledger])).toMatchObject({ code: 1 })
  expect(await run(['import', fileOf(''), '--into', ledger])).toMatchObject({ code: 0 })
  const good = fileOf(lines(1, 2))
  expect(await run(['import', good, '--into', ledger])).toMatchObject({ code: 0 })
  expect(await run(['import', good, '--into', ledger])).toMatchObject({ code: 0 })
  expect(await run(['import', fileOf(`${line(1)}{}\n`), '--into', ledger])).toMatchObject({
    code: 0,
  })
})
