import { explainProof, type ProofFailure } from '@send-ledger/core/proof'

const key = (flaw: string) => ({ _tag: 'KeyMalformed', flaw }) as ProofFailure
const note = (flaw: string) => ({ _tag: 'NoteMalformed', flaw, line: 3 }) as ProofFailure
const checkpoint = (flaw: string) => ({ _tag: 'CheckpointMalformed', flaw }) as ProofFailure
const proof = (flaw: string) => ({ _tag: 'ProofMalformed', flaw, line: 3 }) as ProofFailure

const failures: readonly ProofFailure[] = [
  ...['form', 'name', 'length', 'id', 'isPrivate', 'isPublic'].map(key),
  ...['end', 'character', 'unsigned', 'signatureLine', 'tooManySignatures'].map(note),
  ...['origin', 'size', 'root', 'extension', 'lines'].map(checkpoint),
  ...['header', 'extra', 'index', 'hash', 'checkpoint'].map(proof),
  { _tag: 'KeyTypeUnknown', name: 'example.org', type: 6 },
  { _tag: 'KeyOfOtherUse', name: 'example.org', wanted: 'signature' },
  { _tag: 'SignatureWrong', name: 'example.org', keyId: '6bf00119' },
  { _tag: 'NotSigned', by: [], found: [] },
  { _tag: 'NotSigned', by: ['example.org', 'example.com'], found: [] },
  { _tag: 'NotSigned', by: ['example.org'], found: ['example.com'] },
  { _tag: 'OriginDiffers', expected: 'example.org', found: 'example.com' },
  { _tag: 'HashMalformed', what: 'leaf', length: 31 },
  { _tag: 'IndexOutside', index: 8, size: 8 },
  { _tag: 'HashCountWrong', given: 2, needed: 3 },
  { _tag: 'NotIncluded', index: 5, size: 8 },
  { _tag: 'SizesReversed', earlier: 8, later: 5 },
  { _tag: 'NotConsistent', earlier: 5, later: 8, missed: 'earlier' },
]

test('each failure has one sentence of its own, with its facts', () => {
  const sentences = failures.map(explainProof)
  expect(new Set(sentences).size).toBe(failures.length)
  expect(sentences.filter((text) => !/^[a-z].*\.$/.test(text))).toEqual([])
  expect(sentences.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([])
})

test('keys that might have signed are each told once', () => {
  const by = ['example.org', 'example.com', 'example.org']
  expect(explainProof({ _tag: 'NotSigned', by, found: [] })).toBe(
    'it is not signed by example.org or example.com.',
  )
})
