/**
 * The lineage of a pack: for every figure of its views the subjects that it counts and the records
 * that each rests on. A sum that several figures have in common is listed once.
 */
import { countedIn } from '@send-ledger/core'
import { figuresIn, nameOfFigure, partsOfFigure } from '@send-ledger/core/figures'
import type { Figure, Sum } from '@send-ledger/core/projection'
import { canonicalJson } from '@send-ledger/core/records'
import { type Listed, listed, type PackAnswers } from './answers.js'
import type { Content } from './content.js'
import { csvLine, TextPieces } from './csv-lines.js'
import { files, lineagePath } from './layout.js'

/** Where the subjects of a sum are listed. */
export interface ListedAs {
  readonly view: string
  readonly figure: string
  /** The part that a derived figure is worked out from; empty where the figure is the sum. */
  readonly part: string
}

/** A sum in an answer: a figure, or a part of one. */
export interface SumAt extends ListedAs {
  readonly sum: Sum
  /** Whether it is all of its figure, printed as it is or in whole ones. */
  readonly isFigure: boolean
  /** The first place of the same sum: this one, or one before it. */
  readonly listedAs: ListedAs
}

/** The sums of answers in order, each with the place where its subjects are listed. */
export const sumsAt = (answers: readonly Listed[]): readonly SumAt[] => {
  const places = new Map<string, ListedAs>()
  return answers.flatMap(([view, { answer }, identified]) =>
    figuresIn(answer, identified).flatMap((row) =>
      Object.entries(partsOfFigure(row.value)).map(([name, sum]): SumAt => {
        const here = { view, figure: nameOfFigure(row), part: name === 'figure' ? '' : name }
        const reads = canonicalJson(sum.reads)
        const listedAs = places.get(reads) ?? here
        places.set(reads, listedAs)
        return { ...here, sum, isFigure: isAll(row.value), listedAs }
      }),
    ),
  )
}

const isAll = (figure: Figure): boolean => figure._tag === 'Sum' || figure.formula._tag === 'Scaled'

/** The files of the lineage by their paths. */
export const lineageFiles = (answers: PackAnswers): ReadonlyMap<string, Content> => {
  const { known } = answers.compliance
  const figures = new TextPieces()
  figures.add(csvLine(figureColumns))
  const lists = new Map<string, TextPieces>()
  const counts = new Map<ListedAs, number>()
  for (const [name] of listed(answers)) {
    const list = new TextPieces()
    list.add(csvLine(subjectColumns))
    lists.set(name, list)
  }
  for (const { view, figure, part, sum, listedAs } of sumsAt(listed(answers))) {
    if (!counts.has(listedAs)) {
      const counted = countedIn(known, sum)
      counts.set(listedAs, counted.length)
      for (const { subject, count, positions } of counted) {
        lists.get(view)?.add(csvLine([figure, part, subject, count, positions.join(' ')]))
      }
    }
    const subjects = counts.get(listedAs) ?? 0
    const { view: inView, figure: underFigure, part: underPart } = listedAs
    figures.add(csvLine([view, figure, part, sum.value, subjects, inView, underFigure, underPart]))
  }
  return new Map([
    [files.figures, figures.content()] as const,
    ...[...lists].map(([name, list]) => [lineagePath(name), list.content()] as const),
  ])
}

const figureColumns = [
  'view',
  'figure',
  'part',
  'value',
  'subjects',
  'listedInView',
  'listedUnderFigure',
  'listedUnderPart',
] as const

const subjectColumns = ['figure', 'part', 'subject', 'count', 'positions'] as const
