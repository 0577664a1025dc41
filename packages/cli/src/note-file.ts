/**
 * A signed note in a file.
 */
import { smallFile } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome, reasonOf, wrongUse } from './stop.js'

/** The text of a file that should be a checkpoint. */
export const noteIn = async (file: string): Promise<Outcome<string>> => {
  try {
    const bytes = await smallFile(file)
    return E.right(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? wrongUse(`${file} is no checkpoint: its bytes are no text.`)
      : notDone(`${file} could not be read: ${reasonOf(cause)}. Give the path of a checkpoint.`)
  }
}
