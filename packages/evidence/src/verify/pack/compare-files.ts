/**
 * A file of a pack beside the one that its records make: which figures, or which line, differ.
 */
import { figureRows, nameOfFigure } from '@send-ledger/core/figures'
import { type OwnView, rowsOf } from '../../pack/answers.js'
import { type Content, firstDifference, piecesOf } from '../../pack/content.js'
import { payload, viewAt } from '../../pack/layout.js'
import type { FileDiffers, PackFinding } from './findings.js'
import { textOf } from './text-of.js'

/** What is wrong with a file that should be, byte for byte, another one. */
export const differences = (
  path: string,
  found: Content,
  made: Content,
  own: readonly OwnView[] = [],
): readonly PackFinding[] => {
  const differing = fileDiffers(path, found, made)
  if (differing.length === 0) return []
  const view = path.startsWith(payload) ? viewAt(path.slice(payload.length)) : undefined
  const figures = view === undefined ? [] : differingFigures(view, found, made, own)
  return figures.length > 0
    ? figures.slice(0, mostFigures).map((each) => ({ _tag: 'FigureDiffers', path, ...each }))
    : differing
}

/** Most figures that are named of one view. */
const mostFigures = 20

/** The first line that differs, where one does. */
export const fileDiffers = (
  path: string,
  found: Content,
  made: Content,
): readonly FileDiffers[] => {
  const at = firstDifference(found, made)
  if (at === undefined) return []
  let line = 1
  for (const piece of piecesOf(found, 0, at)) for (const byte of piece) if (byte === 10) line += 1
  return [{ _tag: 'FileDiffers', path, line }]
}

/** A figure of a view that the records give differently; one of the two may lack it. */
export interface DifferingFigure {
  readonly figure: string
  readonly said?: string
  readonly derived?: string
}

/** The figures of a view that are not those that the records give; none where it is no view. */
export const differingFigures = (
  view: string,
  found: Content,
  made: Content,
  own: readonly OwnView[] = [],
): readonly DifferingFigure[] => {
  const named = rowsOf(view, own)
  const [said, derived] = [figuresIn(named, found), figuresIn(named, made)]
  if (said === undefined || derived === undefined) return []
  return [...new Set([...said.keys(), ...derived.keys()])]
    .filter((figure) => said.get(figure) !== derived.get(figure))
    .map((figure) => ({
      figure,
      ...(said.has(figure) ? { said: said.get(figure) as string } : {}),
      ...(derived.has(figure) ? { derived: derived.get(figure) as string } : {}),
    }))
}

/** The figures of a view by their names; undefined where the file is no view. */
const figuresIn = (
  named: ReturnType<typeof rowsOf>,
  content: Content,
): ReadonlyMap<string, string> | undefined => {
  try {
    const { view } = JSON.parse(textOf(content) ?? '') as { view: unknown }
    return new Map(figureRows(view, named).map((row) => [nameOfFigure(row), String(row.value)]))
  } catch {
    return undefined
  }
}
