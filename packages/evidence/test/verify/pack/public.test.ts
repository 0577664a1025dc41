/**
 * A pack that does not hold all records proves those that it shows, and says what it cannot prove.
 */
import {
  checkpointText,
  proofText,
  recordText,
  signNote,
  treeOfLedger,
} from '@send-ledger/core/proof'
import { sha256 } from '@send-ledger/evidence/sign'
import { bagOf } from '../../../src/pack/bag.js'
import { basisText } from '../../../src/pack/basis.js'
import { consistencyText } from '../../../src/pack/consistency.js'
import { roCrateText } from '../../../src/pack/ro-crate.js'
import { sealOf } from '../../../src/pack/seal.js'
import { right } from '../ledger/rogue.js'
import {
  asPrevious,
  council,
  later,
  ledgerOf,
  packOf,
  readOf,
  smallPack,
  tags,
  utf8,
  verified,
} from './packs.js'

/** A pack with a report, two records and their proofs, and the proof since the pack before. */
const publicPack = async (change: (payload: Map<string, Uint8Array>) => void = () => {}) => {
  const earlier = await smallPack()
  const { basis } = await packOf(later(), { previous: asPrevious(earlier) })
  const ledger = await ledgerOf(later())
  const tree = right(await treeOfLedger(sha256, ledger, basis.size)())
  const records = right(await ledger.readAll({ from: 0, limit: 100 })())
  const heads = {
    earlier: { size: 8, root: tree.rootAt(8) },
    later: { size: 10, root: tree.rootAt(10) },
  }
  const covered = new Map([
    ['basis.json', utf8(basisText(basis))],
    ['report.html', utf8('<p>Two plans were sent in May 2021.</p>\n')],
    [
      'ledger/consistency.json',
      utf8(consistencyText({ ...heads, hashes: tree.consistency(8, 10) })),
    ],
  ])
  // The signature is over the proofs only by way of the tree: they hold the signed note themselves.
  const { origin, size } = basis
  const checkpoint = { origin, size, root: tree.rootAt(size), extensions: [sealOf(covered)] }
  const note = right(signNote(right(checkpointText(checkpoint)), council.signer))
  const payload = new Map([...covered, ['ledger/checkpoint', utf8(note)] as const])
  for (const index of [6, 7]) {
    const hashes = tree.inclusion(index, size)
    payload.set(`ledger/inclusion/${index}.json`, utf8(recordText(records[index]!)))
    payload.set(
      `ledger/inclusion/${index}.tlog-proof`,
      utf8(proofText({ index, hashes, checkpoint: note })),
    )
  }
  change(payload)
  payload.set('ro-crate-metadata.json', utf8(roCrateText(basis, payload)))
  return { earlier, bag: bagOf(payload, basis) }
}

test('records that are shown are proved, and the figures are said not to be', async () => {
  const { earlier, bag } = await publicPack()
  const found = await verified(bag, { since: readOf(earlier.bag) })
  expect([tags(found), found.proved]).toEqual([[], [6, 7]])
  expect(found.notChecked).toEqual([{ _tag: 'FiguresNotMadeAgain', proved: 2, isPublic: false }])
})

test.each<[string, (payload: Map<string, Uint8Array>) => void, string]>([
  ['a record changed', (all) => all.set('ledger/inclusion/6.json', utf8('{}')), 'NotIncludedHere'],
  ['a record left out', (all) => all.delete('ledger/inclusion/6.json'), 'NotIncludedHere'],
  ['a proof left out', (all) => all.delete('ledger/inclusion/6.tlog-proof'), 'FileAdded'],
  [
    'a proof under another position',
    (all) => {
      all.set('ledger/inclusion/5.tlog-proof', all.get('ledger/inclusion/6.tlog-proof')!)
      all.set('ledger/inclusion/5.json', all.get('ledger/inclusion/6.json')!)
    },
    'NotIncludedHere',
  ],
  [
    'a proof that is none',
    (all) => all.set('ledger/inclusion/6.tlog-proof', utf8('x')),
    'NotIncludedHere',
  ],
  ['something else among them', (all) => all.set('ledger/inclusion/a.txt', utf8('x')), 'FileAdded'],
  ['another report', (all) => all.set('report.html', utf8('<p>Three plans.</p>')), 'SealDiffers'],
])('%s', async (_, change, tag) => {
  const { bag } = await publicPack(change)
  expect(tags(await verified(bag))).toContain(tag)
})
