/**
 * `send-ledger evidence`: an evidence pack, and the record that it was issued.
 */

import { existsSync } from 'node:fs'
import type { Ledger } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { dateOf, knownAtOf } from '../dates.js'
import { signerIn } from '../key-given.js'
import { placeOf, trustClock, withLedger } from '../ledger-place.js'
import { type PublicOptions, publicInWords, publicOrderOf } from '../pack/for-the-public.js'
import { type Issue, type Issued, issue, previousGiven, wordsFit } from '../pack/issue.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { addLawFlag, eachGiven, lawGiven } from '../view/option-flags.js'
import { ownAsked, ownViews } from '../view/own-views.js'

/** Adds `evidence` to the program. */
export const addEvidence: AddCommand = async (program, perform) => {
  const command = program
    .command('evidence')
    .description('Write an evidence pack, and record in the ledger that it was issued.')
    .argument('<ledger>', 'path of the ledger')
    .requiredOption('--as-at <date>', 'the date at which the world is looked at, YYYY-MM-DD')
    .requiredOption('--out <folder>', 'a new folder for the pack')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .option('--key <file>', 'the key of the ledger (default: the path of the ledger with .key)')
    .option('--previous <pack>', 'the pack to compare with: a folder or a zip file')
    .option('--title <text>', 'what the pack is called')
    .option('--to <whom>', 'for whom it is made')
    .option('--public', 'make it for the public: no records, small counts of people hidden')
    .option('--policy <file>', 'what is hidden in a pack for the public, as JSON')
    .option('--published <pack...>', 'other packs that are public already')
    .option(...trustClock)
    .option('--zip', 'write it as a zip file too, beside the folder')
    .option(
      '--with <view.name=value>',
      "an option of a view of the council's own; may be repeated",
      eachGiven,
    )
  const asking = await addLawFlag(command)
  asking.action((ledger: string, options: EvidenceOptions) =>
    perform((terminal) => evidence(terminal, ledger, options)),
  )
}

interface EvidenceOptions extends PublicOptions {
  readonly trustClock?: boolean
  readonly asAt: string
  readonly out: string
  readonly knownAt?: string
  readonly key?: string
  readonly previous?: string
  readonly title?: string
  readonly to?: string
  readonly zip?: boolean
  readonly counting?: string
  readonly with?: readonly string[]
}

const evidence = async (
  terminal: Terminal,
  name: string,
  options: EvidenceOptions,
): Promise<Outcome> => {
  const wanted = await issueOf(terminal, name, options)
  if (E.isLeft(wanted)) return wanted
  // What is signed is read from the records themselves.
  const issuing = async (ledger: Ledger): Promise<Outcome> => {
    const issued = await issue(terminal, ledger, wanted.right)
    if (E.isLeft(issued)) return issued
    if (terminal.quiet && !terminal.json) return E.right(0)
    const text = terminal.json ? inJson(issued.right) : inWords(issued.right, name)
    return E.map(() => 0 as const)(await terminal.print(text))
  }
  const access = options.trustClock ? 'trusted' : 'write'
  return withLedger(name, { ...terminal, snapshots: false }, issuing, access)
}

/** What is to be issued, everything that was given read and looked at. */
const issueOf = async (
  terminal: Terminal,
  name: string,
  {
    asAt: on,
    knownAt: known,
    key,
    previous: before,
    title,
    to,
    out,
    zip,
    counting,
    with: given,
    trustClock,
    ...forThePublic
  }: EvidenceOptions,
): Promise<Outcome<Issue>> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  const asAt = dateOf('--as-at', on)
  if (E.isLeft(asAt)) return asAt
  const knownAt = knownAtOf(known)
  if (E.isLeft(knownAt)) return knownAt
  const words = wordsFit(title, to)
  if (E.isLeft(words)) return words
  const { kind, at, name: called } = place.right
  const keyPath = key ?? `${kind === 'file' ? at : called}.key`
  if (key === undefined && !existsSync(keyPath)) {
    return wrongUse(
      `there is no key to sign the pack with. Make one with send-ledger key new ${keyPath} --name ORIGIN, where ORIGIN is what the ledger is called, or give another with --key.`,
    )
  }
  const signer = await signerIn(keyPath, terminal)
  if (E.isLeft(signer)) return signer
  const previous = previousGiven(before)
  if (E.isLeft(previous)) return previous
  const published = await publicOrderOf(forThePublic)
  if (E.isLeft(published)) return published
  const own = await ownViews(terminal, name)
  if (E.isLeft(own)) return own
  const views = ownAsked(own.right, given)
  if (E.isLeft(views)) return views
  const law = await lawGiven(counting)
  if (E.isLeft(law)) return law
  return E.right({
    ...words.right,
    asAt: asAt.right,
    knownAt: knownAt.right,
    law: law.right,
    signer: signer.right,
    previous: previous.right,
    public: published.right,
    views: views.right,
    folder: out,
    trustClock,
    zip: zip === true ? `${out.replace(/[/\\]+$/, '')}.zip` : undefined,
  })
}

const inJson = ({ pack, folder, zip, record, duplicate }: Issued): Exact =>
  inJsonLine({
    pack: folder,
    zip: zip ?? null,
    packRoot: pack.packRoot,
    title: pack.basis.title,
    asAt: pack.basis.asAt,
    knownAt: pack.basis.knownAt,
    size: pack.basis.size,
    root: pack.basis.root,
    issuedAt: record.position,
    duplicate,
    ...(pack.hidden === undefined ? {} : { hidden: pack.hidden }),
  })

const inWords = (
  { pack, folder, zip, record, duplicate }: Issued,
  ledger: string,
): readonly Line[] => {
  const { asAt, knownAt, size, previous } = pack.basis
  return [
    `Wrote ${folder}${zip === undefined ? '' : ` and ${zip}`}: ${pack.bag.size} files, as at ${asAt}, as known at ${knownAt}, from ${size} records.`,
    ...(previous === null ? [] : [`Compared with the pack of ${previous.asAt}.`]),
    ...publicInWords(pack),
    `Pack root ${pack.packRoot}.`,
    duplicate
      ? `That it was issued stood on record already, at position ${record.position}.`
      : `Recorded that it was issued, at position ${record.position}.`,
    `To make the same pack again, ask ${ledger} with --as-at ${asAt} --known-at ${knownAt}.`,
  ]
}
