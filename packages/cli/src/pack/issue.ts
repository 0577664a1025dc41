/**
 * Issuing a pack: it is built, written, and then recorded as issued.
 */
import { lstatSync } from 'node:fs'
import {
  type CivilDate,
  explain,
  type Instant,
  type Law,
  type Ledger,
  type LedgerRecord,
  londonDate,
  recorder,
  streamId,
} from '@send-ledger/core'
import type { Signer } from '@send-ledger/core/proof'
import { recordedAtOf } from '@send-ledger/core/store'
import {
  buildPack,
  evidenceIssued,
  explainPack,
  flawOfWords,
  type OwnView,
  type Pack,
  type PackFailure,
  type PackOrder,
  packSource,
  previousPackAt,
  writePackFolder,
  writePackZip,
} from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, reasonOf, refused, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { version } from '../version.js'
import { isSamePack, leftFinished } from './left-finished.js'

/** What is to be issued, and where it is put. */
export interface Issue {
  /** What it is called; a title of its own unless told. */
  readonly title: string | undefined
  readonly to: string | undefined
  readonly asAt: CivilDate
  readonly knownAt: Instant | undefined
  readonly law: Law
  readonly signer: Signer
  readonly previous: PackOrder['previous']
  /** By which policy, and after which other packs, it is made for the public. */
  readonly public?: PackOrder['public']
  /** Views of the council's own, for a pack that is not for the public. */
  readonly views?: readonly OwnView[] | undefined
  readonly folder: string
  /** The path of a zip file too. */
  readonly zip: string | undefined
  /** Whether it is issued though the clock here and the ledger's last instant disagree. */
  readonly trustClock?: boolean | undefined
}

/** A pack that was issued. */
export interface Issued {
  readonly pack: Pack
  readonly folder: string
  readonly zip: string | undefined
  /** The record that says so. */
  readonly record: LedgerRecord
  /** Whether it said so before. */
  readonly duplicate: boolean
}

/** Builds, writes and records a pack. */
export const issue = async (
  terminal: Terminal,
  ledger: Ledger,
  wanted: Issue,
): Promise<Outcome<Issued>> => {
  const { folder, zip } = wanted
  const left = await leftFinished(terminal, ledger, wanted)
  if (E.isLeft(left)) return left
  if (left.right !== undefined) return issueFinished(terminal, ledger, wanted, left.right)
  // Looked at before the folder is written: a pack is not to stand there signed and unrecorded.
  if (zip !== undefined && lstatSync(zip, { throwIfNoEntry: false }) !== undefined) {
    return packStop({ _tag: 'PlaceTaken', path: zip })
  }
  const agreed = wanted.trustClock ? E.right(undefined) : await clocksAgree(terminal, ledger)
  if (E.isLeft(agreed)) return agreed
  const pack = await built(terminal, ledger, wanted)
  if (E.isLeft(pack)) return pack
  const written = await writePackFolder(pack.right, folder)()
  if (E.isLeft(written)) return packStop(written.left)
  return zipAndRecord(terminal, ledger, wanted, pack.right)
}

/** What is left to do of a pack that stands in its place: its zip file, and the record. */
const issueFinished = async (
  terminal: Terminal,
  ledger: Ledger,
  wanted: Issue,
  pack: Pack,
): Promise<Outcome<Issued>> => {
  await terminal.say(
    `${wanted.folder} holds this pack already: an earlier run ended before it could record it.`,
  )
  const { zip } = wanted
  const isZipped = zip !== undefined && (await isSamePack(zip, pack, wanted))
  const rest = isZipped ? { ...wanted, zip: undefined } : wanted
  return E.map((issued: Issued) => ({ ...issued, zip }))(
    await zipAndRecord(terminal, ledger, rest, pack),
  )
}

const zipAndRecord = async (
  terminal: Terminal,
  ledger: Ledger,
  { folder, zip }: Issue,
  pack: Pack,
): Promise<Outcome<Issued>> => {
  const zipped = zip === undefined ? E.right(undefined) : await writePackZip(pack, zip)()
  if (E.isLeft(zipped)) return packStop(zipped.left)
  return E.map((kept: Pick<Issued, 'record' | 'duplicate'>) => ({ pack, folder, zip, ...kept }))(
    await recorded(terminal, ledger, pack),
  )
}

