/**
 * Keys as text: the verifier key, which is handed out, and the signer key, which is kept.
 *
 * Source: C2SP signed-note v1.0.0, "Signatures"; the text forms are those of Go's sumdb/note, which
 * the tools of the field read.
 */
import * as E from 'fp-ts/lib/Either.js'
import { base64, base64Bytes } from './base64.js'
import type { Ed25519Sign } from './ed25519.js'
import type { KeyFailure, KeyMalformed } from './failures.js'
import { hex } from './hex.js'
import type { Sha256 } from './merkle.js'
import { isKeyName } from './note-text.js'

/** What a key makes: a plain signature, or the dated one of a witness. */
export type KeyUse = 'signature' | 'cosignature'

/** A public key, and whose it is. */
export interface VerifierKey {
  readonly name: string
  /** Unit: 8 hexadecimal digits. Says which key of that name it is, and proves nothing. */
  readonly keyId: string
  readonly use: KeyUse
  /** Unit: 32 bytes. */
  readonly publicKey: Uint8Array
}

/** A key that signs. The private part does not show. */
export interface Signer {
  readonly key: VerifierKey
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The signature type identifier bytes. Source: C2SP signed-note v1.0.0, "Signature types". */
const types: Readonly<Record<KeyUse, number>> = { signature: 1, cosignature: 4 }

const keyLength = 32
const idLength = 4

/**
 * The key of a verifier key text: `name+id+base64`.
 *
 * Errors: KeyMalformed, KeyTypeUnknown.
 *
 * @example
 * import { readVerifierKey } from '@send-ledger/core/proof'
 * import { sha256 } from '@send-ledger/evidence/sign'
 *
 * const text = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
 * const key = readVerifierKey(sha256, text)
 * assert.strictEqual(key._tag === 'Right' && key.right.name, 'example.com/foo')
 */
export const readVerifierKey = (
  sha256: Sha256,
  text: string,
): E.Either<KeyFailure, VerifierKey> => {
  if (text.startsWith(privatePrefix)) return malformed('isPrivate')
  const parts = readParts(text)
  if (E.isLeft(parts)) return parts
  const { name, keyId, use, bytes } = parts.right
  const key = verifierKey(sha256, { name, use, publicKey: bytes })
  return key.keyId === keyId ? E.right(key) : malformed('id')
}

/** The text of a public key, to be handed to whoever is to check signatures. */
export const verifierKeyText = ({ name, keyId, use, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${base64(typed(use, publicKey))}`

/** What a key pair is made from. */
export interface NewKey {
  /** Best the origin of the ledger, or an address of the witness without `https://`. */
  readonly name: string
  readonly use: KeyUse
  /** 32 bytes that nobody can guess. */
  readonly privateKey: Uint8Array
}

/** A key pair as text. */
export interface KeyTexts {
  /** To be kept: who has it can sign. */
  readonly signerKey: string
  /** To be handed out. */
  readonly verifierKey: string
}

/**
 * The two texts of a key pair.
 *
 * Errors: KeyMalformed.
 *
 * @example
 * import { keyTexts } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const privateKey = new Uint8Array(32) // of a random source, not so
 * const made = keyTexts(sha256, ed25519, { name: 'example.org/w', use: 'cosignature', privateKey })
 * assert.ok(made._tag === 'Right' && made.right.signerKey.startsWith('PRIVATE+KEY+example.org/w+'))
 */
export const keyTexts = (
  sha256: Sha256,
  ed25519: Ed25519Sign,
  { name, use, privateKey }: NewKey,
): E.Either<KeyMalformed, KeyTexts> => {
  if (!isKeyName(name)) return malformed('name')
  if (privateKey.length !== keyLength) return malformed('length')
  const key = verifierKey(sha256, { name, use, publicKey: ed25519.publicKeyOf(privateKey) })
  return E.right({
    signerKey: `${privatePrefix}${name}+${key.keyId}+${base64(typed(use, privateKey))}`,
    verifierKey: verifierKeyText(key),
  })
}

/**
 * The signer of a signer key text: `PRIVATE+KEY+name+id+base64`.
 *
 * Errors: KeyMalformed, KeyTypeUnknown. None of them tells the text.
 *
 * @example
 * import { keyTexts, readSignerKey } from '@send-ledger/core/proof'
 * import { ed25519, sha256 } from '@send-ledger/evidence/sign'
 *
 * const privateKey = new Uint8Array(32)
 * const made = keyTexts(sha256, ed25519, { name: 'example.org/l', use: 'signature', privateKey })
 * const text = made._tag === 'Right' ? made.right.signerKey : ''
 * const signer = readSignerKey(sha256, ed25519, text)
 * assert.strictEqual(signer._tag === 'Right' && signer.right.key.name, 'example.org/l')
 */
export const readSignerKey = (
  sha256: Sha256,
  ed25519: Ed25519Sign,
  text: string,
): E.Either<KeyFailure, Signer> => {
  const isPrivate = text.startsWith(privatePrefix)
  const parts = readParts(isPrivate ? text.slice(privatePrefix.length) : text)
  if (E.isLeft(parts)) return parts
  if (!isPrivate) return malformed('isPublic')
  const { name, keyId, use, bytes } = parts.right
  const key = verifierKey(sha256, { name, use, publicKey: ed25519.publicKeyOf(bytes) })
  if (key.keyId !== keyId) return malformed('id')
  return E.right({ key, sign: (message) => ed25519.sign(bytes, message) })
}

const privatePrefix = 'PRIVATE+KEY+'

interface Parts {
  readonly name: string
  readonly keyId: string
  readonly use: KeyUse
  readonly bytes: Uint8Array
}

/** The three parts of a key. A plus sign is base64 too, so only the first two part them. */
const readParts = (text: string): E.Either<KeyFailure, Parts> => {
  const [, name = '', keyId = '', coded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? []
  const bytes = base64Bytes(coded)
  if (bytes === undefined || bytes.length === 0) return malformed('form')
  if (!isKeyName(name)) return malformed('name')
  const type = bytes[0] as number
  const use = (['signature', 'cosignature'] as const).find((each) => types[each] === type)
  if (use === undefined) return E.left({ _tag: 'KeyTypeUnknown', name, type })
  if (bytes.length !== 1 + keyLength) return malformed('length')
  return E.right({ name, keyId, use, bytes: bytes.slice(1) })
}

const malformed = (flaw: KeyMalformed['flaw']): E.Either<KeyMalformed, never> =>
  E.left({ _tag: 'KeyMalformed', flaw })

/** The id: SHA-256(name || 0x0A || type || public key)[:4]. */
const verifierKey = (
  sha256: Sha256,
  { name, use, publicKey }: Omit<VerifierKey, 'keyId'>,
): VerifierKey => {
  const line = new TextEncoder().encode(`${name}\n`)
  const bytes = new Uint8Array(line.length + 1 + publicKey.length)
  bytes.set(line)
  bytes.set(typed(use, publicKey), line.length)
  return { name, keyId: hex(sha256(bytes).subarray(0, idLength)), use, publicKey }
}

const typed = (use: KeyUse, key: Uint8Array): Uint8Array => Uint8Array.of(types[use], ...key)
