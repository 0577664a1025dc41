/**
 * Builds a pack: reads the records, works out what follows from them, signs the ledger's checkpoint,
 * and puts all of it in a bag. The same basis and key give the same bytes.
 */
import type { CivilDate, KnownPoints, Law, LedgerFailure } from '@send-ledger/core'
import {
  base64,
  checkpointText,
  leafHash,
  MerkleTree,
  type Signer,
  signNote,
} from '@send-ledger/core/proof'
import { recordPages } from '@send-ledger/core/records'
import { loadSolver } from '@send-ledger/disclosure'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { inclusionFiles } from '../public/inclusion.js'
import { type HiddenFigures, publicFiles } from '../public/public-files.js'
import { sha256 } from '../sign/cryptography.js'
import { askedOtherwise, knownOf, type OwnView, unfitView, viewsUnder } from './answers.js'
import { packName } from './archive.js'
import { type Bag, bagOf, packRootOf } from './bag.js'
import type { PackBasis, PreviousBasis } from './basis.js'
import { saidOtherwise } from './changes.js'
import { consistencyText } from './consistency.js'
import type { Content } from './content.js'
import { answersThen, derivedFiles, type Files } from './derived.js'
import type { NotMade, RecordsMissing } from './failures.js'
import { earlierPacks, isPublic, type PublicOrder } from './for-the-public.js'
import { bagFiles, files } from './layout.js'
import type { PreviousPack } from './previous.js'
import { RecordLines } from './record-lines.js'
import { formToday } from './restated.js'
import { roCrateText } from './ro-crate.js'
import { sealOf } from './seal.js'
import type { PackSource } from './source.js'
import { NotKept } from './spool.js'

/** What is wanted of a pack. */
export interface PackOrder {
  readonly title: string
  /** For whom it is made. */
  readonly to?: string | undefined
  readonly asAt: CivilDate
  readonly law: Law
  readonly signer: Signer
  readonly software: PackBasis['software']
  readonly previous?: PreviousPack | undefined
  /**
   * Views of the council's own, which stand in it beside ours. One for the public has none: what of
   * their figures may be shown is not known.
   */
  readonly views?: readonly OwnView[] | undefined
  /** Makes it a pack for the public. */
  readonly public?: PublicOrder | undefined
}

/** A pack. */
export interface Pack {
  /** The name of the folder it is in. */
  readonly name: string
  readonly basis: PackBasis
  readonly bag: Bag
  /** What it is known by: SHA-256 of its tag manifest, in hexadecimal digits. */
  readonly packRoot: string
  /** What a pack for the public hides. For the council only. */
  readonly hidden?: HiddenFigures
}

/**
 * The pack of what was known. One for the public holds no records and no lineage, and no figure
 * that has not passed disclosure control.
 *
 * Unit: about 60 microseconds a record, and 600 bytes of memory for what is counted. What the files
 * hold stands on the disk once it is many.
 * Errors: every `NotMade`.
 */
export const buildPack =
  (
    source: PackSource,
    order: PackOrder,
    onProgress: (position: number) => void = () => {},
  ): TaskEither<NotMade, Pack> =>
  async () => {
    const unfit = unfitOrder(source, order)
    if (unfit) return E.left(unfit)
    try {
      return await built(source, order, onProgress)
    } catch (cause) {
      if (!(cause instanceof NotKept)) throw cause
      return E.left({ _tag: 'NoRoom', reason: cause.message })
    }
  }

const built = async (
  source: PackSource,
  order: PackOrder,
  onProgress: (position: number) => void,
): Promise<E.Either<NotMade, Pack>> => {
  const read = await readRecords(source, onProgress)
  if (E.isLeft(read)) return read
  const { lines, tree } = read.right
  const isOfRecords = base64(tree.rootAt(source.size)) === base64(source.root)
  if (!isOfRecords) return E.left({ _tag: 'RootNotOfRecords', size: source.size })
  const own = ownOf(order)
  const known = knownOf(lines, order.law, own)
  const previous = previousBasis(lines, tree, { order, known })
  if (E.isLeft(previous)) return previous
  const asked = basisOf(source, order, previous.right)
  const made = await madeFor(order, { lines, basis: asked, known })
  if (E.isLeft(made)) return made
  const { basis, files: derived, hidden } = made.right
  const ledger = ledgerFiles(basis, derived, { lines, tree, signer: order.signer })
  if (E.isLeft(ledger)) return ledger
  const payload = new Map([...derived, ...ledger.right].sort(([a], [b]) => (a < b ? -1 : 1)))
  payload.set(files.crate, utf8(roCrateText(basis, payload)))
  const bag = bagOf(payload, basis)
  const packRoot = packRootOf(bag.get(bagFiles.tags) as Content)
  const pack = { name: packName(basis), basis, bag, packRoot }
  return E.right(hidden === undefined ? pack : { ...pack, hidden })
}

/** The views of the council's own that stand in a pack. */
const ownOf = ({ views = [], public: publish }: PackOrder): readonly OwnView[] =>
  publish === undefined ? views : []

interface Made {
  /** What the pack rests on; for the public with what disclosure control made of it. */
  readonly basis: PackBasis
  readonly files: Files
  readonly hidden?: HiddenFigures
}

interface MakingOf {
  readonly lines: RecordLines
  readonly basis: PackBasis
  readonly known: KnownPoints
}

