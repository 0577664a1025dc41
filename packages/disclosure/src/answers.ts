/**
 * Disclosure control of the answers of views: what their figures were read from says how they hang
 * together, within a pack and with earlier ones.
 */
import { ask, type CivilDate, type KnownPoints, type View } from '@send-ledger/core'
import type { MeasureLaw, Reader, Sum } from '@send-ledger/core/projection'
import * as E from 'fp-ts/lib/Either.js'
import { figuresOf, type PublishedAnswer, withPublished } from './answer-figures.js'
import { cellOf } from './figure-cells.js'
import { groupsOf, type Knowledge, unitsPerPerson } from './knowledge.js'
import { lawsHeld } from './laws-held.js'
import { type Interval, type Measured, type Reads, Unknowns } from './measured.js'
import type { Policy } from './policy.js'
import { type Protected, protect } from './protect.js'
import type { PublishedFigure } from './published.js'
import type { DisclosureRefusal, InvalidTable } from './refusal.js'
import type { Solver } from './solver.js'
import type { Cell, Combination, EarlierPack, Relation, Secret, Table } from './table.js'

/** The answer of a view that is to be published, or was. */
export interface AnswerKnown {
  readonly view: string
  readonly answer: unknown
  /** What a measure comes to over an interval, in truth. */
  readonly measured: Measured
  readonly knowledge: Knowledge
  /** How much the figure of a place is wanted: where one of two must be hidden, the other stays. */
  readonly keep?: (place: string) => number
}

/** A pack that was published before, with its answers as they were known then. */
export interface AnswersEarlier {
  /** Such as the date of the pack. */
  readonly pack: string
  readonly answers: readonly AnswerKnown[]
  /** The ids of the figures that it hides: the view, a colon, and the place. */
  readonly hidden: ReadonlySet<string>
  readonly policy: Policy
}

/** What may be published of some answers. */
export interface PublishedAnswers extends Protected {
  /** The answer of a view with its figures as the public sees them. */
  readonly published: <A>(view: string, answer: A) => PublishedAnswer<A>
}

/**
 * Hides in the answers of views what must be hidden, so that no hidden count can be worked out from
 * them and from what was published before.
 *
 * Errors: InvalidTable, Unprotected.
 */
export const protectAnswers = (
  answers: readonly AnswerKnown[],
  earlier: readonly AnswersEarlier[],
  policy: Policy,
  solver: Solver,
): E.Either<DisclosureRefusal, PublishedAnswers> => {
  const table = tableOf(answers, earlier)
  if (E.isLeft(table)) return table
  const made = protect(table.right, policy, solver)
  if (E.isLeft(made)) return made
  return E.right({ ...made.right, published: publishedBy(made.right.figures) })
}

/** What measures come to over intervals, by the points of an answer. */
export const measuredBy = <M extends string, Options extends object, Answer>(
  view: View<M, Options, Answer>,
  known: KnownPoints & { readonly asAt: CivilDate },
): Measured => {
  const readerOf: View<M, Options, Reader<M>> = { ...view, answer: (read) => read }
  const read = ask(readerOf, known, view.defaults)
  return ({ measure, from, to, among }) => {
    const whose = among ? read.among(among.measure as M, among.on) : read
    const asked = measure as M
    return (from === undefined ? whose.at(asked, to) : whose.between(asked, from, to)).value
  }
}

/**
 * The answers, and those of earlier packs, as sums of unknowns.
 *
 * Errors: InvalidTable, where a figure is not what its reads come to.
 */
