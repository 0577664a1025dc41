/**
 * Small packs, built as they are, and an attacker who makes everything again that can be made
 * without the council's key.
 */
import {
  civilDate,
  type Draft,
  defaultLaw,
  type Instant,
  instant,
  type Ledger,
  recorder,
} from '@send-ledger/core'
import {
  checkpointText,
  keyTexts,
  readCheckpoint,
  readNote,
  readSignerKey,
  readVerifierKey,
  type Signer,
  signNote,
  type VerifierKey,
} from '@send-ledger/core/proof'
import { buildPack, type Pack, type PackOrder, packSource } from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import {
  explainFinding,
  explainNotChecked,
  type PackRead,
  type PackVerification,
  type PackVerified,
  verifyPack,
} from '@send-ledger/evidence/verify'
import { memoryLedger } from '@send-ledger/store-memory'
import { type Bag, bagOf } from '../../../src/pack/bag.js'
import { type PackBasis, readBasis } from '../../../src/pack/basis.js'
import { type PreviousPack, readPrevious } from '../../../src/pack/previous.js'
import { roCrateText } from '../../../src/pack/ro-crate.js'
import { sealOf } from '../../../src/pack/seal.js'
import { payloadOf } from '../../../src/verify/pack/check-signed.js'
import { draft, origin, right, twoCases } from '../ledger/rogue.js'

export interface Pair {
  readonly signer: Signer
  readonly key: VerifierKey
}

export const pair = (name: string, use: 'signature' | 'cosignature', seed: number): Pair => {
  const privateKey = new Uint8Array(32).fill(seed)
  const { signerKey, verifierKey } = right(keyTexts(sha256, ed25519, { name, use, privateKey }))
  return {
    signer: right(readSignerKey(sha256, ed25519, signerKey)),
    key: right(readVerifierKey(sha256, verifierKey)),
  }
}

/** The key of the ledger; another one of the same name; a witness. */
export const council = pair(origin, 'signature', 1)
export const impostor = pair(origin, 'signature', 2)
export const chair = pair('chair.example.org', 'cosignature', 3)

const now = () => instant('2021-12-31T12:00:00.000Z')

/** A ledger in memory of these records. */
export const ledgerOf = async (drafts: readonly Draft[]): Promise<Ledger> => {
  const ledger = memoryLedger({ sha256, now, origin })
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
  return ledger
}

/** What came later than the two cases: a third one. */
export const later = (): readonly Draft[] => [
  ...twoCases(),
  draft(9, 'case-3', 'RequestReceived', '2021-06-01', {
    requestedBy: 'parent',
    startedBy: 'request',
  }),
  draft(10, 'case-3', 'AssessmentAgreed', '2021-07-05'),
]

/** A pack of all that is in a ledger of these records. */
export const packOf = async (
  drafts: readonly Draft[],
  order: Partial<PackOrder> & { readonly knownAt?: Instant } = {},
): Promise<Pack> => packOfLedger(await ledgerOf(drafts), order)

/** A pack of all that is in a ledger, or of what was known of it. */
export const packOfLedger = async (
  ledger: Ledger,
  { knownAt, ...order }: Partial<PackOrder> & { readonly knownAt?: Instant } = {},
): Promise<Pack> => {
  const source = right(await packSource(ledger, { knownAt, now: now() })())
  return right(
    await buildPack(source, {
      title: 'A small pack',
      asAt: civilDate('2021-07-31'),
      law: defaultLaw,
      signer: council.signer,
      software: { name: 'send-ledger', version: '0.1.0' },
      ...order,
    })(),
  )
}

let built: Promise<Pack> | undefined

/** The pack of the two cases: built once. */
export const smallPack = (): Promise<Pack> => {
  built ??= packOf(twoCases())
  return built
}

export const readOf = (files: Bag): PackRead => ({ files, findings: [] })

/** A pack as one that another is compared with. */
export const asPrevious = ({ bag }: Pack): PreviousPack =>
  right(readPrevious((path) => bag.get(path)))

export const verified = (files: Bag, given: PackVerification = {}): Promise<PackVerified> =>
  verifyPack(readOf(files), { keys: [council.key], ...given })

/** The tags of what is found, and the sentences must all be there. */
export const tags = ({ findings, notChecked }: PackVerified): readonly string[] => {
  for (const finding of findings) expect(explainFinding(finding)).toMatch(/^.{20,}\.$/s)
  for (const open of notChecked) expect(explainNotChecked(open)).toMatch(/^.{20,}\.$/s)
  return findings.map(({ _tag }) => _tag)
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const text = (bag: Bag, path: string): string =>
  new TextDecoder().decode(bag.get(`data/${path}`) as Uint8Array)

/** Files of a payload that are changed; undefined takes one out. */
export type Changes = Readonly<Record<string, Uint8Array | string | undefined>>

/** A bag with files of its payload changed, and every digest, manifest and tag made again. */
export const rebagged = (bag: Bag, changes: Changes): Bag => {
  const payload = new Map(payloadOf(bag))
  for (const [path, change] of Object.entries(changes)) {
    if (change === undefined) payload.delete(path)
    else payload.set(path, typeof change === 'string' ? utf8(change) : change)
  }
  const sorted = new Map([...payload].sort(([a], [b]) => (a < b ? -1 : 1)))
  const basis = basisIn(sorted)
  if (!('ro-crate-metadata.json' in changes)) {
    sorted.set('ro-crate-metadata.json', utf8(roCrateText(basis, sorted)))
  }
  return bagOf(sorted, basis)
}

const basisIn = (payload: Bag): PackBasis =>
  right(readBasis(new TextDecoder().decode(payload.get('basis.json') as Uint8Array)))

/** A bag whose lists are made again, and whose other tags are left as they are. */
export const relisted = (bag: Bag, path: string, bytes: Uint8Array): Bag =>
  bagOf(new Map(payloadOf(bag)).set(path, bytes), basisIn(payloadOf(bag)))

/** The same, signed again with a key: what only who has one can do. */
export const resigned = (bag: Bag, changes: Changes, { signer }: Pair): Bag => {
  const changed = rebagged(bag, changes)
  const note = right(readNote(text(changed, 'ledger/checkpoint')))
  const checkpoint = right(readCheckpoint(note.text))
  const extensions = [sealOf(payloadOf(changed))]
  const signed = right(signNote(right(checkpointText({ ...checkpoint, extensions })), signer))
  return rebagged(changed, { 'ledger/checkpoint': signed })
}
