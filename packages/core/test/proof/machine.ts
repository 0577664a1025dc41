/**
 * What core is handed to sign with: the machine that runs the tests. And the known answers.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ed25519Sign, Ed25519Verify, Hash } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })

export const ed25519: Ed25519Sign = {
  publicKeyOf: (seed) => {
    const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' })
    return new Uint8Array(Buffer.from(x as string, 'base64url'))
  },
  sign: (seed, message) => sign(null, message, privateKeyOf(seed)),
}

export const verifyEd25519: Ed25519Verify = ({ publicKey, message, signature }) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, message, key, signature)
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const fromHex = (text: string): Hash => new Uint8Array(Buffer.from(text, 'hex'))

/** The known answers. */
export interface Vectors {
  readonly leaf_inputs_hex: readonly string[]
  readonly leaf_hashes: readonly string[]
  readonly roots_by_size: readonly string[]
  readonly inclusion: readonly {
    readonly leafIndex: number
    readonly treeSize: number
    readonly proof: readonly string[]
  }[]
  readonly consistency: readonly {
    readonly size1: number
    readonly size2: number
    readonly proof: readonly string[]
  }[]
  readonly own: {
    readonly log_seed_hex: string
    readonly log_pub_hex: string
    readonly log_vkey: string
    readonly witness_seed_hex: string
    readonly witness_vkey: string
    readonly checkpoint: string
    readonly proof_leaf5: string
  }
}

export const vectors = JSON.parse(
  readFileSync(join(__dirname, 'fixtures/merkle-vectors.json'), 'utf8'),
) as Vectors

/** The left of an Either, or an error. */
export const left = <F>(either: E.Either<F, unknown>): F => {
  if (E.isRight(either)) throw new Error('it was not refused')
  return either.left
}
