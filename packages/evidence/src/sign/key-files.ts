/**
 * A key pair in two files: the signer key in one that only its owner can read, and beside it the
 * verifier key, to be handed out. Both are one line of text, as in C2SP signed-note v1.0.0.
 */
import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import {
  type KeyFailure,
  type KeyUse,
  keyTexts,
  readSignerKey,
  readVerifierKey,
  type Signer,
  type VerifierKey,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { ed25519, sha256 } from './cryptography.js'
import { type KeyFileFailure, unavailable } from './key-file-failures.js'
import { smallFile } from './small-file.js'

/** What a key is made for. */
export interface KeyWanted {
  /** Of a ledger's key its origin; of a witness an address without `https://`. No spaces, no plus. */
  readonly name: string
  readonly use: KeyUse
}

/** A key pair that was made, and where it is kept. */
export interface KeyFiles {
  /** To be kept: who reads it can sign. */
  readonly signerKeyPath: string
  /** To be handed out. */
  readonly verifierKeyPath: string
  /** The text of the second file, for whoever is to check. */
  readonly verifierKey: string
}

/** A signer from a file. */
export interface SignerFile {
  readonly signer: Signer
  /** Whether others than its owner may read or write the file. Warn: they can sign. */
  readonly isExposed: boolean
}

/**
 * Makes a new key pair: the signer key at the path, readable by its owner alone, and the verifier
 * key beside it, at the path with `.pub`. What is there already is not touched.
 *
 * Errors: KeyFileExists, KeyFileUnavailable; KeyFileWrong where the name is none.
 *
 * @example
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { createKeyFiles, readSignerFile } from '@send-ledger/evidence/sign'
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'send-ledger-')), 'ledger.key')
 * await createKeyFiles(path, { name: 'urn:send-ledger:walsall', use: 'signature' })()
 * const read = await readSignerFile(path)()
 * assert.ok(read._tag === 'Right' && read.right.signer.key.name === 'urn:send-ledger:walsall')
 */
export const createKeyFiles =
  (path: string, { name, use }: KeyWanted): TE.TaskEither<KeyFileFailure, KeyFiles> =>
  async () => {
    const made = keyTexts(sha256, ed25519, { name, use, privateKey: randomBytes(privateKeyLength) })
    if (E.isLeft(made)) return wrong(path, made.left)
    const { signerKey, verifierKey } = made.right
    const verifierKeyPath = `${path}.pub`
    const kept = await writeNew(path, `${signerKey}\n`, ownerOnly)()
    if (E.isLeft(kept)) return kept
    const shown = await writeNew(verifierKeyPath, `${verifierKey}\n`, anyReader)()
    if (E.isLeft(shown)) {
      // A private key that nobody was told of is of no use.
      await rm(path, { force: true })
      return shown
    }
    return E.right({ signerKeyPath: path, verifierKeyPath, verifierKey })
  }

/**
 * The signer whose key is in a file.
 *
 * Errors: KeyFileUnavailable, KeyFileWrong. A file that others can read is read, and told as such.
 *
 * @example
 * import { explainKeyFile, readSignerFile } from '@send-ledger/evidence/sign'
 *
 * const read = await readSignerFile('none.key')()
 * assert.match(read._tag === 'Left' ? explainKeyFile(read.left) : '', /there is no such file/)
 */
export const readSignerFile =
  (path: string): TE.TaskEither<KeyFileFailure, SignerFile> =>
  async () => {
    const read = await readText(path)()
    if (E.isLeft(read)) return read
    const signer = readSignerKey(sha256, ed25519, read.right.text)
    if (E.isLeft(signer)) return wrong(path, signer.left)
    return E.right({ signer: signer.right, isExposed: isExposed(read.right.mode) })
  }

/**
 * The verifier key in a file, such as one that `createKeyFiles` made.
 *
 * Errors: KeyFileUnavailable, KeyFileWrong.
 *
 * @example
 * import { explainKeyFile, readVerifierKeyFile } from '@send-ledger/evidence/sign'
 *
 * const read = await readVerifierKeyFile('none.key.pub')()
 * assert.match(read._tag === 'Left' ? explainKeyFile(read.left) : '', /there is no such file/)
 */
export const readVerifierKeyFile =
  (path: string): TE.TaskEither<KeyFileFailure, VerifierKey> =>
  async () => {
    const read = await readText(path)()
    if (E.isLeft(read)) return read
    const key = readVerifierKey(sha256, read.right.text)
    return E.isLeft(key) ? wrong(path, key.left) : key
  }

const privateKeyLength = 32
const ownerOnly = 0o600
const anyReader = 0o644
const groupAndOthers = 0o077

/** Windows keeps no such bits, and tells all of them as set. */
const isExposed = (mode: number): boolean =>
  process.platform !== 'win32' && (mode & groupAndOthers) !== 0

const wrong = (path: string, because: KeyFailure): E.Either<KeyFileFailure, never> =>
  E.left({ _tag: 'KeyFileWrong', path, because })

/** Writes a file that is not there yet, to the disk; what could not be written whole is removed. */
const writeNew = (path: string, text: string, mode: number): TE.TaskEither<KeyFileFailure, void> =>
  TE.tryCatch(
    async () => {
      const file = await open(path, 'wx', mode)
      try {
        await file.writeFile(text)
        await file.sync()
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
    },
    (error) => unavailable(path, 'writing', error),
  )

interface FileText {
  readonly text: string
  readonly mode: number
}

/** The one line of a key file, and who may read it. */
const readText = (path: string): TE.TaskEither<KeyFileFailure, FileText> =>
  TE.tryCatch(
    async () => {
      // An editor on Windows may have put a mark of the encoding before it; the decoder drops it.
      const text = new TextDecoder().decode(await smallFile(path))
      const { mode } = await stat(path)
      return { text: text.replace(/\r?\n$/, ''), mode }
    },
    (error) => unavailable(path, 'reading', error),
  )
