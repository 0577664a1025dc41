import { streamId } from '@send-ledger/core'
import {
  leafHash,
  recordBytes,
  treeOfLedger,
  verifyConsistency,
  verifyInclusion,
} from '@send-ledger/core/proof'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { emptyLedger, event, right, sha256 } from '../given.js'
import { hexOf, left } from '../proof/machine.js'

/** A ledger of that many notes on actions, invented. */
const ledgerOf = async (size: number) => {
  const ledger = emptyLedger()
  const writes = Array.from({ length: size }, (_, n) => {
    const note = event(n, `action-${n}`, 'ActionProgressNoted', '2021-05-04', { note: `${n}` })
    return { stream: streamId(`action-${n}`), expected: 'noStream', events: [note] } as const
  })
  right(await ledger.append(writes)())
  return ledger
}

test('the tree of a ledger has the roots that the store gives, and proves each record', async () => {
  const ledger = await ledgerOf(20)
  const tree = right(await treeOfLedger(sha256, ledger, 20)())
  const records = right(await ledger.readAll({ from: 0, limit: 20 })())
  expect(tree.size).toBe(20)
  for (const { position } of records) {
    const [size, root] = [position + 1, right(await ledger.rootAt(position + 1)())]
    expect(hexOf(tree.rootAt(size))).toBe(hexOf(root))
    const earlier = { size, root }
    const later = { size: 20, root: tree.rootAt(20) }
    const hashes = tree.consistency(size, 20)
    right(verifyConsistency(sha256, { earlier, later, hashes }))
  }
  const head = right(await ledger.head()())
  for (const record of records) {
    const leaf = leafHash(sha256, recordBytes(record))
    const hashes = tree.inclusion(record.position, 20)
    right(verifyInclusion(sha256, { leaf, index: record.position, hashes }, head))
  }
})

test('only as many records are read as are asked for, and no more than there are', async () => {
  const ledger = await ledgerOf(5)
  expect(right(await treeOfLedger(sha256, ledger, 3)()).size).toBe(3)
  expect(right(await treeOfLedger(sha256, ledger, 8)()).size).toBe(5)
})

test('a ledger longer than a page is read to its end', async () => {
  const ledger = await ledgerOf(10_003)
  const tree = right(await treeOfLedger(sha256, ledger, 10_003)())
  expect(hexOf(tree.rootAt(10_003))).toBe(hexOf(right(await ledger.head()()).root))
})

test('a ledger that cannot be read gives its own failure', async () => {
  const failure = {
    _tag: 'LedgerDamaged',
    ledger: 'memory',
    position: 0,
    reason: 'a test',
  } as const
  const damaged = { ...(await ledgerOf(1)), readAll: () => TE.left(failure) }
  expect(left(await treeOfLedger(sha256, damaged, 1)())).toBe(failure)
})
