/**
 * Packs in folders and archives that are no plain packs are told, and nothing is unpacked or followed.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writePackFolder } from '@send-ledger/evidence'
import { readPack, verifyPack } from '@send-ledger/evidence/verify'
import { zipSync } from 'fflate'
import { zipOf } from '../../../src/pack/archive.js'
import type { Bag } from '../../../src/pack/bag.js'
import { bytesOf, type Content } from '../../../src/pack/content.js'
import { isSafePath, usualLimits } from '../../../src/verify/pack/pack-read.js'
import { newPath, right } from '../ledger/rogue.js'
import { council, smallPack, tags } from './packs.js'
import { type Entry, entry, zipBy } from './zips.js'

const verifiedAt = async (path: string, limits = usualLimits) =>
  verifyPack(right(await readPack(path, limits)()), { keys: [council.key] })

/** The folder of a pack. */
const folder = async (): Promise<string> => {
  const path = newPath('')
  right(await writePackFolder(await smallPack(), path)())
  return path
}

/** A file of these bytes. */
const archive = (bytes: Uint8Array): string => {
  const path = newPath('.zip')
  writeFileSync(path, bytes)
  return path
}

const bytesOfZip = (bag: Bag): Buffer => Buffer.concat([...zipOf(bag, 'pack')])

const put = (path: string, bytes: string | Uint8Array = 'x'): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

test('a pack in a folder holds', async () => {
  const found = await verifiedAt(await folder())
  expect([tags(found), found.notChecked]).toEqual([[], []])
})

test('what an operating system leaves in a pack is named, and ends nothing', async () => {
  const path = await folder()
  for (const name of ['.DS_Store', 'data/.DS_Store', 'data/Thumbs.db', 'desktop.ini']) {
    put(join(path, name))
  }
  put(join(path, 'data/views/._wsoa.json'))
  const found = await verifiedAt(path)
  expect(tags(found)).toEqual([])
  expect(found.notChecked).toEqual([
    {
      _tag: 'Litter',
      paths: [
        '.DS_Store',
        'data/.DS_Store',
        'data/Thumbs.db',
        'data/views/._wsoa.json',
        'desktop.ini',
      ],
    },
  ])
})

test('nor does what is packed with it in an archive', async () => {
  const { files } = right(await readPack(await folder())())
  const inFolder = [...files].map(([path, bytes]) => [`pack/${path}`, bytesOf(bytes)] as const)
  const more = ['__MACOSX/pack/._bagit.txt', 'pack/.DS_Store'].map(
    (path) => [path, new Uint8Array([1])] as const,
  )
  const found = await verifiedAt(archive(zipSync(Object.fromEntries([...inFolder, ...more]))))
  expect(tags(found)).toEqual([])
  expect(found.notChecked).toMatchObject([{ _tag: 'Litter' }, { _tag: 'PackedAnew' }])
})

test('what is not there is no finding, but a failure', async () => {
  expect(await readPack(newPath(''))()).toMatchObject({ left: { _tag: 'PackUnreadable' } })
})

test.each<[string, (path: string) => void, object]>([
  ['a file beside the others', (at) => put(join(at, '.hidden')), { _tag: 'PathUnsafe' }],
  ['a file in a new folder', (at) => put(join(at, 'data/more/a.txt')), { _tag: 'NotListed' }],
  [
    'an empty folder',
    (at) => mkdirSync(join(at, 'data/secret')),
    { _tag: 'NotListed', path: 'data/secret/' },
  ],
  [
    'a name with a blank',
    (at) => put(join(at, 'data/a b')),
    { _tag: 'PathUnsafe', path: 'data/a b' },
  ],
  ['a name with a line feed', (at) => put(join(at, 'data/a\nb')), { _tag: 'PathUnsafe' }],
  [
    'a name in other capitals',
    (at) => put(join(at, 'data/Basis.json')),
    { _tag: 'CaseCollision', other: 'data/Basis.json' },
  ],
  [
    'a link to a file',
    (at) => symlinkSync('/etc/hostname', join(at, 'data/host')),
    { _tag: 'NotAFile', path: 'data/host' },
  ],
  [
    'a link to a folder',
    (at) => symlinkSync('/etc', join(at, 'data/etc')),
    { _tag: 'NotAFile', path: 'data/etc' },
  ],
  [
    'a pipe',
    (at) => execFileSync('mkfifo', [join(at, 'data/pipe')]),
    { _tag: 'NotAFile', path: 'data/pipe' },
  ],
])('%s in a folder is told', async (_, change, finding) => {
  const path = await folder()
  change(path)
  const found = await verifiedAt(path)
  expect(found.findings[0]).toMatchObject(finding)
  expect(tags(found).length).toBeGreaterThan(0)
})

test('more than is looked at is told, and not read', async () => {
  const path = await folder()
  const bytes = await verifiedAt(path, { ...usualLimits, bytes: 1000 })
  expect(bytes.findings).toContainEqual(expect.objectContaining({ _tag: 'TooLarge', limit: 1000 }))
  const files = await verifiedAt(path, { ...usualLimits, files: 3 })
  expect(files.findings).toContainEqual(expect.objectContaining({ _tag: 'TooLarge', limit: 3 }))
})

test.each([
  ['data/basis.json', true],
  ['bag-info.txt', true],
  ['data/../basis.json', false],
  ['/etc/passwd', false],
  ['data//a', false],
  ['data/.a', false],
  ['data/a.', false],
  ['data\\a', false],
  ['C:a', false],
  ['data/a\u0000', false],
  ['data/\u00e9', false],
  ['data/', false],
  ['', false],
  [`data/${'a'.repeat(300)}`, false],
])('%j is a path of a pack: %s', (path, isSafe) => {
  expect(isSafePath(path)).toBe(isSafe)
})

