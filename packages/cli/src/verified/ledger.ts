/**
 * The verification of a ledger, as it is reported.
 */
import { explain } from '@send-ledger/core'
import {
  base64,
  explainProof,
  readCheckpoint,
  readNote,
  type Signature,
} from '@send-ledger/core/proof'
import {
  type CheckpointHeld,
  explainLedgerFinding,
  explainNotChecked,
  type LedgerVerified,
  verifyLedger,
} from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { verifierKeysOf } from '../key-given.js'
import { withLedger } from '../ledger-place.js'
import { noteIn } from '../note-file.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Report, VerifyOptions } from './report.js'

/** Verifies the ledger at a path. */
export const verifyNamedLedger = async (
  terminal: Terminal,
  path: string,
  options: VerifyOptions,
): Promise<Outcome<Report>> => {
  const held = await checkpointOf(options)
  if (E.isLeft(held)) return held
  const checkpoint = held.right
  return withLedger(path, { ...terminal, snapshots: false }, async (ledger) => {
    const head = await ledger.head()()
    if (E.isLeft(head)) return notDone(explain(head.left))
    const total = 2 * head.right.size
    const progress = await progressOf(terminal, { doing: 'Verifying', total })
    const given = { ...(checkpoint ? { checkpoint } : {}), onProgress: progress.reached }
    const verified = await verifyLedger(ledger, given)()
    progress.end()
    return E.isLeft(verified) ? notDone(explain(verified.left)) : E.right(reportOf(verified.right))
  })
}

const checkpointOf = async ({
  checkpoint,
  key = [],
}: VerifyOptions): Promise<Outcome<CheckpointHeld | undefined>> => {
  const keys = await verifierKeysOf(key)
  if (E.isLeft(keys)) return keys
  if (checkpoint === undefined) {
    return key.length === 0
      ? E.right(undefined)
      : wrongUse('of a ledger, --key checks a checkpoint. Give one with --checkpoint.')
  }
  const text = await noteIn(checkpoint)
  if (E.isLeft(text)) return text
  const flaw = flawOf(text.right)
  return flaw ? wrongUse(`${checkpoint}: ${flaw}`) : E.right({ text: text.right, keys: keys.right })
}

/** Why a text is no checkpoint, signed or not. */
const flawOf = (text: string): string | undefined => {
  const note = readNote(text)
  const isUnsigned = E.isLeft(note) && note.left.flaw === 'unsigned'
  if (E.isLeft(note) && !isUnsigned) return explainProof(note.left)
  const read = readCheckpoint(E.isRight(note) ? note.right.text : text)
  return E.isLeft(read) ? explainProof(read.left) : undefined
}

const reportOf = (verified: LedgerVerified): Report => {
  const { origin, size, streams, findings, findingCount, notChecked } = verified
  const root = base64(verified.root)
  const issued = verified.issued.map(({ position, data }) => ({ position, ...data }))
  return {
    subject: `The ledger ${origin}: ${size} records in ${streams} streams, root ${root}.`,
    facts: {
      what: 'ledger',
      origin,
      size,
      streams,
      root,
      issued,
      signatures: signaturesIn(verified),
    },
    checked: size === 0 ? [] : checked,
    findings: findings.map((each) => ({ ...each, says: explainLedgerFinding(each) })),
    findingCount,
    notes: [
      ...verified.signatures.map(signatureText),
      ...issued.map(
        ({ position, title, asAt, packRoot }) =>
          `Record ${position} says that a pack was issued: ${title}, as at ${asAt}, root ${packRoot}.`,
      ),
    ],
    notChecked: notChecked.map((each) => ({ ...each, says: explainNotChecked(each) })),
  }
}

const checked = [
  'canonical text, leaf and index of each record; the catalogue; ids',
  'dense positions and revisions, instants that do not run backwards',
  'the root over all records, and the edges of the tree that are kept',
  'each stream by itself, and its life cycle',
]

const signaturesIn = ({ signatures }: LedgerVerified): readonly object[] =>
  signatures.map(({ key: { name, keyId }, at }) => ({
    name,
    keyId,
    ...(at === undefined ? {} : { at }),
  }))

const signatureText = ({ key, at }: Signature): string =>
  at === undefined
    ? `The checkpoint is signed by ${key.name} (key ${key.keyId}).`
    : `${key.name} (key ${key.keyId}) saw the checkpoint at ${new Date(at * 1000).toISOString()}, by its own clock.`
