/**
 * The inside of a pack whose files are whole: its records, its basis, its history, and whether all
 * the rest follows from them.
 */
import type { Instant } from '@send-ledger/core'
import type { Checkpoint, VerifierKey } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { OwnView } from '../../pack/answers.js'
import { type PackBasis, readBasis } from '../../pack/basis.js'
import type { Content } from '../../pack/content.js'
import type { Files } from '../../pack/derived.js'
import { files, payload } from '../../pack/layout.js'
import { checkBasis } from './check-basis.js'
import { checkDerived } from './check-derived.js'
import { checkInclusions } from './check-inclusion.js'
import { checkPrevious } from './check-previous.js'
import { checkPublic } from './check-public.js'
import { afterPresent, checkRecords, type RecordsRead, recordsIn } from './check-records.js'
import { checkSince } from './check-since.js'
import type { PackFinding } from './findings.js'
import type { PackNotChecked, RestNotChecked } from './not-checked.js'
import type { PackRead } from './pack-read.js'
import { textOf } from './text-of.js'

/** What the inside is held against. */
export interface Outside {
  readonly checkpoint: Checkpoint
  /** The checkpoint with its signatures. */
  readonly note: string
  /** Those of the ledger: witnesses need not have seen an earlier pack. */
  readonly keys: readonly VerifierKey[]
  readonly since: PackRead | undefined
  readonly own: readonly OwnView[] | undefined
  /** The present instant, where records are held against it. */
  readonly now: Instant | undefined
}

/** What came of it. */
export interface InsideChecked {
  readonly basis?: PackBasis
  readonly proved: readonly number[]
  readonly findings: readonly PackFinding[]
  readonly notChecked: readonly PackNotChecked[]
}

/** Checks the inside of a pack. */
export const checkInside = async (pack: Files, outside: Outside): Promise<InsideChecked> => {
  const kept = await checkKept(pack, outside)
  const basis = basisIn(pack)
  if (E.isLeft(basis)) {
    const { proved, findings } = kept
    return { proved, findings: [...findings, basis.left], notChecked: [rest('basis')] }
  }
  const history = checkHistory(pack, basis.right, { ...outside, records: kept.records })
  const findings = [...kept.findings, ...history.findings]
  const known = knownSince(basis.right, kept.records)
  const notChecked = [...history.notChecked, ...known]
  const inside = { basis: basis.right, proved: kept.proved }
  if (kept.records === undefined && !pack.has(path(files.records))) {
    const { proved } = kept
    const isPublic = basis.right.public !== undefined
    const open = { _tag: 'FiguresNotMadeAgain', proved: proved.length, isPublic } as const
    const parts = isPublic
      ? checkPublic(pack, { basis: basis.right, proved })
      : nothingProved({ proved, findings })
    return { ...inside, findings: [...findings, ...parts], notChecked: [...notChecked, open] }
  }
  if (kept.records === undefined || findings.length > 0) {
    return { ...inside, findings, notChecked: [...notChecked, rest('records')] }
  }
  const derived = checkDerived(pack, basis.right, { lines: kept.records.lines, own: outside.own })
  return {
    ...inside,
    // They may be whole and true to the ledger: that a clock ran ahead ends nothing.
    findings: [...derived.findings, ...afterPresent(kept.records.lines, outside.now)],
    notChecked: [...notChecked, ...derived.notChecked],
  }
}

/** A pack for the public names the records that it proves, of which there may be none. */
const nothingProved = ({
  proved,
  findings,
}: Pick<InsideChecked, 'proved' | 'findings'>): readonly PackFinding[] =>
  proved.length === 0 && findings.length === 0 ? [{ _tag: 'NothingProved' }] : []

const path = (name: string): string => `${payload}${name}`

const rest = (after: RestNotChecked['after']): RestNotChecked => ({ _tag: 'RestNotChecked', after })

interface Kept {
  /** Only where they are those of the checkpoint. */
  readonly records?: RecordsRead
  readonly proved: readonly number[]
  readonly findings: readonly PackFinding[]
}

/** Checks what a pack holds of the ledger: all records, or proofs of some. */
const checkKept = async (pack: Files, { checkpoint, note }: Outside): Promise<Kept> => {
  const lines = pack.get(path(files.records))
  if (lines === undefined) {
    const { positions: proved, findings } = checkInclusions(pack, { checkpoint, note })
    return { proved, findings }
  }
  const read = recordsIn(lines)
  if (E.isLeft(read)) return { proved: [], findings: [read.left] }
  const findings = await checkRecords(read.right, checkpoint)
  const areThose = !findings.some(({ _tag }) => _tag === 'RecordsDiffer')
  return { proved: [], findings, ...(areThose ? { records: read.right } : {}) }
}

const basisIn = (pack: Files): E.Either<PackFinding, PackBasis> =>
  E.mapLeft(
    ({ at }: { readonly at: string }): PackFinding => ({
      _tag: 'FileMalformed',
      path: path(files.basis),
      at,
    }),
  )(readBasis(textOf(pack.get(path(files.basis)) as Content) ?? ''))

interface History extends Outside {
  readonly records: RecordsRead | undefined
}

/** Checks that the basis is that of the records, and that the ledger was only added to. */
const checkHistory = (
  pack: Files,
  basis: PackBasis,
  { checkpoint, keys, records, since, own }: History,
): Pick<InsideChecked, 'findings' | 'notChecked'> => {
  const { previous } = basis
  const proof = pack.get(path(files.consistency))
  const findings = [
    ...checkBasis(basis, { checkpoint, lines: records?.lines }),
    ...checkPrevious(previous, proof, { later: checkpoint, keys, records }),
  ]
  if (since !== undefined) {
    const held = checkSince(since, { basis, checkpoint, keys, records, own })
    return { findings: [...findings, ...held.findings], notChecked: held.notChecked }
  }
  if (previous === null) return { findings, notChecked: [] }
  const { title, packRoot } = previous
  return { findings, notChecked: [{ _tag: 'PreviousNotGiven', title, packRoot }] }
}

/** What the pack claims of the time after its last record. */
const knownSince = (
  { knownAt }: PackBasis,
  records: RecordsRead | undefined,
): readonly PackNotChecked[] => {
  if (records === undefined || records.lines.size === 0) return []
  const { recordedAt } = records.lines.at(records.lines.size - 1)
  return recordedAt < knownAt
    ? [{ _tag: 'NothingMeanwhile', from: recordedAt, until: knownAt }]
    : []
}