export const tableOf = (
  answers: readonly AnswerKnown[],
  earlier: readonly AnswersEarlier[],
): E.Either<InvalidTable, Table> => {
  const before = earlier.map(({ pack, answers: known, ...rest }) => ({
    ...rest,
    name: pack,
    made: prepared(pack, known),
  }))
  const now = prepared('this pack', answers)
  const all = [...before.map(({ made }) => made), now]
  const laws = distinctLaws(all)
  const unknowns = new Unknowns(
    all.map(({ reads }) => reads),
    groupsOf(laws),
  )
  const packs = before.map(({ made, ...rest }) => ({ ...rest, ...cellsOf(made, laws, unknowns) }))
  const { cells, relations, secrets, flaws } = cellsOf(now, laws, unknowns)
  const mistaken = [...packs.flatMap((pack) => pack.flaws), ...flaws]
  if (mistaken.length > 0) return E.left({ _tag: 'InvalidTable', flaws: mistaken })
  return E.right({
    cells,
    relations: [...packs.flatMap((pack) => pack.relations), ...relations],
    secrets: [...packs.flatMap((pack) => pack.secrets), ...secrets],
    earlier: packs.map(
      (pack): EarlierPack => ({
        name: pack.name,
        cells: pack.cells,
        hidden: pack.hidden,
        policy: pack.policy,
      }),
    ),
    unknowns: unknowns.all(),
  })
}

/** A pack's answers with what they read. */
interface Prepared {
  readonly reads: Reads
  readonly answers: readonly AnswerKnown[]
}

const prepared = (pack: string, answers: readonly AnswerKnown[]): Prepared => {
  const intervals = answers
    .flatMap(({ answer }) => figuresOf(answer))
    .flatMap(({ figure }) => {
      const sums = figure._tag === 'Sum' ? [figure] : Object.values(figure.from)
      return sums.flatMap(({ reads }): readonly Interval[] => reads)
    })
  return { answers, reads: { pack, intervals, measured: measuredByAny(answers) } }
}

/** Each view knows its own measures; another's come to zero there. */
const measuredByAny =
  (answers: readonly AnswerKnown[]): Measured =>
  (interval) => {
    for (const { measured } of answers) {
      const value = measured(interval)
      if (value !== 0) return value
    }
    return 0
  }

const distinctLaws = (packs: readonly Prepared[]): readonly MeasureLaw[] => [
  ...new Map(
    packs
      .flatMap(({ answers }) => answers.flatMap(({ knowledge }) => knowledge.laws))
      .map((law) => [JSON.stringify(law), law]),
  ).values(),
]

interface Cells {
  readonly cells: readonly Cell[]
  readonly relations: readonly Relation[]
  readonly secrets: readonly Secret[]
  readonly flaws: InvalidTable['flaws']
}

const cellsOf = (
  { reads, answers }: Prepared,
  laws: readonly MeasureLaw[],
  unknowns: Unknowns,
): Cells => {
  const mistaken = new Set<string>()
  const made = answers.flatMap(({ view, answer, keep = () => 0 }) =>
    figuresOf(answer).map((figure) => {
      const within = `${view}:`
      const combined = (sum: Sum): Combination => {
        const combination = unknowns.of(sum.reads, reads)
        if (unknowns.amountOf(combination) !== sum.value) mistaken.add(within + figure.place)
        return combination
      }
      return cellOf(figure, { keep, within, combined })
    }),
  )
  const units = (measure: string): number =>
    Math.max(...answers.map(({ knowledge }) => unitsPerPerson(knowledge.unitOf(measure))))
  const { relations, secrets } = lawsHeld(laws, reads, unknowns, units)
  return {
    cells: made.map(({ cell }) => cell),
    relations,
    secrets: [...secrets, ...made.flatMap((each) => each.secrets)],
    flaws: [...mistaken].map((at) => ({ at, problem: 'is not what its reads come to' })),
  }
}

const publishedBy =
  (figures: ReadonlyMap<string, PublishedFigure>): PublishedAnswers['published'] =>
  (view, answer) =>
    withPublished(answer, (place) => {
      const figure = figures.get(`${view}:${place}`)
      if (figure === undefined)
        throw new Error(`${view}:${place} was not through disclosure control`)
      return figure
    })
