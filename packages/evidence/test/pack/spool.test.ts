/**
 * What a spool keeps in memory and what it keeps on the disk is read as if it were one array.
 */
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { digest, firstDifference, piecesOf } from '../../src/pack/content.js'
import { Spool } from '../../src/pack/spool.js'

const bytes = (length: number, of = 7): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * of) >>> 3))

test('whatever was added is read in order and out of order, before more is added and after', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 8 })
  const places = fc.array(fc.nat(), { minLength: 9, maxLength: 9 })
  const check = fc.property(sizes, places, (sizes, places) => {
    const spool = new Spool(100)
    let whole = Buffer.alloc(0)
    for (const [i, size] of sizes.entries()) {
      const more = bytes(size, i + 3)
      spool.append(more)
      whole = Buffer.concat([whole, more])
      const [a = 0, b = 0] = [places[i], places[i + 1]]
      const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y)
      const read = Buffer.from(spool.read(start as number, end as number))
      expect(read.equals(whole.subarray(start, end))).toBe(true)
    }
    expect(spool.length).toBe(whole.length)
    for (let at = 0; at < whole.length; at += 1001) {
      const end = Math.min(at + 1000, whole.length)
      expect(Buffer.from(spool.read(at, end)).equals(whole.subarray(at, end))).toBe(true)
    }
  })
  fc.assert(check, { numRuns: 30 })
})

test.each([0, 99, 100, 101, 300_000, 3_000_000])('%i bytes are the same in both', (length) => {
  const spool = new Spool(100)
  spool.append(Uint8Array.of(1, 2, 3))
  const start = spool.length
  for (const piece of piecesOf(bytes(length))) spool.append(piece)
  const kept = spool.since(start)
  spool.append(bytes(200))
  expect(kept.length).toBe(length)
  expect(firstDifference(kept, bytes(length))).toBeUndefined()
  expect(digest('sha256', kept)).toBe(digest('sha256', bytes(length)))
  expect(firstDifference(kept, bytes(length + 1))).toBe(length)
})

test('the first byte that differs is found far in', () => {
  const other = bytes(3_000_000)
  other[2_500_000] = (other[2_500_000] as number) ^ 1
  expect(firstDifference(bytes(3_000_000), other)).toBe(2_500_000)
})

test('what stands on the disk has no name there', () => {
  const spool = new Spool(10)
  spool.append(bytes(1000))
  spool.append(bytes(1_000_000))
  const ours = readdirSync(tmpdir()).filter((name) => name.startsWith('.send-ledger-'))
  expect(ours).toEqual([])
  expect(spool.read(999_000, 1_001_000).length).toBe(2000)
})