/** Whether it could be recorded that a pack was issued. */
const clocksAgree = async (
  { io: { now } }: Terminal,
  ledger: Ledger,
): Promise<Outcome<undefined>> => {
  const head = await ledger.head()()
  if (E.isLeft(head)) return notDone(explain(head.left))
  const record = { stream: streamId('ledger-main'), events: [] }
  const at = recordedAtOf(record, head.right.recordedAt, { now: now(), isTrusted: false })
  return E.isLeft(at) ? notDone(explain(at.left)) : E.right(undefined)
}

const built = async (
  terminal: Terminal,
  ledger: Ledger,
  { knownAt, title, ...order }: Issue,
): Promise<Outcome<Pack>> => {
  const source = await packSource(ledger, { knownAt, now: terminal.io.now() })()
  if (E.isLeft(source)) return packStop(source.left)
  const progress = await progressOf(terminal, { doing: 'Reading', total: source.right.size })
  const pack = await buildPack(
    source.right,
    {
      ...order,
      title: title ?? `SEND evidence of ${ledger.origin}`,
      software: { name: 'send-ledger', version: version() },
    },
    progress.reached,
  )()
  progress.end()
  return E.isLeft(pack) ? packStop(pack.left) : pack
}

/** What is wrong with the ledger or the disk is no wrong use; a pack that cannot be is. */
const packStop = (failure: PackFailure): Outcome<never> => {
  switch (failure._tag) {
    case 'LedgerUnavailable':
    case 'NotALedger':
    case 'LedgerDamaged':
    case 'NoRoom':
    case 'PackNotWritten':
    case 'PackUnreadable':
      return notDone(explainPack(failure))
    case 'RecordsMissing':
    case 'RootNotOfRecords':
    case 'HistoryChanged':
    case 'NothingToShow':
    case 'PublishedOtherwise':
    case 'Unprotected':
      return refused(explainPack(failure))
    default:
      return wrongUse(explainPack(failure))
  }
}

/** The same pack is issued once, whenever it is made again. */
const recorded = async (
  { io: { now } }: Terminal,
  ledger: Ledger,
  pack: Pack,
): Promise<Outcome<Pick<Issued, 'record' | 'duplicate'>>> => {
  const event = evidenceIssued(pack, londonDate(now()))
  const stream = await ledger.readStream(event.stream)()
  if (E.isLeft(stream)) return notDone(explain(stream.left))
  const kept = stream.right.find(({ id }) => id === event.id)
  if (kept !== undefined) return E.right({ record: kept, duplicate: true })
  const outcomes = await recorder(ledger, { now }).record([{ event }])()
  if (E.isLeft(outcomes)) return notDone(explain(outcomes.left))
  const [outcome] = outcomes.right
  if (outcome === undefined) throw new Error('the recorder gave no outcome')
  return E.isLeft(outcome)
    ? refused(`the pack is written, and not recorded as issued: ${explain(outcome.left)}`)
    : outcome
}

/** A title and an addressee that can be recorded, trimmed. */
export const wordsFit = (
  title: string | undefined,
  to: string | undefined,
): Outcome<Pick<Issue, 'title' | 'to'>> => {
  const [name, whom] = [title?.trim(), to?.trim()]
  const flaw = flawOfWords(name ?? 'Evidence', whom)
  return flaw === undefined
    ? E.right({ title: name, to: whom })
    : wrongUse(`--${flaw}. Give other words.`)
}

/** The pack to compare with, where one is given. */
export const previousGiven = (path: string | undefined): Outcome<PackOrder['previous']> =>
  path === undefined ? E.right(undefined) : packGiven('--previous', path)

/** The pack at a path that was given with an option. */
export const packGiven = (
  option: string,
  path: string,
): Outcome<NonNullable<PackOrder['previous']>> => {
  const read = previousPackAt(path)
  if (E.isRight(read)) return read
  return read.left._tag === 'PackUnreadable'
    ? notDone(`${path} could not be read: ${reasonOf(read.left.cause)}. Check ${option}.`)
    : wrongUse(`${path} is no pack to compare with: ${explainPack(read.left)}`)
}