/** The files beside those of the ledger: for the council, or for the public. */
const madeFor = async (
  asked: PackOrder,
  { lines, basis, known }: MakingOf,
): Promise<E.Either<NotMade, Made>> => {
  const { public: order, previous, signer } = asked
  if (order === undefined) {
    const given = { folded: known, own: ownOf(asked) }
    return E.map((made: Files) => ({ basis, files: made }))(derivedFiles(lines, basis, given))
  }
  const earlier = earlierPacks(order, previous)
  const { policy } = order
  const solver = await loadSolver()
  return publicFiles({ records: lines, basis, known, signer, policy, earlier, solver })
}

/** What can be told before any record is read. */
const unfitOrder = (
  { origin, size }: PackSource,
  { signer, previous, public: order, views = [] }: PackOrder,
): NotMade | undefined => {
  if (size === 0) return { _tag: 'NothingRecorded' }
  const view = unfitView(views)
  if (view) return view
  if (signer.key.name !== origin) {
    return { _tag: 'KeyOfOtherName', key: signer.key.name, origin }
  }
  const councils = order?.earlier?.find((pack) => !isPublic(pack))
  if (councils) return { _tag: 'NotPublic', title: councils.basis.title }
  for (const { basis } of [...(previous ? [previous] : []), ...(order?.earlier ?? [])]) {
    const { origin: found, size: known } = basis
    if (found !== origin) return { _tag: 'PreviousOfOtherLedger', origin, found }
    if (known > size) return { _tag: 'PreviousIsLater', size, previous: known }
  }
  return undefined
}

interface RecordsRead {
  readonly lines: RecordLines
  readonly tree: MerkleTree
}

const readRecords = async (
  source: PackSource,
  onProgress: (position: number) => void,
): Promise<E.Either<LedgerFailure | RecordsMissing, RecordsRead>> => {
  const { size } = source
  const lines = RecordLines.empty()
  const tree = new MerkleTree(sha256)
  for await (const page of recordPages(source, { until: size, limit: 500 })) {
    if (E.isLeft(page)) return page
    for (const record of page.right.records) {
      tree.append(leafHash(sha256, lines.add(record)))
    }
    onProgress(lines.size)
  }
  return lines.size < size
    ? E.left({ _tag: 'RecordsMissing', size, found: lines.size })
    : E.right({ lines, tree })
}

/** What the new basis says of the earlier pack, once the ledger begins with its records. */
const previousBasis = (
  lines: RecordLines,
  tree: MerkleTree,
  { order, known }: { readonly order: PackOrder; readonly known: KnownPoints },
): E.Either<NotMade, PreviousBasis | null> => {
  const { previous, law, public: publish } = order
  const changed = [previous, ...(publish?.earlier ?? [])].find(
    (pack) => pack !== undefined && base64(tree.rootAt(pack.basis.size)) !== pack.basis.root,
  )
  if (changed) return E.left({ _tag: 'HistoryChanged', size: changed.basis.size })
  if (previous === undefined) return E.right(null)
  const { title, asAt, knownAt, size, root, ruleSet, counting, origin } = previous.basis
  const { packRoot, checkpoint, views } = previous
  const own = ownOf(order)
  const otherwise = askedOtherwise(own, previous.basis.views)
  const of = {
    ...{ title, asAt, knownAt, size, root, ruleSet, counting, packRoot, checkpoint },
    ...(otherwise.length === 0 ? {} : { views: otherwise }),
  }
  // What a pack for the public does not show is not told by what it is not.
  if (publish !== undefined) return E.right({ ...of, differing: [] })
  const given = { origin, previous: { ...of, differing: [] } }
  return E.map((then: Parameters<typeof saidOtherwise>[1]) => ({
    ...of,
    differing: saidOtherwise(views, then),
  }))(answersThen(lines, given, { known, law, own }))
}

const basisOf = (
  { origin, knownAt, size, root }: PackSource,
  order: PackOrder,
  previous: PreviousBasis | null,
): PackBasis => ({
  format: 'send-ledger-pack',
  formatVersion: formToday,
  title: order.title,
  to: order.to ?? null,
  origin,
  asAt: order.asAt,
  knownAt,
  size,
  root: base64(root),
  ruleSet: order.law.ruleSet.name,
  counting: order.law.counting,
  views: viewsUnder(order.law, ownOf(order)),
  software: order.software,
  previous,
})

/** What the files of the ledger are made from. */
interface LedgerSources extends RecordsRead {
  readonly signer: Signer
}

/**
 * The ledger in the pack: its records, that it was only added to, and its checkpoint. The signature
 * of the checkpoint covers the other files too. A pack for the public has proofs of some
 * records in place of all.
 */
const ledgerFiles = (
  { origin, size, previous, public: forThePublic }: PackBasis,
  derived: Files,
  { lines, tree, signer }: LedgerSources,
): E.Either<NotMade, Files> => {
  const root = tree.rootAt(size)
  const made = new Map<string, Content>()
  if (forThePublic === undefined) made.set(files.records, lines.content())
  if (previous !== null) {
    const earlier = { size: previous.size, root: tree.rootAt(previous.size) }
    const hashes = tree.consistency(previous.size, size)
    const text = consistencyText({ earlier, later: { size, root }, hashes })
    made.set(files.consistency, utf8(text))
  }
  const extensions = [sealOf(new Map([...derived, ...made]))]
  const text = checkpointText({ origin, size, root, extensions })
  if (E.isLeft(text)) return text
  const note = signNote(text.right, signer)
  if (E.isLeft(note)) return note
  const proofs = inclusionFiles(forThePublic?.proved ?? [], { lines, tree, note: note.right })
  return E.right(new Map([...made, ...proofs, [files.checkpoint, utf8(note.right)] as const]))
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
