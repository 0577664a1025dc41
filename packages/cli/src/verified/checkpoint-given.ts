/**
 * A checkpoint that was kept outside, as it is given on the command line.
 */
import { explainProof, readCheckpoint, readNote } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import { noteIn } from '../note-file.js'
import { type Outcome, wrongUse } from '../stop.js'

/** The text of a file that is a checkpoint, signed or not; nothing where none is named. */
export const checkpointGiven = async (
  file: string | undefined,
): Promise<Outcome<string | undefined>> => {
  if (file === undefined) return E.right(undefined)
  const text = await noteIn(file)
  if (E.isLeft(text)) return text
  const flaw = flawOf(text.right)
  return flaw === undefined ? text : wrongUse(`${file}: ${flaw}`)
}

/** Why a text is no checkpoint, signed or not. */
const flawOf = (text: string): string | undefined => {
  const note = readNote(text)
  const isUnsigned = E.isLeft(note) && note.left.flaw === 'unsigned'
  if (E.isLeft(note) && !isUnsigned) return explainProof(note.left)
  const read = readCheckpoint(E.isRight(note) ? note.right.text : text)
  return E.isLeft(read) ? explainProof(read.left) : undefined
}
