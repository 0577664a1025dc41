/**
 * Packs as they were built hold, and say what was not checked.
 */
import { instant } from '@send-ledger/core'
import { cosign } from '@send-ledger/core/proof'
import { right, twoCases } from '../ledger/rogue.js'
import {
  asPrevious,
  chair,
  council,
  later,
  packOf,
  readOf,
  smallPack,
  tags,
  text,
  verified,
} from './packs.js'

test('a pack holds, by the key of its ledger', async () => {
  const pack = await smallPack()
  const found = await verified(pack.bag)
  expect(tags(found)).toEqual([])
  expect(found.notChecked).toEqual([])
  expect(found.packRoot).toBe(pack.packRoot)
  expect(found.basis).toEqual(pack.basis)
  expect(found.signatures).toEqual([{ key: council.key }])
})

test('without a key it is said that anybody could have made it', async () => {
  const { bag } = await smallPack()
  const found = await verified(bag, { keys: [] })
  expect(tags(found)).toEqual([])
  expect(found.notChecked).toEqual([{ _tag: 'SignerNotChecked' }])
})

test('a pack that is compared with an earlier one holds, with that one at hand and without', async () => {
  const earlier = await smallPack()
  const { bag } = await packOf(later(), { previous: asPrevious(earlier) })
  const alone = await verified(bag)
  expect(tags(alone)).toEqual([])
  expect(alone.notChecked).toMatchObject([
    { _tag: 'PreviousNotGiven', title: 'A small pack', packRoot: earlier.packRoot },
  ])
  const both = await verified(bag, { since: readOf(earlier.bag) })
  expect([tags(both), both.notChecked]).toEqual([[], []])
})

test('any earlier pack will do for the history', async () => {
  const earlier = await smallPack()
  const { bag } = await packOf(later())
  const found = await verified(bag, { since: readOf(earlier.bag) })
  expect([tags(found), found.notChecked]).toEqual([[], [{ _tag: 'OtherPrevious' }]])
})

test('what is claimed of the time after the last record is not taken as shown', async () => {
  const { bag } = await packOf(twoCases(), { knownAt: instant('2021-07-31T22:59:59.999Z') })
  const found = await verified(bag)
  expect([tags(found), found.notChecked]).toEqual([
    [],
    [
      {
        _tag: 'NothingMeanwhile',
        from: '2021-05-25T12:00:08.000Z',
        until: '2021-07-31T22:59:59.999Z',
      },
    ],
  ])
})

test('a witness may have signed the checkpoint since, outside the pack', async () => {
  const { bag } = await smallPack()
  const checkpoint = right(cosign(text(bag, 'ledger/checkpoint'), chair.signer, 1_630_000_000))
  const found = await verified(bag, { keys: [council.key, chair.key], checkpoint })
  expect([tags(found), found.signatures.length]).toEqual([[], 2])
})
