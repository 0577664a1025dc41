/**
 * A pack held against an earlier one from the verifier's own hands, by that one's own checkpoint.
 */
import { base64, type Checkpoint, type VerifierKey } from '@send-ledger/core/proof'
import { canonicalJson } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { askedAs, askedOtherwise, type OwnView } from '../../pack/answers.js'
import type { PackBasis, PreviousBasis, SaidOtherwise } from '../../pack/basis.js'
import { saidOtherwise } from '../../pack/changes.js'
import { answersThen } from '../../pack/derived.js'
import { explainPack } from '../../pack/failures.js'
import { type PreviousPack, readPrevious } from '../../pack/previous.js'
import { isOlder, isRestated } from '../../pack/restated.js'
import { checkBag } from './check-bag.js'
import { differs } from './check-basis.js'
import { begins } from './check-previous.js'
import type { RecordsRead } from './check-records.js'
import { checkpointIn } from './checkpoint-of-pack.js'
import type { PackFinding } from './findings.js'
import type { PackNotChecked } from './not-checked.js'
import { notThrown } from './not-thrown.js'
import type { PackRead } from './pack-read.js'

/** What an earlier pack is held against. */
export interface Later {
  readonly basis: PackBasis
  readonly checkpoint: Checkpoint
  readonly keys: readonly VerifierKey[]
  readonly records: RecordsRead | undefined
  /** Views of the council's own. */
  readonly own: readonly OwnView[] | undefined
}

/** What is wrong between the packs, and what was not looked at. */
export interface SinceChecked {
  readonly findings: readonly PackFinding[]
  readonly notChecked: readonly PackNotChecked[]
}

/** Checks that a ledger was only added to since an earlier pack, and what is told of that one. */
export const checkSince = (since: PackRead, later: Later): SinceChecked => {
  const unfit = (because: PackFinding): SinceChecked => ({
    findings: [{ _tag: 'SinceUnfit', because }],
    notChecked: [{ _tag: 'RestNotChecked', after: 'since' }],
  })
  const [flaw] = checkBag(since)
  if (flaw) return unfit(flaw)
  const read = readPrevious((path) => since.files.get(path))
  if (E.isLeft(read)) return unfit({ _tag: 'FileMalformed', path: read.left.path, at: '' })
  const earlier = read.right
  const { checkpoint, findings } = checkpointIn(earlier.checkpoint, later.keys)
  if (findings[0]) return unfit(findings[0])
  if (checkpoint === undefined) return unfit({ _tag: 'CheckpointMalformed', flaw: 'lines' })
  const { origin } = later.checkpoint
  if (checkpoint.origin !== origin) {
    const found = checkpoint.origin
    return { findings: [{ _tag: 'SinceOfOtherLedger', origin, found }], notChecked: [] }
  }
  return against(earlier, checkpoint, later)
}

const against = (earlier: PreviousPack, checkpoint: Checkpoint, later: Later): SinceChecked => {
  const { basis, records } = later
  const own = askedAs(later.own ?? [], basis.views)
  const history =
    records === undefined
      ? byProof(basis.previous, checkpoint)
      : begins(records, checkpoint, 'since')
  if (history.length > 0) return { findings: history, notChecked: [] }
  const { previous } = basis
  if (previous?.packRoot !== earlier.packRoot) {
    return { findings: [], notChecked: [{ _tag: 'OtherPrevious' }] }
  }
  return {
    findings: [...told(previous, earlier, own), ...saidOf(earlier, basis, { records, own })],
    notChecked: [],
  }
}

/** Without records there is only the proof from the tree that the pack names. */
const byProof = (
  previous: PreviousBasis | null,
  { size, root }: Checkpoint,
): readonly PackFinding[] =>
  previous?.size === size && previous.root === base64(root)
    ? []
    : [{ _tag: 'PreviousNotProved', because: 'otherTrees' }]

const toldFields = ['title', 'asAt', 'knownAt', 'size', 'root', 'ruleSet', 'counting'] as const

/** What the pack tells of the earlier one otherwise than that one itself. */
const told = (
  previous: PreviousBasis,
  { basis, checkpoint }: PreviousPack,
  own: readonly OwnView[],
): readonly PackFinding[] => [
  ...toldFields.flatMap((field) =>
    differs(`previous.${field}`, String(previous[field]), String(basis[field])),
  ),
  ...differs('previous.checkpoint', previous.checkpoint, checkpoint),
  ...differs(
    'previous.views',
    canonicalJson(previous.views ?? []),
    canonicalJson(askedOtherwise(own, basis.views)),
  ),
]

/** Whether the figures are told right that the earlier pack gave otherwise than its records do. */
const saidOf = (
  { views }: PreviousPack,
  { origin, previous, views: asked, formatVersion }: PackBasis,
  { records, own }: Pick<Later, 'records' | 'own'>,
): readonly PackFinding[] => {
  if (records === undefined || previous === null) return []
  return notThrown(() => {
    const then = answersThen(records.lines, { origin, previous }, { own })
    if (E.isLeft(then)) return [{ _tag: 'NotMadeAgain', reason: explainPack(then.left) }]
    // What an older pack says of a view that counts otherwise today cannot be made again.
    const same = (of: readonly SaidOtherwise[]): string =>
      canonicalJson(
        isOlder({ formatVersion })
          ? of.filter(({ view }) => !asked.some((a) => a.name === view && isRestated(a)))
          : of,
      )
    return differs(
      'previous.differing',
      same(previous.differing),
      same(saidOtherwise(views, then.right)),
    )
  })
}
