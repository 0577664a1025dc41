/**
 * A pack for the public is verified as far as it can be without records.
 */

import type { Pack } from '@send-ledger/evidence'
import { bytesOf } from '../../src/pack/content.js'
import {
  asPrevious,
  type Changes,
  council,
  readOf,
  rebagged,
  resigned,
  tags,
  text,
  verified,
} from '../verify/pack/packs.js'
import { early, late, publicPack } from './small.js'

let earlier: Pack
let pack: Pack

beforeAll(async () => {
  earlier = await publicPack(early())
  pack = await publicPack(late(), { previous: asPrevious(earlier) })
})

test('it holds, with the pack before, and says what is not checked', async () => {
  const found = await verified(pack.bag, { since: readOf(earlier.bag) })
  expect([tags(found), found.proved]).toEqual([[], [0]])
  expect(found.notChecked).toEqual([{ _tag: 'FiguresNotMadeAgain', proved: 1, isPublic: true }])
})

test('a byte that is changed in any file is found', async () => {
  for (const [path, bytes] of pack.bag) {
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const flipped = Uint8Array.from(bytesOf(bytes))
      flipped[at] = (flipped[at] as number) ^ 1
      const found = await verified(new Map(pack.bag).set(path, flipped))
      expect([path, at, found.findings.length > 0]).toEqual([path, at, true])
    }
  }
})

const record = 'ledger/inclusion/0.json'
const proof = 'ledger/inclusion/0.tlog-proof'

test.each<[string, () => Changes, string]>([
  ['another report', () => ({ 'report.html': '<p>Ten plans.</p>' }), 'SealDiffers'],
  ['a figure shown in a view', () => ({ 'views/capacity.json': '{"view":{}}' }), 'SealDiffers'],
  ['a proof left out', () => ({ [record]: undefined, [proof]: undefined }), 'BasisDiffers'],
  ['other metadata', () => ({ 'ro-crate-metadata.json': '{}' }), 'FileDiffers'],
  ['a file more', () => ({ 'lineage/compliance.csv': 'figure\n' }), 'FileAdded'],
])('who has no key is found out: %s', async (_, changes, tag) => {
  expect(tags(await verified(rebagged(pack.bag, changes())))).toContain(tag)
})

test('a row that the view does not have is found, whoever signed it', async () => {
  const path = 'tables/open-by-age.csv'
  const signedAnew = (table: string) => verified(resigned(pack.bag, { [path]: table }, council))
  const table = text(pack.bag, path)
  expect(tags(await signedAnew(`${table}more,7\n`))).toContain('TableDiffers')
  expect(tags(await signedAnew(table))).not.toContain('TableDiffers')
})

test('a table that has another figure than the view is found, whoever signed it', async () => {
  const path = 'tables/caseload.csv'
  const table = text(pack.bag, path).replace('[c]', '9')
  const found = await verified(resigned(pack.bag, { [path]: table }, council))
  // The proofs hold the checkpoint that was signed before, so they are none for the new one.
  expect(tags(found)).toContain('TableDiffers')
  expect(tags(found)).not.toContain('SealDiffers')
})
