/**
 * Putting a pack on the disk.
 */

import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { explainPack, type Pack, writePackFolder, writePackZip } from '@send-ledger/evidence'
import { unzipSync, zipSync } from 'fflate'
import { zipOf } from '../../src/pack/archive.js'
import { bytesOf, type Content } from '../../src/pack/content.js'
import { onePlan, smallLedger, tryPack } from './small.js'
import { right } from './walsall.js'

let pack: Pack

beforeAll(async () => {
  pack = right(await tryPack(await smallLedger(onePlan)))
})

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'send-ledger-write-'))

test('a pack is written to a new folder, or to an empty one, file by file', async () => {
  const empty = newFolder()
  for (const folder of [empty, join(newFolder(), 'deep', 'pack')]) {
    right(await writePackFolder(pack, folder)())
    for (const [path, bytes] of pack.bag) {
      expect([path, readFileSync(join(folder, path)).equals(bytesOf(bytes))]).toEqual([path, true])
    }
  }
})

test('what is in the place is left as it is', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  expect(await writePackFolder(pack, folder)()).toMatchObject({ left: { _tag: 'PlaceTaken' } })
  expect(readdirSync(folder)).toEqual(['mine.txt'])
  const file = join(folder, 'mine.txt')
  expect(await writePackFolder(pack, file)()).toMatchObject({ left: { _tag: 'PlaceTaken' } })
  const zipped = await writePackZip(pack, file)()
  if (zipped._tag === 'Right') throw new Error('it was written over')
  expect(explainPack(zipped.left)).toBe(
    `there is something at ${file} already. Give a path where nothing is.`,
  )
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test('what fails midway leaves nothing, under no name', async () => {
  const folder = newFolder()
  // A file in the way of a folder: the bag cannot be written whole.
  const bag = new Map([...pack.bag, ['bagit.txt/more', new Uint8Array()] as const])
  const written = await writePackFolder({ bag }, join(folder, 'pack'))()
  expect(written).toMatchObject({ left: { _tag: 'PackNotWritten' } })
  expect(readdirSync(folder)).toEqual([])
})

test('the files stand beside their place until all of them are there', async () => {
  const folder = newFolder()
  const place = join(folder, 'pack')
  const seen: boolean[] = []
  // A map that looks at the place whenever a file is taken from it.
  const bag = new (class extends Map<string, Content> {
    override *[Symbol.iterator]() {
      for (const entry of super[Symbol.iterator]()) {
        seen.push(existsSync(place))
        yield entry
      }
      return undefined
    }
  })(pack.bag)
  right(await writePackFolder({ bag }, place)())
  expect(new Set(seen)).toEqual(new Set([false]))
  expect(readdirSync(folder)).toEqual(['pack'])
})

test('a zip file is, byte for byte, the one that was always made', () => {
  const files = [...pack.bag.keys()]
    .sort()
    .map((path) => [`pack/${path}`, bytesOf(pack.bag.get(path) as Content)] as const)
  const mtime = new Date(1980, 0, 1, 12)
  const whole = zipSync(Object.fromEntries(files), { level: 6, mtime })
  expect(Buffer.concat([...zipOf(pack.bag, 'pack')]).equals(whole)).toBe(true)
})

test('a file that is too large to be packed at once is packed piece by piece', () => {
  const large = Buffer.alloc(65 * 1024 ** 2, 'inTime:2021-07,,case-1042,1,0 1 2 3\n')
  const zip = Buffer.concat([...zipOf(new Map([['large.csv', large]]), 'pack')])
  expect(zip.length).toBeLessThan(large.length / 50)
  expect(Buffer.from(unzipSync(zip)['pack/large.csv'] ?? []).equals(large)).toBe(true)
}, 60_000)

test('a zip file holds the bag in one folder, sorted by name', async () => {
  const file = join(newFolder(), 'pack.zip')
  mkdirSync(join(file, '..'), { recursive: true })
  right(await writePackZip(pack, file)())
  const files = unzipSync(readFileSync(file))
  expect(Object.keys(files)).toEqual(
    [...pack.bag.keys()].sort().map((path) => `${pack.name}/${path}`),
  )
  const bagit = files[`${pack.name}/bagit.txt`]
  expect(Buffer.from(bagit ?? []).toString()).toContain('BagIt-Version: 1.0')
})

test('what killed runs have left is removed, and what a live or another machine may hold is not', async () => {
  const folder = newFolder()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const long = new Date(Date.now() - 2 * 60 * 60 * 1000)
  const left = (name: string, at = long): string => {
    const path = join(folder, name)
    mkdirSync(join(path, 'pack'), { recursive: true })
    utimesSync(path, at, at)
    return name
  }
  left(`.pack.unfinished-${dead}-abc`)
  const stay = [
    left(`.pack.unfinished-${dead}-new`, new Date()),
    left(`.pack.unfinished-${process.pid}-abc`),
    left(`.other.unfinished-${dead}-abc`),
  ]
  right(await writePackFolder(pack, join(folder, 'pack'))())
  expect(readdirSync(folder).sort()).toEqual([...stay, 'pack'].sort())
})

test('a zip file that comes to stand in the place meanwhile stays', async () => {
  const path = join(newFolder(), 'pack.zip')
  // Theirs is written while ours is made into bytes.
  const bag = new Map(pack.bag)
  const keys = bag.keys.bind(bag)
  const meanwhile = () => {
    writeFileSync(path, 'theirs')
    return keys()
  }
  bag.keys = meanwhile
  const slow = { name: pack.name, bag }
  expect(existsSync(path)).toBe(false)
  expect(await writePackZip(slow, path)()).toMatchObject({ left: { _tag: 'PlaceTaken' } })
  expect(readFileSync(path, 'utf8')).toBe('theirs')
  expect(readdirSync(dirname(path))).toEqual(['pack.zip'])
})
