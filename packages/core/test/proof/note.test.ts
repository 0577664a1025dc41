import { explainProof, openNote, signNote } from '@send-ledger/core/proof'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { right } from '../given.js'
import { left, vectors, verifyEd25519 } from './machine.js'
import {
  impostor,
  keyOf,
  ledgerKey,
  ledgerSigner,
  signerOf,
  witnessKey,
  witnessSigner,
} from './signed.js'

const open = (note: string, ...known: Parameters<typeof openNote>[2]) =>
  openNote(verifyEd25519, note, known)

const ledgerLine = vectors.own.checkpoint.split('\n')[4] as string
const signed = (text: string, signer = ledgerSigner): string => right(signNote(text, signer))
const linesOf = (note: string): string => note.slice(note.lastIndexOf('\n\n') + 2)

describe('notes that others signed', () => {
  const example = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`
  const exampleKey = keyOf('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')

  test('the example of the specification opens', () => {
    expect(right(open(example, exampleKey))).toEqual({
      text: 'This is an example message.\n',
      signatures: [{ key: exampleKey }],
      unknown: [],
    })
  })

  test('the same text signed by the same key is the same note: Go signs as we do', () => {
    const signer = signerOf(
      'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
    )
    const text =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n"
    const note = `${text}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
    expect(signed(text, signer)).toBe(note)
    expect(right(open(note, signer.key)).text).toBe(text)
  })

  test('no bit of the note can be changed and the note still open', () => {
    const bytes = new TextEncoder().encode(example)
    const opened = [...bytes.keys()].flatMap((at) =>
      [0, 1, 5].flatMap((bit) => {
        const changed = bytes.with(at, (bytes[at] as number) ^ (1 << bit))
        return E.isRight(open(new TextDecoder().decode(changed), exampleKey)) ? [[at, bit]] : []
      }),
    )
    expect(opened).toEqual([])
  })
})

test('a note that was signed opens, whatever its text', () => {
  const anyText = fc
    .string({ unit: fc.oneof(fc.constant('\n'), fc.constantFrom(...'— aé€😀+')) })
    .map((text) => `${text}\n`)
  fc.assert(
    fc.property(anyText, (text) => {
      const opened = right(open(signed(text), ledgerKey))
      expect(opened.text).toBe(text)
      expect(opened.signatures.map(({ key }) => key)).toEqual([ledgerKey])
    }),
  )
})

test('a text with empty lines, and with lines that look like signatures, is one text', () => {
  const text = `one\n\n${ledgerLine}\n\ntwo\n`
  expect(right(open(signed(text), ledgerKey)).text).toBe(text)
})

describe('whom the verifier knows', () => {
  const note = signed('A text.\n')

  test('signatures of unknown keys are ignored, and told', () => {
    const both = note + linesOf(signed('Another text.\n', impostor))
    const opened = right(open(both, ledgerKey))
    expect(opened.signatures).toHaveLength(1)
    expect(opened.unknown).toEqual([{ name: 'example.org/send-ledger', keyId: impostor.key.keyId }])
  })

  test('a wrong signature of a known key rejects the note, beside a right one', () => {
    const wrong = linesOf(signed('Another text.\n', impostor))
    for (const both of [note + wrong, `A text.\n\n${wrong}${linesOf(note)}`]) {
      expect(left(open(both, ledgerKey, impostor.key))).toEqual({
        _tag: 'SignatureWrong',
        name: 'example.org/send-ledger',
        keyId: impostor.key.keyId,
      })
    }
  })

  test('a note that no known key signed is rejected, and it says who did', () => {
    const failure = left(open(note, witnessKey))
    expect(failure).toEqual({
      _tag: 'NotSigned',
      by: ['example.org/audit-witness'],
      found: ['example.org/send-ledger'],
    })
    expect(explainProof(failure)).toBe(
      'it is not signed by example.org/audit-witness with the key that was given; ' +
        'its signatures name example.org/send-ledger.',
    )
    expect(explainProof(left(open(note)))).toBe('no key was given to check the signature with.')
  })

  test('the same name or the same id alone is another key', () => {
    expect(left(open(note, { ...ledgerKey, keyId: '00000000' }))._tag).toBe('NotSigned')
    expect(left(open(note, { ...ledgerKey, name: 'example.org' }))._tag).toBe('NotSigned')
  })

  test('a key of the same name and id is held to what it signed', () => {
    const collision = { ...ledgerKey, publicKey: impostor.key.publicKey }
    expect(left(open(note, collision))._tag).toBe('SignatureWrong')
  })

  test('a cosignature is not taken for a signature, nor a signature for a cosignature', () => {
    const use = 'cosignature'
    expect(left(open(note, { ...ledgerKey, use }))._tag).toBe('SignatureWrong')
  })

  test('sixteen signatures are read, and a hundred; not a hundred and one', () => {
    const times = (n: number): string => `A text.\n\n${linesOf(note).repeat(n)}`
    expect(right(open(times(16), ledgerKey)).signatures).toHaveLength(16)
    expect(right(open(times(100), ledgerKey)).signatures).toHaveLength(100)
    expect(left(open(times(101), ledgerKey))).toEqual({
      _tag: 'NoteMalformed',
      flaw: 'tooManySignatures',
      line: 103,
    })
  })
})

