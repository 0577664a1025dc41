/**
 * What only a checkpoint from outside finds, and whether it is believed.
 */
import {
  checkpointText,
  cosign,
  keyTexts,
  readSignerKey,
  readVerifierKey,
  type Signer,
  signNote,
  type VerifierKey,
} from '@send-ledger/core/proof'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { checkpointOfLedger, explainNotChecked } from '@send-ledger/evidence/verify'
import {
  checkpointOf,
  draft,
  ledgerFile,
  manyNotes,
  origin,
  right,
  rogue,
  tags,
  twoCases,
  using,
  verified,
} from './rogue.js'

const pair = (name: string, use: 'signature' | 'cosignature', seed: number) => {
  const privateKey = new Uint8Array(32).fill(seed)
  const { signerKey, verifierKey } = right(keyTexts(sha256, ed25519, { name, use, privateKey }))
  return {
    signer: right(readSignerKey(sha256, ed25519, signerKey)),
    key: right(readVerifierKey(sha256, verifierKey)),
  }
}

const council = pair(origin, 'signature', 1)
const another = pair(origin, 'signature', 2)
const chair = pair('chair.example.org', 'cosignature', 3)

/** The signed checkpoint of a ledger file as it is now. */
const signedBy = (path: string, signer: Signer = council.signer): Promise<string> =>
  using(path, async (ledger) => {
    const { size } = right(await ledger.head()())
    const checkpoint = right(await checkpointOfLedger(ledger, size)())
    return right(signNote(right(checkpointText(checkpoint)), signer))
  })

const against = (path: string, text: string, ...keys: readonly VerifierKey[]) =>
  verified(path, { checkpoint: { text, keys } })

test('the ledger is the one of its checkpoint, signed and witnessed', async () => {
  const path = await ledgerFile(twoCases())
  const cosigned = right(cosign(await signedBy(path), chair.signer, 1_627_750_800))
  const found = await against(path, cosigned, council.key, chair.key)
  expect([found.findings, found.notChecked]).toEqual([[], []])
  expect(found.signatures).toEqual([{ key: council.key }, { key: chair.key, at: 1_627_750_800 }])
})

test('records that came after the checkpoint are told as not checked against it', async () => {
  const path = await ledgerFile(twoCases())
  const text = await checkpointOf(path, 5)
  const found = await against(path, text)
  expect(found.findings).toEqual([])
  expect(found.notChecked.map(explainNotChecked)).toEqual([
    expect.stringMatching(/^who signed the checkpoint/),
    expect.stringMatching(/^records 5 to 7 /),
  ])
})

test('a checkpoint of the empty ledger is one that any ledger begins with', async () => {
  const path = await ledgerFile(twoCases())
  expect((await against(path, await checkpointOf(path, 0))).findings).toEqual([])
})

test('a ledger whose last record was taken away is short', async () => {
  const path = await ledgerFile(twoCases())
  const text = await signedBy(path)
  rogue(path, (r) => r.run('DELETE FROM record WHERE position = 7'))
  expect(tags(await verified(path))).toEqual([])
  const found = await against(path, text, council.key)
  expect(found.findings).toEqual([{ _tag: 'LedgerTooShort', size: 7, had: 8, by: 'checkpoint' }])
  expect(tags(found)).toEqual(['LedgerTooShort'])
})

test('a ledger that was put back to an older copy is short', async () => {
  const older = await ledgerFile(twoCases().slice(0, 5))
  const text = await signedBy(await ledgerFile(twoCases()))
  expect(tags(await against(older, text, council.key))).toEqual(['LedgerTooShort'])
})

test('a ledger that was cut and has grown again differs', async () => {
  const text = await signedBy(await ledgerFile(twoCases()))
  const grown = await ledgerFile([
    ...twoCases().slice(0, 6),
    draft(17, 'case-1', 'PlanIssued', '2021-05-30'),
    draft(18, 'case-2', 'PlanIssued', '2021-05-30'),
    draft(19, 'case-1', 'PlanCeased', '2021-05-31', { reason: 'maxAge' }),
  ])
  expect(tags(await verified(grown))).toEqual([])
  expect((await against(grown, text, council.key)).findings).toEqual([
    { _tag: 'CheckpointDiffers', size: 8 },
  ])
})

test('a record that was changed with all that belongs to it differs', async () => {
  const path = await ledgerFile(twoCases())
  const text = await signedBy(path)
  rogue(path, (r) => r.replace(0, r.text(0).replace('"school"', '"parent"')))
  expect(tags(await verified(path))).toEqual([])
  expect(tags(await against(path, text, council.key))).toEqual(['CheckpointDiffers'])
})

test('two records of one instant that changed places differ from the checkpoint', async () => {
  const path = await ledgerFile(manyNotes(10))
  const text = await signedBy(path)
  rogue(path, (r) => {
    const [a, b] = [r.text(4), r.text(5)]
    const swapped = (one: string, other: string) =>
      one.replace(/"note":"[^"]*"/, /"note":"[^"]*"/.exec(other)?.[0] ?? '')
    r.replace(4, swapped(a, b))
    r.replace(5, swapped(b, a))
  })
  expect(tags(await verified(path))).toEqual([])
  expect(tags(await against(path, text, council.key))).toEqual(['CheckpointDiffers'])
})

test('a checkpoint that another key signed is not believed, nor compared', async () => {
  const path = await ledgerFile(twoCases())
  const text = await signedBy(path, another.signer)
  const found = await against(path, text, council.key)
  expect(tags(found)).toEqual(['NotSigned'])
  expect(found.notChecked).toEqual([{ _tag: 'CheckpointNotCompared' }])
})

test('a checkpoint whose size was changed is not the one that was signed', async () => {
  const path = await ledgerFile(twoCases())
  const text = (await signedBy(path)).replace('\n8\n', '\n7\n')
  expect(tags(await against(path, text, council.key))).toEqual(['SignatureWrong'])
})

test('a witness whose key was given must have signed', async () => {
  const path = await ledgerFile(twoCases())
  const found = await against(path, await signedBy(path), council.key, chair.key)
  expect(found.findings).toMatchObject([{ _tag: 'NotSigned', by: ['chair.example.org'] }])
  expect(tags(found)).toEqual(['NotSigned'])
})

test('a witness alone does not do', async () => {
  const path = await ledgerFile(twoCases())
  const text = right(cosign(await signedBy(path), chair.signer, 1))
  expect(tags(await against(path, text, chair.key))).toEqual(['NotSigned'])
})

test.each([
  ['no checkpoint at all', 'hello\n', 'CheckpointMalformed'],
  ['a text without its end', 'hello', 'NoteMalformed'],
  ['that of another ledger', `urn:other\n0\n${'A'.repeat(43)}=\n`, 'OriginDiffers'],
])('%s is not compared', async (_, text, tag) => {
  const path = await ledgerFile(twoCases())
  expect(tags(await against(path, text))).toEqual([tag])
})

test('what the records do not bear out is not made into a checkpoint', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.run('UPDATE record SET leaf = zeroblob(32) WHERE position = 2'))
  const made = await using(path, (ledger) => checkpointOfLedger(ledger, 8)())
  expect(made).toMatchObject({ left: { _tag: 'RootDiffers', size: 8 } })
  const beyond = await using(path, (ledger) => checkpointOfLedger(ledger, 9)())
  expect(beyond).toMatchObject({ left: { _tag: 'PositionGap', expected: 8 } })
})
