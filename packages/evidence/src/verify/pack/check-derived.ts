/**
 * Whether the views, tables, lineage, charts and report of a pack are, byte for byte, what its
 * records and its basis make.
 */
import { defaultLaw } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { askedAs, type OwnView, viewsUnder } from '../../pack/answers.js'
import { bagOf } from '../../pack/bag.js'
import type { PackBasis, PackViewBasis } from '../../pack/basis.js'
import { type Content, isSameContent } from '../../pack/content.js'
import { derivedFiles, type Files, lawOf } from '../../pack/derived.js'
import { explainPack } from '../../pack/failures.js'
import { bagFiles, files, payload } from '../../pack/layout.js'
import type { RecordLines } from '../../pack/record-lines.js'
import { asWrittenToday, isOlder } from '../../pack/restated.js'
import { roCrateText } from '../../pack/ro-crate.js'
import { checkOlder } from './check-older.js'
import { differences, fileDiffers } from './compare-files.js'
import type { PackFinding } from './findings.js'
import type { PackNotChecked } from './not-checked.js'
import { notThrown } from './not-thrown.js'

/** The files of the payload that stand for themselves: they are checked before. */
const given: readonly string[] = [files.checkpoint, files.records, files.consistency, files.crate]

/** What came of it. */
export interface DerivedChecked {
  readonly findings: readonly PackFinding[]
  readonly notChecked: readonly PackNotChecked[]
}

/** What in a pack is not what its records and its basis make. */
export const checkDerived = (
  pack: Files,
  basis: PackBasis,
  { lines, own: given = [] }: Given,
): DerivedChecked => {
  const notChecked: PackNotChecked[] = []
  const own = askedAs(
    given.filter(({ name }) => basis.views.some((view) => view.name === name)),
    basis.views,
  )
  const unknown = unknownViews(basis, own)
  if (unknown.length > 0) {
    const named = unknown.map(({ name, version }) => `${name} ${version}`).join(', ')
    const reason = `${named} is no view of this software. Give the council's own with --config.`
    return { findings: [{ _tag: 'NotMadeAgain', reason }], notChecked }
  }
  const findings = notThrown(() => {
    const made = derivedFiles(lines, isOlder(basis) ? writtenToday(basis) : basis, { own })
    if (E.isLeft(made)) return [{ _tag: 'NotMadeAgain', reason: explainPack(made.left) }]
    if (!isOlder(basis)) return [...compared(pack, made.right, own), ...crateAndTags(pack, basis)]
    const older = checkOlder(pack, basis, made.right)
    notChecked.push(...older.notChecked)
    return [...older.findings, ...crateAndTags(pack, basis)]
  })
  return { findings, notChecked }
}

/** The views of a pack that are neither ours nor among those given. */
const unknownViews = ({ views }: PackBasis, own: readonly OwnView[]): readonly PackViewBasis[] => {
  const known = new Set(viewsUnder(defaultLaw, own).map(({ name }) => name))
  return views.filter(({ name }) => !known.has(name))
}

/** What the pack is held against. */
interface Given {
  readonly lines: RecordLines
  readonly own?: readonly OwnView[] | undefined
}

const writtenToday = (basis: PackBasis): PackBasis => {
  const law = lawOf(basis)
  return E.isLeft(law) ? basis : asWrittenToday(basis, viewsUnder(law.right))
}

const compared = (pack: Files, made: Files, own: readonly OwnView[]): readonly PackFinding[] => {
  const findings: PackFinding[] = []
  for (const [name, content] of made) {
    const path = `${payload}${name}`
    const found = pack.get(path)
    if (found === undefined) findings.push({ _tag: 'FileLeftOut', path })
    else findings.push(...differences(path, found, content, own))
  }
  for (const path of pack.keys()) {
    const name = path.slice(payload.length)
    if (!path.startsWith(payload) || made.has(name) || given.includes(name)) continue
    findings.push({ _tag: 'FileAdded', path })
  }
  return findings
}

/** The metadata, and the files beside the payload, which follow from all the rest. */
export const crateAndTags = (pack: Files, basis: PackBasis): readonly PackFinding[] => {
  const data = new Map(
    [...pack]
      .filter(([path]) => path.startsWith(payload))
      .map(([path, content]) => [path.slice(payload.length), content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const crate = `${payload}${files.crate}`
  const made = Buffer.from(roCrateText(basis, data))
  const found = pack.get(crate) as Content
  const bag = bagOf(data, basis)
  return [
    ...fileDiffers(crate, found, made),
    ...Object.values(bagFiles)
      .filter((path) => !isSameContent(bag.get(path) as Content, pack.get(path) as Content))
      .map((path) => ({ _tag: 'TagDiffers', path }) as const),
  ]
}
