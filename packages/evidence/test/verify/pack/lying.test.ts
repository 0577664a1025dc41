/**
 * A pack that says that it holds far more than it does, or than its bag declares, is refused before
 * it is read; one that holds more than it says is read no further than what it says.
 */
import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '@send-ledger/core'
import { explainPack, writePackFolder } from '@send-ledger/evidence'
import { readPack, verifyPack } from '@send-ledger/evidence/verify'
import * as E from 'fp-ts/lib/Either.js'
import { bytesOf } from '../../../src/pack/content.js'
import { explainFilesFinding } from '../../../src/verify/pack/files-findings.js'
import { usualLimits } from '../../../src/verify/pack/pack-read.js'
import { tryPack } from '../../pack/small.js'
import { draft, newPath, right } from '../ledger/rogue.js'
import { council, ledgerOf, smallPack, tags } from './packs.js'
import { type Entry, entry, zipBy } from './zips.js'

const mebibyte = 1024 ** 2
const requested = { requestedBy: 'school', startedBy: 'request' }

const verifiedAt = async (path: string, limits = usualLimits) =>
  verifyPack(right(await readPack(path, limits)()), { keys: [council.key] })

const verifiedZip = (bytes: Uint8Array, limits = usualLimits) => {
  const path = newPath('.zip')
  writeFileSync(path, bytes)
  return verifiedAt(path, limits)
}

/** The small pack, entry by entry. */
const entries = async (): Promise<readonly Entry[]> =>
  [...(await smallPack()).bag].map(([path, content]) => entry(`p/${path}`, bytesOf(content)))

/** The most memory that this process ever held. Unit: bytes. */
const most = () => process.resourceUsage().maxRSS * 1024

test('an entry of 1.5 GB in a zip of 1.5 MB is refused before it is unpacked', async () => {
  const packed = zipBy([entry('p/data/ledger/records.ndjson', Buffer.alloc(mebibyte))])
  // Both places that say its size say 1.5 GB.
  for (const at of [22, packed.readUInt32LE(packed.length - 6) + 24]) {
    packed.writeUInt32LE(1.5 * 1024 * mebibyte, at)
  }
  const before = most()
  const found = await verifiedZip(packed)
  expect(found.findings).toEqual([
    { _tag: 'ArchiveUnsafe', flaw: 'ratio', path: 'p/data/ledger/records.ndjson' },
  ])
  tags(found)
  expect(most() - before).toBeLessThan(64 * mebibyte)
})

test('a file of a pack is never packed as far as that', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `inTime:2021-07,,case-${i},1,${7 * i}\n`)
  const csv = Buffer.from(rows.join(''))
  const zip = zipBy([...(await entries()), entry('p/data/lineage/more.csv', csv)])
  expect(tags(await verifiedZip(zip))).toEqual(['NotListed', 'NotListed'])
})

// Nothing in it repeats, so that it packs to its own size.
const noise = Buffer.from(Array.from({ length: 2 * mebibyte }, (_, i) => (i * i * 7) >>> (i % 13)))

describe('of more than the bag declares', () => {
  const limits = { ...usualLimits, undeclared: mebibyte }

  test('a zip is not unpacked', async () => {
    const all = [...(await entries()), entry('p/data/more', noise)]
    const found = await verifiedZip(zipBy(all), limits)
    expect(found.findings).toMatchObject([{ _tag: 'MoreThanDeclared' }])
    expect(explainFilesFinding(found.findings[0] as never)).toMatch(
      /^the payload is of 2\d{6} bytes, and bag-info.txt declares \d{5,6}: .*not read\.$/,
    )
  })

  test('nor where nothing is declared, or in no way that can be read', async () => {
    const without = (await entries()).filter(({ name }) => name !== 'p/bag-info.txt')
    const all = [...without, entry('p/data/more', noise)]
    expect((await verifiedZip(zipBy(all), limits)).findings).toEqual([
      { _tag: 'FileMissing', path: 'bag-info.txt' },
    ])
    const odd = [...all, entry('p/bag-info.txt', 'Payload-Oxum: all of it\n')]
    expect((await verifiedZip(zipBy(odd), limits)).findings).toMatchObject([
      { _tag: 'MoreThanDeclared', declared: 0 },
    ])
  })

  test('a folder is not read, though a file of it takes no place on the disk', async () => {
    const path = newPath('')
    right(await writePackFolder(await smallPack(), path)())
    truncateSync(join(path, 'data', 'basis.json'), 3 * 1024 * mebibyte)
    const before = most()
    expect((await verifiedAt(path)).findings).toMatchObject([{ _tag: 'MoreThanDeclared' }])
    expect(most() - before).toBeLessThan(64 * mebibyte)
  })

  test('a little more is read, so that what was added is named', async () => {
    const all = [...(await entries()), entry('p/data/more', noise)]
    expect(tags(await verifiedZip(zipBy(all)))).toEqual(['NotListed', 'NotListed'])
  })
})

