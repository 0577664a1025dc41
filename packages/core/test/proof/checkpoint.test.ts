import {
  checkpointText,
  cosign,
  explainProof,
  openCheckpoint,
  readCheckpoint,
  signNote,
} from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import { right } from '../given.js'
import { fromHex, hexOf, left, vectors, verifyEd25519 } from './machine.js'
import { impostor, ledgerKey, ledgerSigner, witnessKey, witnessSigner } from './signed.js'

const { checkpoint: known } = vectors.own
const body = known.slice(0, known.indexOf('\n\n') + 1)
const root = fromHex(vectors.roots_by_size[8] as string)
const ledger = [ledgerKey]
const witnesses = [witnessKey]

const open = (note: string, trusted: Parameters<typeof openCheckpoint>[2] = { ledger }) =>
  openCheckpoint(verifyEd25519, note, trusted)
const tagOf = (...given: Parameters<typeof open>): string => left(open(...given))._tag

/** The time that the witness of the known checkpoint told. */
const seenAt = 0x612ec280

test('the known checkpoint opens, and tells what its witness saw and when', () => {
  const opened = right(open(known, { ledger, witnesses }))
  expect(opened.checkpoint).toMatchObject({ origin: 'example.org/send-ledger', size: 8 })
  expect(hexOf(opened.checkpoint.root)).toBe(vectors.roots_by_size[8])
  expect(opened.text).toBe(body)
  expect(opened.signatures).toEqual([{ key: ledgerKey }, { key: witnessKey, at: seenAt }])
  expect(opened.unknown).toEqual([])
})

test('the known checkpoint is what the two keys make of the known root', () => {
  const origin = 'example.org/send-ledger'
  const text = right(checkpointText({ origin, size: 8, root, extensions: [] }))
  expect(right(cosign(right(signNote(text, ledgerSigner)), witnessSigner, seenAt))).toBe(known)
})

describe('whose checkpoint it is', () => {
  const signed = right(signNote(body, ledgerSigner))

  test('without the key of the witness its line is ignored, and told', () => {
    const opened = right(open(known))
    expect(opened.signatures).toEqual([{ key: ledgerKey }])
    expect(opened.unknown).toEqual([{ name: 'example.org/audit-witness', keyId: '46b9258f' }])
  })

  test('a witness alone does not make a checkpoint of the ledger', () => {
    const lines = known.split('\n').toSpliced(4, 1).join('\n')
    const failure = left(open(lines, { ledger, witnesses }))
    expect(explainProof(failure)).toBe(
      'it is not signed by example.org/send-ledger with the key that was given; ' +
        'its signatures name example.org/audit-witness.',
    )
  })

  test('another key of the same name does not do', () => {
    expect(tagOf(right(signNote(body, impostor)))).toBe('NotSigned')
    expect(tagOf(signed, { ledger: [impostor.key] })).toBe('NotSigned')
  })

  test('after a change of keys either one will do', () => {
    const both = { ledger: [impostor.key, ledgerKey] }
    expect(right(open(signed, both)).checkpoint.size).toBe(8)
    expect(right(open(right(signNote(body, impostor)), both)).checkpoint.size).toBe(8)
  })

  test('the origin is the name of the key, or what the verifier expects', () => {
    const origin = 'urn:send-ledger:walsall'
    const text = right(checkpointText({ origin, size: 8, root, extensions: [] }))
    const note = right(signNote(text, ledgerSigner))
    expect(right(open(note, { ledger, origin })).checkpoint.origin).toBe(origin)
    expect(explainProof(left(open(note)))).toBe(
      'the checkpoint is that of urn:send-ledger:walsall, not of example.org/send-ledger.',
    )
    expect(tagOf(signed, { ledger, origin })).toBe('OriginDiffers')
  })

  test.each([
    ['size', '\n8\n', '\n9\n'],
    ['root', 'XcnaeacG', 'YcnaeacG'],
    ['origin', 'example.org/send-ledger\n8', 'example.com/send-ledger\n8'],
  ])('a changed %s is found', (_, from, to) => {
    expect(tagOf(known.replace(from, to), { ledger, witnesses })).toBe('SignatureWrong')
  })

  test('a changed date of a witness is found', () => {
    const line = known.split('\n')[5] as string
    const later = line.replace('RrkljwAAAABhLsKA', 'RrkljwAAAABhLsKB')
    expect(later).not.toBe(line)
    const changed = known.replace(line, later)
    expect(tagOf(changed, { ledger, witnesses })).toBe('SignatureWrong')
    expect(right(open(changed)).checkpoint.size).toBe(8)
  })

  /** The known body with a witness line of these bytes. */
  const witnessed = (bytes: Uint8Array): string => {
    const line = Buffer.from([...fromHex(witnessKey.keyId), ...bytes]).toString('base64')
    return `${signed}— ${witnessKey.name} ${line}\n`
  }
  const secondOf = (at: bigint): Uint8Array => {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setBigUint64(0, at)
    return bytes
  }

  test.each([0n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 60n, 2n ** 63n])(
    'a witness of second %d is read as long as a number tells it exactly',
    (at) => {
      const message = new TextEncoder().encode(`cosignature/v1\ntime ${at}\n${body}`)
      const note = witnessed(Uint8Array.of(...secondOf(at), ...witnessSigner.sign(message)))
      const opened = open(note, { ledger, witnesses })
      expect(opened._tag).toBe(at < 2n ** 53n ? 'Right' : 'Left')
    },
  )

  test('a signature of another length is wrong, whatever the machine makes of it', () => {
    const credulous = () => true
    const lengths = Array.from({ length: 80 }, (_, i) => i + 1).filter((length) => {
      const note = witnessed(new Uint8Array(length))
      return openCheckpoint(credulous, note, { ledger, witnesses })._tag === 'Right'
    })
    expect(lengths).toEqual([72])
  })

  test('a signed text that is no checkpoint is none', () => {
    expect(tagOf(right(signNote('A text.\n', ledgerSigner)))).toBe('CheckpointMalformed')
  })
})

