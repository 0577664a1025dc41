/**
 * Signed notes: a text, an empty line, and signature lines. Read here without believing them; see
 * `open-note.ts` for that.
 *
 * Source: C2SP signed-note v1.0.0, "Format".
 */
import * as E from 'fp-ts/lib/Either.js'
import { base64, base64Bytes } from './base64.js'
import type { NoteMalformed } from './failures.js'
import { hex, hexBytes } from './hex.js'
import { isKeyName, wrongLine } from './note-text.js'

/** A signature line, believed or not. */
export interface NoteSignature {
  readonly name: string
  /** Unit: 8 hexadecimal digits. */
  readonly keyId: string
  /** What follows the key's id. */
  readonly bytes: Uint8Array
}

/** A note whose signatures are not checked. */
export interface Note {
  /** With its last line feed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** A limit on work for a stranger's note. The specification asks for 16 at least. */
const mostSignatures = 100

const idLength = 4

/**
 * The parts of a signed note. None of its signatures is checked: to believe it, open it.
 *
 * Errors: NoteMalformed.
 *
 * @example
 * import { readNote } from '@send-ledger/core/proof'
 *
 * const read = readNote('A text without a signature.\n')
 * assert.strictEqual(read._tag === 'Left' && read.left.flaw, 'unsigned')
 */
export const readNote = (note: string): E.Either<NoteMalformed, Note> => {
  const wrong = wrongLine(note)
  if (wrong > 0) return malformed('character', wrong)
  const lines = note.split('\n')
  if (lines.pop() !== '') return malformed('end', lines.length + 1)
  // The text may have empty lines too: the last one parts it from the signatures.
  const gap = lines.lastIndexOf('')
  if (gap < 1 || gap === lines.length - 1) return malformed('unsigned', lines.length || 1)
  if (lines.length - gap - 1 > mostSignatures) {
    return malformed('tooManySignatures', gap + 2 + mostSignatures)
  }
  const signatures: NoteSignature[] = []
  for (const [i, line] of lines.slice(gap + 1).entries()) {
    const signature = readSignature(line)
    if (signature === undefined) return malformed('signatureLine', gap + 2 + i)
    signatures.push(signature)
  }
  return E.right({ text: `${lines.slice(0, gap).join('\n')}\n`, signatures })
}

/** The line of a signature, with its line feed. */
export const signatureLine = ({ name, keyId, bytes }: NoteSignature): string =>
  `— ${name} ${base64(Uint8Array.of(...hexBytes(keyId), ...bytes))}\n`

const readSignature = (line: string): NoteSignature | undefined => {
  const [dash, name = '', coded = '', ...more] = line.split(' ')
  const all = base64Bytes(coded)
  if (dash !== '—' || !isKeyName(name) || more.length > 0) return undefined
  if (all === undefined || all.length <= idLength) return undefined
  return { name, keyId: hex(all.subarray(0, idLength)), bytes: all.slice(idLength) }
}

const malformed = (flaw: NoteMalformed['flaw'], line: number): E.Either<NoteMalformed, never> =>
  E.left({ _tag: 'NoteMalformed', flaw, line })
