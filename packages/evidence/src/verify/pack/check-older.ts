/**
 * A pack of an earlier form against its records. A view whose meaning is today's is the same byte
 * for byte. Of one that counts differently today, each figure that differs is named and left open.
 * The files that show the figures may be written differently today: those are named too.
 */
import { canonicalJson } from '@send-ledger/core/records'
import type { PackBasis, PackViewBasis } from '../../pack/basis.js'
import { type Content, isSameContent } from '../../pack/content.js'
import type { Files } from '../../pack/derived.js'
import { bagFiles, files, folders, payload, viewPath } from '../../pack/layout.js'
import { addedSince, formEndedIn, restatedSince } from '../../pack/restated.js'
import { differences, differingFigures } from './compare-files.js'
import type { PackFinding } from './findings.js'
import type { PackNotChecked } from './not-checked.js'
import { textOf } from './text-of.js'

/** What came of it. */
export interface OlderChecked {
  readonly findings: readonly PackFinding[]
  readonly notChecked: readonly PackNotChecked[]
}

/** Holds an older pack against the files that its records and its question make today. */
export const checkOlder = (pack: Files, basis: PackBasis, made: Files): OlderChecked => {
  const views = basis.views.map((view) => checkView({ pack, basis }, view, made))
  const inForm = notMadeAgain(pack, made)
  return {
    findings: [...views.flatMap(({ findings }) => findings), ...strangers(pack)],
    notChecked: [
      ...views.flatMap(({ notChecked }) => notChecked),
      ...(inForm.length === 0
        ? []
        : [{ _tag: 'OlderForm', since: formEndedIn(basis.formatVersion), files: inForm } as const]),
    ],
  }
}

const checkView = (
  { pack, basis }: { readonly pack: Files; readonly basis: PackBasis },
  view: PackViewBasis,
  made: Files,
): OlderChecked => {
  const path = `${payload}${viewPath(view.name)}`
  const [found, today] = [pack.get(path), made.get(viewPath(view.name))]
  if (found === undefined) return flaw({ _tag: 'FileLeftOut', path })
  if (today === undefined) return flaw({ _tag: 'FileAdded', path })
  const restated = restatedSince(view)
  if (restated.length === 0) return { findings: differences(path, found, today), notChecked: [] }
  if (!asksTheSame(view, found, today)) return flaw({ _tag: 'FileDiffers', path, line: 1 })
  const { name, version } = view
  const isLater = addedSince(basis, name)
  const figures = differingFigures(view.name, found, today).filter(
    ({ figure, said }) => said !== undefined || !isLater(figure),
  )
  return {
    findings: [],
    notChecked: [{ _tag: 'ViewRestated', name, version, restated, differing: figures }],
  }
}

const flaw = (finding: PackFinding): OlderChecked => ({ findings: [finding], notChecked: [] })

/** Whether a view was asked what the basis of its pack says, by the version that it says. */
const asksTheSame = ({ version }: PackViewBasis, found: Content, today: Content): boolean => {
  const [said, derived] = [found, today].map(
    (content) => JSON.parse(textOf(content) ?? '') as { basis: object; view: unknown },
  )
  return (
    canonicalJson(said?.basis) === canonicalJson({ ...derived?.basis, version }) &&
    textOf(found) === `${canonicalJson(said)}\n`
  )
}

/** Files of the payload that show figures, and that are not written any more as they were. */
const notMadeAgain = (pack: Files, made: Files): readonly string[] =>
  [...pack].flatMap(([path, content]) => {
    const name = path.slice(payload.length)
    if (!path.startsWith(payload) || isKnown(name) || name.startsWith(folders.views)) return []
    const today = made.get(name)
    return today !== undefined && isSameContent(content, today) ? [] : [name]
  })

const known: readonly string[] = [
  files.basis,
  files.checkpoint,
  files.records,
  files.consistency,
  files.crate,
]

const shown: readonly string[] = [files.dataPackage, files.html, files.ods, files.xlsx]

const isKnown = (name: string): boolean => known.includes(name)

/** Nothing may stand in it that no pack has. */
const strangers = (pack: Files): readonly PackFinding[] =>
  [...pack.keys()].flatMap((path) => {
    const name = path.slice(payload.length)
    const isOurs = path.startsWith(payload)
      ? isKnown(name) ||
        shown.includes(name) ||
        Object.values<string>(folders).some((folder) => name.startsWith(folder))
      : Object.values<string>(bagFiles).includes(path)
    return isOurs ? [] : [{ _tag: 'FileAdded', path } as const]
  })
