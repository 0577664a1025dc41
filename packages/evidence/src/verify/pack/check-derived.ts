/**
 * Whether the views, tables, lineage, charts and report of a pack are, byte for byte, what its
 * records and its basis make.
 */
import { figureRows, nameOfFigure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { bagOf } from '../../pack/bag.js'
import type { PackBasis } from '../../pack/basis.js'
import { derivedFiles, type Files } from '../../pack/derived.js'
import { explainPack } from '../../pack/failures.js'
import { bagFiles, files, folders, payload } from '../../pack/layout.js'
import type { RecordLines } from '../../pack/record-lines.js'
import { roCrateText } from '../../pack/ro-crate.js'
import type { FileDiffers, PackFinding } from './findings.js'
import { notThrown } from './not-thrown.js'
import { textOf } from './text-of.js'

/** The files of the payload that stand for themselves: they are checked before. */
const given: readonly string[] = [files.checkpoint, files.records, files.consistency, files.crate]

/** What in a pack is not what its records and its basis make. */
export const checkDerived = (
  pack: Files,
  basis: PackBasis,
  lines: RecordLines,
): readonly PackFinding[] =>
  notThrown(() => {
    const made = derivedFiles(lines, basis)
    if (E.isLeft(made)) return [{ _tag: 'NotMadeAgain', reason: explainPack(made.left) }]
    return [...compared(pack, made.right), ...crateAndTags(pack, basis)]
  })

const compared = (pack: Files, made: Files): readonly PackFinding[] => {
  const findings: PackFinding[] = []
  for (const [name, bytes] of made) {
    const path = `${payload}${name}`
    const found = pack.get(path)
    if (found === undefined) findings.push({ _tag: 'FileLeftOut', path })
    else findings.push(...differences(path, found, bytes))
  }
  for (const path of pack.keys()) {
    const name = path.slice(payload.length)
    if (!path.startsWith(payload) || made.has(name) || given.includes(name)) continue
    findings.push({ _tag: 'FileAdded', path })
  }
  return findings
}

const differences = (path: string, found: Uint8Array, made: Uint8Array): readonly PackFinding[] => {
  if (Buffer.compare(found, made) === 0) return []
  const figures = path.startsWith(`${payload}${folders.views}`) ? figuresOf(path, found, made) : []
  return figures.length > 0 ? figures : [fileDiffers(path, found, made)]
}

const fileDiffers = (path: string, found: Uint8Array, made: Uint8Array): FileDiffers => {
  let line = 1
  for (let i = 0; i < found.length && found[i] === made[i]; i++) if (found[i] === 10) line += 1
  return { _tag: 'FileDiffers', path, line }
}

/** Most figures that are named of one view. */
const mostFigures = 20

/** The figures of a view that are not those that the records give. */
const figuresOf = (path: string, found: Uint8Array, made: Uint8Array): readonly PackFinding[] => {
  const [said, derived] = [figuresIn(found), figuresIn(made)]
  if (said === undefined || derived === undefined) return []
  return [...new Set([...said.keys(), ...derived.keys()])]
    .filter((figure) => said.get(figure) !== derived.get(figure))
    .slice(0, mostFigures)
    .map((figure) => ({
      _tag: 'FigureDiffers',
      path,
      figure,
      ...(said.has(figure) ? { said: said.get(figure) as string } : {}),
      ...(derived.has(figure) ? { derived: derived.get(figure) as string } : {}),
    }))
}

/** The figures of a view by their names; undefined where the file is no view. */
const figuresIn = (bytes: Uint8Array): ReadonlyMap<string, string> | undefined => {
  try {
    const { view } = JSON.parse(textOf(bytes) ?? '') as { view: unknown }
    return new Map(figureRows(view).map((row) => [nameOfFigure(row), String(row.value)]))
  } catch {
    return undefined
  }
}

/** The metadata, and the files beside the payload, which follow from all the rest. */
export const crateAndTags = (pack: Files, basis: PackBasis): readonly PackFinding[] => {
  const data = new Map(
    [...pack]
      .filter(([path]) => path.startsWith(payload))
      .map(([path, bytes]) => [path.slice(payload.length), bytes] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const crate = `${payload}${files.crate}`
  const made = Buffer.from(roCrateText(basis, data))
  const found = pack.get(crate) as Uint8Array
  const bag = bagOf(data, basis)
  return [
    ...(made.equals(found) ? [] : [fileDiffers(crate, found, made)]),
    ...Object.values(bagFiles)
      .filter(
        (path) => !Buffer.from(bag.get(path) as Uint8Array).equals(pack.get(path) as Uint8Array),
      )
      .map((path) => ({ _tag: 'TagDiffers', path }) as const),
  ]
}