describe('an archive', () => {
  const zipped = async (change: (files: Map<string, Content>) => void = () => {}): Promise<Bag> => {
    const files = new Map((await smallPack()).bag)
    change(files)
    return files
  }

  test('as it was made holds', async () => {
    const found = await verifiedAt(archive(bytesOfZip(await zipped())))
    expect([tags(found), found.notChecked]).toEqual([[], []])
  })

  test('packed by other software holds, and that is said', async () => {
    const entries = [...(await zipped())].map(
      ([path, bytes]) => [`p/${path}`, bytesOf(bytes)] as const,
    )
    const bytes = zipSync(Object.fromEntries([['p/', new Uint8Array()], ...entries]), { level: 0 })
    const found = await verifiedAt(archive(bytes))
    expect([tags(found), found.notChecked]).toEqual([[], [{ _tag: 'PackedAnew' }]])
  })

  test('with a file that was changed does not', async () => {
    const bag = await zipped((files) => files.set('data/report.html', Buffer.from('<p>')))
    expect(tags(await verifiedAt(archive(bytesOfZip(bag))))).toEqual(['DigestWrong', 'DigestWrong'])
  })

  test.each<[string, Entry[], object]>([
    ['that leads out of its folder', [entry('p/../../outside', 'x')], { _tag: 'PathUnsafe' }],
    ['from the root', [entry('/etc/outside', 'x')], { _tag: 'PathUnsafe' }],
    [
      'beside its folder',
      [entry('p/a', 'x'), entry('q/b', 'x')],
      { _tag: 'ArchiveUnsafe', flaw: 'notOneFolder' },
    ],
    ['in no folder', [entry('a', 'x')], { _tag: 'ArchiveUnsafe', flaw: 'notOneFolder' }],
    ['twice', [entry('p/a', 'x'), entry('p/a', 'y')], { _tag: 'ArchiveUnsafe', flaw: 'twice' }],
    [
      'that is a link',
      [{ ...entry('p/a', '/etc/hostname'), link: true }],
      { _tag: 'NotAFile', path: 'a' },
    ],
    [
      'that is encrypted',
      [{ ...entry('p/a', 'x'), flags: 1 }],
      { _tag: 'ArchiveUnsafe', flaw: 'encrypted' },
    ],
    [
      'packed in another way',
      [{ ...entry('p/a', 'x'), method: 12 }],
      { _tag: 'ArchiveUnsafe', flaw: 'method' },
    ],
    [
      'with another name at its place',
      [{ ...entry('p/a', 'x'), localName: 'p/b' }],
      { _tag: 'ArchiveUnsafe', flaw: 'headers' },
    ],
    [
      'with a wrong check sum',
      [{ ...entry('p/a', 'x'), checkSum: 1 }],
      { _tag: 'ArchiveUnsafe', flaw: 'data' },
    ],
    [
      'that is longer than it says',
      [{ ...entry('p/a', 'x'.repeat(100)), size: 10 }],
      { _tag: 'ArchiveUnsafe', flaw: 'data' },
    ],
    [
      'that is shorter than it says',
      [{ ...entry('p/a', 'x'), size: 10 }],
      { _tag: 'ArchiveUnsafe', flaw: 'data' },
    ],
    [
      'that lies over another',
      [entry('p/a', 'x'), { ...entry('p/b', 'x'), at: 0, localName: 'p/a' }],
      { _tag: 'ArchiveUnsafe' },
    ],
    [
      'that is an empty folder',
      [entry('p/a', 'x'), entry('p/secret/', '')],
      { _tag: 'NotListed', path: 'secret/' },
    ],
  ])('an entry %s is told', async (_, entries, finding) => {
    const found = await verifiedAt(archive(zipBy(entries)))
    expect(found.findings).toContainEqual(expect.objectContaining(finding))
    tags(found)
  })

  test('a bomb is not unpacked', async () => {
    const zeros = entry('p/a', Buffer.alloc(1_000_000))
    const limits = { ...usualLimits, bytes: 100_000 }
    const honest = await verifiedAt(archive(zipBy([zeros])), limits)
    expect(honest.findings).toEqual([{ _tag: 'TooLarge', path: 'p/a', limit: 100_000 }])
    // One that says that it is small is cut off at what it says.
    const lying = await verifiedAt(archive(zipBy([{ ...zeros, size: 10 }])), limits)
    expect(lying.findings).toEqual([{ _tag: 'ArchiveUnsafe', flaw: 'data', path: 'p/a' }])
  })

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut', (bytes) => bytes.subarray(0, -5)],
    ['with something after its end', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['with something before its start', (bytes) => Buffer.concat([Buffer.from('x'), bytes])],
    ['that is empty', () => Buffer.alloc(0)],
    ['of one file fewer in its count', (bytes) => withCount(bytes, -1)],
    ['of one file more in its count', (bytes) => withCount(bytes, 1)],
  ])('%s is not unpacked', async (_, change) => {
    const whole = bytesOfZip(await zipped())
    const found = await verifiedAt(archive(change(whole)))
    expect(found.findings).toEqual([{ _tag: 'ArchiveUnsafe', flaw: 'form', path: '' }])
  })
})

const withCount = (bytes: Buffer, more: number): Buffer => {
  const wrong = Buffer.from(bytes)
  const count = wrong.readUInt16LE(wrong.length - 12) + more
  for (const at of [14, 12]) wrong.writeUInt16LE(count, wrong.length - at)
  return wrong
}
