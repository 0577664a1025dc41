/**
 * Whether a pack is signed by the keys that the verifier brought, and whether the signature is over
 * what the pack holds.
 */
import {
  type Checkpoint,
  readNote,
  type Signature,
  type VerifierKey,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { Content } from '../../pack/content.js'
import type { Files } from '../../pack/derived.js'
import { files, payload } from '../../pack/layout.js'
import { sealIn, sealOf } from '../../pack/seal.js'
import { checkpointIn } from './checkpoint-of-pack.js'
import type { PackFinding } from './findings.js'
import { textOf } from './text-of.js'

/** What came of the signature. */
export interface SignedChecked {
  /** As the pack holds it, with its signatures; empty where it is no text. */
  readonly note: string
  /** What it says, believed or not; nothing where it is no checkpoint. */
  readonly checkpoint?: Checkpoint
  readonly signatures: readonly Signature[]
  readonly findings: readonly PackFinding[]
}

/** Who is to have signed, and, where it was kept outside, what. */
export interface Signed {
  readonly keys: readonly VerifierKey[]
  /** The checkpoint of the pack from elsewhere, such as one that a witness has signed since. */
  readonly outside: string | undefined
}

/** Checks the checkpoint of a pack. */
export const checkSigned = (pack: Files, { keys, outside }: Signed): SignedChecked => {
  const note = textOf(pack.get(`${payload}${files.checkpoint}`) as Content) ?? ''
  const read = checkpointIn(note, outside === undefined ? keys : [])
  if (read.checkpoint === undefined) return { note, ...read }
  const kept = outside === undefined ? read : checkpointIn(outside, keys)
  const { checkpoint } = read
  return {
    note,
    checkpoint,
    signatures: kept.signatures,
    findings: [
      ...kept.findings,
      ...(outside === undefined || signedText(outside) === signedText(note)
        ? []
        : [{ _tag: 'CheckpointDiffers', size: checkpoint.size } as const]),
      ...seal(pack, checkpoint),
    ],
  }
}

/** The text of a note without its signatures. */
const signedText = (note: string): string | undefined => {
  const read = readNote(note)
  return E.isRight(read) ? read.right.text : undefined
}

const seal = (pack: Files, { extensions }: Checkpoint): readonly PackFinding[] => {
  const found = sealIn(extensions)
  const made = sealOf(payloadOf(pack))
  return found === made ? [] : [{ _tag: 'SealDiffers', isMissing: found === undefined }]
}

/** The files of the payload by their paths relative to it, sorted. */
export const payloadOf = (pack: Files): Files =>
  new Map(
    [...pack]
      .filter(([path]) => path.startsWith(payload))
      .map(([path, content]) => [path.slice(payload.length), content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
