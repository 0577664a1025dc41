/**
 * The verification of an evidence pack, as it is reported.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  explainFinding,
  explainNotChecked,
  type PackRead,
  type PackVerified,
  readPack,
  verifyPack,
} from '@send-ledger/evidence/verify'
import * as E from 'fp-ts/lib/Either.js'
import { verifierKeysOf } from '../key-given.js'
import { ownOf } from '../own.js'
import { notDone, type Outcome, reasonOf, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { checkpointGiven } from './checkpoint-given.js'
import type { Report, VerifyOptions } from './report.js'
import { signaturesInJson, signatureText } from './signatures.js'

/** Verifies the pack at a path. */
export const verifyPackAt = async (
  { io, config }: Terminal,
  path: string,
  { key = [], checkpoint: file, since }: VerifyOptions,
): Promise<Outcome<Report>> => {
  const keys = await verifierKeysOf(key)
  if (E.isLeft(keys)) return keys
  const checkpoint = await checkpointGiven(file)
  if (E.isLeft(checkpoint)) return checkpoint
  // A file beside a pack is of whoever made the pack: it is not run.
  const own = await ownOf({ config })
  if (E.isLeft(own)) return own
  const pack = await packAt(path)
  if (E.isLeft(pack)) return pack
  const earlier = since === undefined ? E.right(undefined) : await packAt(since)
  if (E.isLeft(earlier)) return earlier
  const verified = await verifyPack(pack.right, {
    keys: keys.right,
    now: io.now(),
    views: own.right.views,
    ...(own.right.types ? { types: own.right.types } : {}),
    ...(checkpoint.right === undefined ? {} : { checkpoint: checkpoint.right }),
    ...(earlier.right === undefined ? {} : { since: earlier.right }),
  })
  return E.right(reportOf(path, verified))
}

const packAt = async (path: string): Promise<Outcome<PackRead>> => {
  if (isOtherFolder(path)) {
    return wrongUse(
      `${path} is no evidence pack: there is no bagit.txt in it. Give the path of one.`,
    )
  }
  const read = await readPack(path)()
  return E.isLeft(read)
    ? notDone(`${path} could not be read: ${reasonOf(read.left.cause)}. Check the path.`)
    : read
}

/** A folder of another kind is not read through. */
const isOtherFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true &&
  !existsSync(join(path, 'bagit.txt')) &&
  !existsSync(join(path, 'data'))

const reportOf = (path: string, verified: PackVerified): Report => {
  const { basis, packRoot, findings, notChecked, proved, signatures } = verified
  return {
    subject: subjectOf(path, verified),
    facts: {
      what: 'pack',
      pack: path,
      packRoot: packRoot ?? null,
      basis: basis ?? null,
      proved,
      signatures: signaturesInJson(signatures),
    },
    checked: stagesOf(verified).slice(0, stagesReached(verified)),
    findings: findings.map((each) => ({ ...each, says: explainFinding(each) })),
    findingCount: findings.length,
    notes: signatures.map(signatureText),
    notChecked: notChecked.map((each) => ({ ...each, says: explainNotChecked(each) })),
  }
}

const subjectOf = (path: string, { basis, packRoot }: PackVerified): string => {
  if (basis === undefined) return `The pack at ${path}.`
  const { title, origin, asAt, knownAt, size } = basis
  return `The pack ${JSON.stringify(title)} of ${origin}, as at ${asAt}, as known at ${knownAt}, from ${size} records. Pack root ${packRoot}.`
}

/** What is looked at, in this order. */
const stages = [
  'each file against its digests, and that there is no file more',
  'the signature, over the ledger and over the files of the pack',
  'the records against the signed root, each by itself and in its stream; the history before',
  'views, lineage, tables, charts and report, made again from the records: byte for byte',
]

const stagesOf = ({ notChecked }: PackVerified): readonly string[] =>
  notChecked.some(({ _tag }) => _tag === 'ViewRestated' || _tag === 'OlderForm')
    ? [...stages.slice(0, -1), 'the figures of each view, made again from the records']
    : stages

const stagesReached = ({ notChecked }: PackVerified): number => {
  for (const open of notChecked) {
    if (open._tag === 'FiguresNotMadeAgain') return 3
    if (open._tag !== 'RestNotChecked') continue
    if (open.after === 'files') return 1
    if (open.after === 'checkpoint') return 2
    if (open.after !== 'since') return 3
  }
  return stages.length
}
