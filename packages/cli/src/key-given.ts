/**
 * Keys as they are given on the command line: that of a signer in a file, that of a verifier as its
 * text or in a file.
 */
import { existsSync } from 'node:fs'
import {
  explainProof,
  readVerifierKey,
  type Signer,
  type VerifierKey,
} from '@send-ledger/core/proof'
import {
  explainKeyFile,
  type KeyFileFailure,
  readSignerFile,
  readVerifierKeyFile,
  sha256,
} from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'

/** The signer whose key is in a file. That others can read the file is said. */
export const signerIn = async (path: string, { say }: Terminal): Promise<Outcome<Signer>> => {
  const read = await readSignerFile(path)()
  if (E.isLeft(read)) return keyStop(read.left)
  if (read.right.isExposed) {
    await say(`send-ledger: others than its owner can read ${path}, and so can sign with it.`)
  }
  return E.right(read.right.signer)
}

/** Collects an option that may be repeated. */
export const eachKey = (key: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  key,
]

/** The verifier keys that were given, each as its text or as the path of its file. */
export const verifierKeysOf = async (
  texts: readonly string[],
): Promise<Outcome<readonly VerifierKey[]>> => {
  const keys: VerifierKey[] = []
  for (const text of texts) {
    const key = await verifierKeyOf(text)
    if (E.isLeft(key)) return key
    keys.push(key.right)
  }
  return E.right(keys)
}

const verifierKeyOf = async (text: string): Promise<Outcome<VerifierKey>> => {
  if (existsSync(text)) {
    const read = await readVerifierKeyFile(text)()
    return E.isLeft(read) ? keyStop(read.left) : read
  }
  const key = readVerifierKey(sha256, text)
  return E.isLeft(key)
    ? wrongUse(`--key is neither a key nor the path of one: ${explainProof(key.left)}`)
    : key
}

/** How a command ends for want of a key. */
export const keyStop = (failure: KeyFileFailure): Outcome<never> =>
  failure._tag === 'KeyFileUnavailable'
    ? notDone(explainKeyFile(failure))
    : wrongUse(explainKeyFile(failure))
