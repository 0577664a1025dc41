import { explainProof, proofText, readProofText, verifyProofText } from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import { right, sha256 } from '../given.js'
import { fromHex, hexOf, left, vectors, verifyEd25519 } from './machine.js'
import { ledgerKey, witnessKey } from './signed.js'

const { proof_leaf5: known, checkpoint } = vectors.own
const leafAt = (index: number): Uint8Array => fromHex(vectors.leaf_hashes[index] as string)
const trusted = { ledger: [ledgerKey], witnesses: [witnessKey] }
const verified = (text: string, leaf = leafAt(5)) =>
  verifyProofText({ sha256, verify: verifyEd25519 }, text, { leaf, trusted })

test('the known proof is read, and made again as it was', () => {
  const read = right(readProofText(known))
  expect(read.index).toBe(5)
  expect(read.checkpoint).toBe(checkpoint)
  const fifth = vectors.inclusion.find(({ leafIndex }) => leafIndex === 5)
  expect(read.hashes.map(hexOf)).toEqual(fifth?.proof)
  expect(proofText(read)).toBe(known)
})

test('the known proof proves the fifth leaf, and no other', () => {
  expect(right(verified(known))).toMatchObject({ index: 5, checkpoint: { size: 8 } })
  const others = [0, 1, 2, 3, 4, 6, 7].map((index) => left(verified(known, leafAt(index))))
  expect(others.map(({ _tag }) => _tag)).toEqual(Array(7).fill('NotIncluded'))
})

test('a proof is only as good as the checkpoint in it', () => {
  const forged = known.replace('\n8\n', '\n9\n')
  expect(left(verified(forged))._tag).toBe('SignatureWrong')
  const nobody = { leaf: leafAt(5), trusted: { ledger: [] } }
  expect(left(verifyProofText({ sha256, verify: verifyEd25519 }, known, nobody))._tag).toBe(
    'NotSigned',
  )
})

test.each([
  ['index 4', 'NotIncluded'],
  ['index 7', 'NotIncluded'],
  ['index 8', 'IndexOutside'],
])('at %s it proves nothing', (index, tag) => {
  expect(left(verified(known.replace('index 5', index)))._tag).toBe(tag)
})

test('a proof with a line too few is told as cut', () => {
  const lines = known.split('\n')
  expect(explainProof(left(verified(lines.toSpliced(3, 1).join('\n'))))).toMatch(
    /^the proof has 2 hashes where 3 are needed/,
  )
})

test('any proof is read back, with what nobody signs', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const any = fc.record(
    {
      index: fc.maxSafeNat(),
      hashes: fc.array(hash, { maxLength: 53 }),
      checkpoint: fc.string({ minLength: 1 }).map((text) => `${text}\n\n${text}\n`),
      extra: fc.uint8Array({ maxLength: 40 }),
    },
    { requiredKeys: ['index', 'hashes', 'checkpoint'] },
  )
  fc.assert(
    fc.property(any, (given) => {
      expect(right(readProofText(proofText(given)))).toEqual(given)
    }),
  )
})

const [header, index, first] = known.split('\n') as [string, string, string]

test.each([
  ['', 'header', 1],
  ['c2sp.org/tlog-proof@v2\nindex 5\n\nc\n', 'header', 1],
  [`${header}\r\nindex 5\n\nc\n`, 'header', 1],
  [`${header}\nextra Zh==\n${index}\n\nc\n`, 'extra', 2],
  [`${header}\n\nc\n`, 'index', 2],
  [`${header}\nindex 05\n\nc\n`, 'index', 2],
  [`${header}\nindex  5\n\nc\n`, 'index', 2],
  [`${header}\nindex -5\n\nc\n`, 'index', 2],
  [`${header}\n${index}\nextra Zg==\n\nc\n`, 'hash', 3],
  [`${header}\nextra Zg==\n${first}\n\nc\n`, 'index', 3],
  [`${header}\n${index}\n${first}\n${first.slice(4)}\n\nc\n`, 'hash', 4],
  [`${header}\n${index}\n${first}`, 'checkpoint', 4],
  [`${header}\n${index}\n${first}\n`, 'hash', 4],
  [`${header}\n${index}\n${first}\n\n`, 'checkpoint', 4],
])('%j is no proof: %s', (text, flaw, line) => {
  expect(left(readProofText(text))).toEqual({ _tag: 'ProofMalformed', flaw, line })
  expect(left(verified(text))._tag).toBe('ProofMalformed')
})