test.each<[string, (all: readonly Entry[]) => Uint8Array, string]>([
  [
    'whose sizes stand in fields of 64 bits',
    (all) => zipBy(all.map((each, i) => (i === 0 ? { ...each, size: 0xffffffff } : each))),
    'ratio',
  ],
  [
    'with an end of the list of 64 bits',
    (all) => {
      const zip = zipBy(all)
      const [locator, end] = [Buffer.alloc(20), zip.subarray(-22)]
      locator.write('PK\u0006\u0007', 'latin1')
      return Buffer.concat([zip.subarray(0, -22), locator, end])
    },
    'form',
  ],
  [
    'two of whose entries unpack the same bytes',
    (all) => zipBy([...all, { ...(all[0] as Entry), name: 'p/data/other', at: 0 }]),
    'headers',
  ],
  [
    'two of whose entries are one',
    (all) => zipBy([...all, { ...entry('p/data/other', ''), at: 0, localName: 'p/bag-info.txt' }]),
    'headers',
  ],
])('a zip %s is refused', async (_, zip, flaw) => {
  const found = await verifiedZip(zip(await entries()))
  expect(found.findings).toMatchObject([{ _tag: 'ArchiveUnsafe', flaw }])
})

test('a zip with data descriptors holds: what they say stands in its list', async () => {
  const all = (await entries()).map((each) => ({ ...each, flags: 8, after: Buffer.alloc(16, 1) }))
  const found = await verifiedZip(zipBy(all))
  expect([tags(found), found.notChecked]).toEqual([[], [{ _tag: 'PackedAnew' }]])
})

test('a zip of more entries than are looked at is not unpacked', async () => {
  const many = Array.from({ length: 50 }, (_, i) => entry(`p/data/${'a/'.repeat(i)}x`, ''))
  const found = await verifiedZip(zipBy(many), { ...usualLimits, files: 49 })
  expect(found.findings).toMatchObject([{ _tag: 'TooLarge', limit: 49 }])
})

describe('a disk that takes no more', () => {
  const withoutRoom = async <A>(run: () => Promise<A>): Promise<A> => {
    const folder = jest.spyOn(os, 'tmpdir').mockReturnValue('/no/such/folder')
    return run().finally(() => folder.mockRestore())
  }
  const large = async () => zipBy([...(await entries()), ...[1, 2, 3].map(more)])
  const more = (i: number) => entry(`p/data/more${i}`, noise)

  test('says nothing of a pack, but that it was not read', async () => {
    const path = newPath('.zip')
    writeFileSync(path, await large())
    const read = await withoutRoom(readPack(path))
    const cause = expect.objectContaining({ message: expect.stringMatching(/TMPDIR$/) })
    expect(read).toEqual({ _tag: 'Left', left: { _tag: 'PackUnreadable', path, cause } })
  })

  test('ends the making of one with a sentence', async () => {
    const reason = '\u20ac'.repeat(2000)
    const cases = Array.from({ length: 800 }, (_, i) => i + 1)
    const at = { recordedAt: instant('2021-01-05T12:00:00.000Z') }
    const ledger = await ledgerOf([
      ...cases.map((i) => ({
        ...draft(i, `case-${i}`, 'RequestReceived', '2021-01-04', requested),
        ...at,
      })),
      ...cases.map((i) => ({
        ...draft(800 + i, `case-${i}`, 'RequestWithdrawn', '2021-01-05', { reason }),
        ...at,
      })),
    ])
    const made = await withoutRoom(() => tryPack(ledger, { signer: council.signer }))
    expect(made).toMatchObject({ left: { _tag: 'NoRoom' } })
    expect(E.isLeft(made) && explainPack(made.left)).toMatch(/TMPDIR\.$/)
  })
})

test('nothing of what was read is left on the disk', async () => {
  const all = [...(await entries()), ...[1, 2, 3].map((i) => entry(`p/data/more${i}`, noise))]
  expect((await verifiedZip(zipBy(all))).findings.length).toBe(6)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('.send-ledger-'))).toEqual([])
})