describe('cosigning', () => {
  test.each([0, 1, 1_627_750_800, Number.MAX_SAFE_INTEGER])('at %d is read back', (at) => {
    const note = right(cosign(known, witnessSigner, at))
    expect(note.startsWith(known)).toBe(true)
    const { signatures } = right(open(note, { ledger, witnesses }))
    expect(signatures.map((each) => each.at)).toEqual([undefined, seenAt, at])
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('at %d is our own mistake', (at) => {
    expect(() => cosign(known, witnessSigner, at)).toThrow(RangeError)
  })

  test('only signed checkpoints are cosigned, and only by keys made for it', () => {
    const note = right(signNote('A text.\n', ledgerSigner))
    expect(left(cosign(note, witnessSigner, 1))._tag).toBe('CheckpointMalformed')
    expect(left(cosign(body, witnessSigner, 1))._tag).toBe('NoteMalformed')
    expect(left(cosign(known, ledgerSigner, 1))._tag).toBe('KeyOfOtherUse')
  })
})

describe('the text of a checkpoint', () => {
  const hash = 'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg='

  test('is read back, whatever it says', () => {
    const line = fc.string({ minLength: 1, unit: fc.constantFrom(...'a8+ —é.:') })
    const any = fc.record({
      origin: line,
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(line, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(any, (given) => {
        expect(right(readCheckpoint(right(checkpointText(given))))).toEqual(given)
      }),
    )
  })

  test('keeps lines that it does not know, and they are signed', () => {
    const text = `a\n8\n${hash}\nmore of it\nand more\n`
    expect(right(readCheckpoint(text)).extensions).toEqual(['more of it', 'and more'])
    const note = right(signNote(text, ledgerSigner))
    expect(right(open(note, { ledger, origin: 'a' })).checkpoint.extensions).toHaveLength(2)
    expect(tagOf(note.replace('and more', 'no more'), { ledger, origin: 'a' })).toBe(
      'SignatureWrong',
    )
  })

  test.each([
    ['', 'lines'],
    ['a\n8\n', 'lines'],
    [`a\n8\n${hash}`, 'lines'],
    [`\n8\n${hash}\n`, 'origin'],
    [`a\n\n${hash}\n`, 'size'],
    [`a\n08\n${hash}\n`, 'size'],
    [`a\n00\n${hash}\n`, 'size'],
    [`a\n-8\n${hash}\n`, 'size'],
    [`a\n+8\n${hash}\n`, 'size'],
    [`a\n8 \n${hash}\n`, 'size'],
    [`a\n8.0\n${hash}\n`, 'size'],
    [`a\n1e3\n${hash}\n`, 'size'],
    [`a\n٨\n${hash}\n`, 'size'],
    [`a\n9007199254740992\n${hash}\n`, 'size'],
    [`a\n8\n${hash} \n`, 'root'],
    [`a\n8\n${hash.slice(0, -1)}\n`, 'root'],
    [`a\n8\n${hash.replace('yg=', 'yh=')}\n`, 'root'],
    ['a\n8\nXcnaeacG\n', 'root'],
    [`a\n8\n${hash}\n\n`, 'extension'],
    [`a\n8\n${hash}\n\nmore\n`, 'extension'],
  ])('is not %j: %s', (text, flaw) => {
    expect(left(readCheckpoint(text))).toEqual({ _tag: 'CheckpointMalformed', flaw })
  })

  test('a size of nothing is 0, and the largest is exact', () => {
    const sizes = ['0', '9007199254740991'].map(
      (size) => right(readCheckpoint(`a\n${size}\n${hash}\n`)).size,
    )
    expect(sizes).toEqual([0, Number.MAX_SAFE_INTEGER])
  })

  test.each([
    ['origin', { origin: '' }],
    ['origin', { origin: 'a\n8' }],
    ['origin', { origin: 'a\tb' }],
    ['size', { size: -1 }],
    ['size', { size: 0.5 }],
    ['size', { size: 1e21 }],
    ['root', { root: root.slice(1) }],
    ['extension', { extensions: [''] }],
    ['extension', { extensions: ['two\nlines'] }],
  ])('is not made with such an %s: %j', (flaw, change) => {
    const given = { origin: 'a', size: 8, root, extensions: [], ...change }
    expect(left(checkpointText(given))).toEqual({ _tag: 'CheckpointMalformed', flaw })
  })
})
