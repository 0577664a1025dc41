/**
 * Reading the pack before.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  explainPack,
  type Pack,
  previousPackAt,
  writePackFolder,
  writePackZip,
} from '@send-ledger/evidence'
import { onePlan, smallLedger, tryPack } from './small.js'
import { right } from './walsall.js'

let pack: Pack
let folder: string

beforeAll(async () => {
  pack = right(await tryPack(await smallLedger(onePlan)))
})

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'send-ledger-previous-')), 'pack')
  right(await writePackFolder(pack, folder)())
})

test('a folder and a zip file give the same', async () => {
  right(await writePackZip(pack, `${folder}.zip`)())
  const read = right(previousPackAt(folder))
  expect(read).toEqual(right(previousPackAt(`${folder}.zip`)))
  expect(read.packRoot).toBe(pack.packRoot)
  expect(read.basis).toEqual(pack.basis)
})

const flawOf = (): string => {
  const read = previousPackAt(folder)
  if (read._tag === 'Right' || read.left._tag !== 'PreviousUnfit') throw new Error('it was read')
  return explainPack(read.left)
}

test('a file that was changed is not read', () => {
  writeFileSync(join(folder, 'data/views/wsoa.json'), '{}')
  expect(flawOf()).toContain('data/views/wsoa.json is not the file that its manifests list')
})

test('a file that is missing is named, and a folder that is no pack', () => {
  rmSync(join(folder, 'data/ledger/checkpoint'))
  expect(flawOf()).toContain('there is no data/ledger/checkpoint')
  rmSync(join(folder, 'tagmanifest-sha256.txt'))
  expect(flawOf()).toContain('it is no pack')
})

test('what is neither is unreadable', () => {
  const nothing = previousPackAt(join(folder, 'nothing'))
  expect(nothing).toMatchObject({ left: { _tag: 'PackUnreadable' } })
  if (nothing._tag === 'Right') throw new Error('it was read')
  expect(explainPack(nothing.left)).toContain('could not be read: there is no such file or folder.')
  writeFileSync(`${folder}.txt`, 'no zip')
  expect(previousPackAt(`${folder}.txt`)).toMatchObject({ left: { _tag: 'PackUnreadable' } })
})