describe('what is no note', () => {
  const line = ledgerLine
  test.each([
    ['nothing', '', 'unsigned', 1],
    ['a text without a signature', 'A text.\n', 'unsigned', 1],
    ['a text and an empty line', 'A text.\n\n', 'unsigned', 2],
    ['signatures without an empty line', `A text.\n${line}\n`, 'unsigned', 2],
    ['signatures without a text', `\n${line}\n`, 'unsigned', 2],
    ['no end of the last line', `A text.\n\n${line}`, 'end', 3],
    ['a carriage return', `A text.\r\n\n${line}\n`, 'character', 1],
    ['a tab', `A\ttext.\n\n${line}\n`, 'character', 1],
    ['a zero, in the second line', `A text.\n\0\n\n${line}\n`, 'character', 2],
    ['half of a surrogate pair', `A text.\n\ud800\n\n${line}\n`, 'character', 2],
    ['a hyphen for the em dash', `A text.\n\n${line.replace('—', '-')}\n`, 'signatureLine', 3],
    ['an en dash for the em dash', `A text.\n\n${line.replace('—', '–')}\n`, 'signatureLine', 3],
    ['two spaces', `A text.\n\n${line.replace('— ', '—  ')}\n`, 'signatureLine', 3],
    ['a space at the end', `A text.\n\n${line} \n`, 'signatureLine', 3],
    [
      'a plus sign in a name',
      `A text.\n\n${line.replace('example', 'ex+mple')}\n`,
      'signatureLine',
      3,
    ],
    [
      'a no-break space in a name',
      `A text.\n\n${line.replace('.org', '\u00a0')}\n`,
      'signatureLine',
      3,
    ],
    ['no name', `A text.\n\n— a/ABGSt1L4dq\n`, 'signatureLine', 3],
    ['no base64', `A text.\n\n— name a/ABGSt1L4d\n`, 'signatureLine', 3],
    ['base64 of an id alone', 'A text.\n\n— name a/ABGQ==\n', 'signatureLine', 3],
    ['base64 that is written otherwise', `A text.\n\n${line.slice(0, -2)}5=\n`, 'signatureLine', 3],
    ['a broken line after a good one', `A text.\n\n${line}\n— broken\n`, 'signatureLine', 4],
  ])('%s', (_, note, flaw, at) => {
    expect(left(open(note, ledgerKey))).toEqual({ _tag: 'NoteMalformed', flaw, line: at })
  })

  test.each(['A text.', 'A\ttext.\n', 'A text.\r\n', '\ud800\n'])('%j is not signed', (text) => {
    expect(left(signNote(text, ledgerSigner))._tag).toBe('NoteMalformed')
  })

  test('of the control characters a note has the line feed only', () => {
    const codes = Array.from({ length: 0x21 }, (_, code) => code)
    const taken = codes.filter((code) =>
      E.isRight(signNote(`A${String.fromCharCode(code)}text.\n`, ledgerSigner)),
    )
    expect(taken).toEqual([0x0a, 0x20])
  })

  test('a witness key does not sign plainly', () => {
    expect(explainProof(left(signNote('A text.\n', witnessSigner)))).toMatch(
      /example.org\/audit-witness does not make a signature/,
    )
  })
})
