/**
 * The verification of a ledger, as it is reported.
 */
import { explain, type Ledger } from '@send-ledger/core'
import { base64 } from '@send-ledger/core/proof'
import {
  explainFinding,
  explainNotChecked,
  type LedgerVerification,
  type LedgerVerified,
  verifyLedger,
} from '@send-ledger/evidence/verify'
import * as E from 'fp-ts/lib/Either.js'
import { verifierKeysOf } from '../key-given.js'
import { withLedger } from '../ledger-place.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { checkpointGiven } from './checkpoint-given.js'
import type { Report, Said, VerifyOptions } from './report.js'
import { signaturesInJson, signatureText } from './signatures.js'

/** Verifies the ledger at a path. */
export const verifyNamedLedger = async (
  terminal: Terminal,
  path: string,
  options: VerifyOptions,
): Promise<Outcome<Report>> => {
  const held = await checkpointOf(options)
  if (E.isLeft(held)) return held
  const checkpoint = held.right
  return withLedger(
    path,
    terminal,
    async (ledger) => {
      const head = await ledger.head()()
      if (E.isLeft(head)) return notDone(explain(head.left))
      const total = 2 * head.right.size
      const progress = await progressOf(terminal, { doing: 'Verifying', total })
      const asked = { now: terminal.io.now(), onProgress: progress.reached }
      const given = checkpoint ? { ...asked, checkpoint } : asked
      const verified = await verifyLedger(ledger, given)()
      progress.end()
      if (E.isLeft(verified)) return notDone(explain(verified.left))
      const report = reportOf(verified.right)
      // Of a ledger that is damaged no replay can be made to compare with.
      return report.findingCount > 0 ? E.right(report) : withSnapshots(report, ledger)
    },
    'verify',
  )
}

const withSnapshots = async (report: Report, ledger: Ledger): Promise<Outcome<Report>> => {
  if (ledger.snapshots === undefined) return E.right(report)
  const { wrongSnapshots } = await import('./snapshots.js')
  return E.map((wrong: readonly Said[]) => ({
    ...report,
    findings: wrong,
    findingCount: wrong.length,
  }))(await wrongSnapshots(ledger))
}

const checkpointOf = async ({
  checkpoint,
  key = [],
  since,
}: VerifyOptions): Promise<Outcome<LedgerVerification['checkpoint']>> => {
  if (since !== undefined) {
    return wrongUse('of a ledger, --checkpoint takes the place of --since. Give a checkpoint.')
  }
  const keys = await verifierKeysOf(key)
  if (E.isLeft(keys)) return keys
  const text = await checkpointGiven(checkpoint)
  if (E.isLeft(text)) return text
  if (text.right !== undefined) return E.right({ text: text.right, keys: keys.right })
  return key.length === 0
    ? E.right(undefined)
    : wrongUse('of a ledger, --key checks a checkpoint. Give one with --checkpoint.')
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
      signatures: signaturesInJson(verified.signatures),
    },
    checked: size === 0 ? [] : checked,
    findings: findings.map((each) => ({ ...each, says: explainFinding(each) })),
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
  'dense positions and revisions, instants that do not run backwards and have come',
  'the root over all records, and the edges of the tree that are kept',
  'each stream by itself, and its life cycle',
]
