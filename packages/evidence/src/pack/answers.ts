/**
 * The views of a pack, answered: one fold of the records serves them all.
 */
import { type Compliance, complianceView } from '@send-ledger/compliance'
import {
  type Answered,
  answerText,
  ask,
  type CivilDate,
  Fold,
  type Instant,
  type KnownPoints,
  type Law,
  type View,
} from '@send-ledger/core'
import { askedWith, basisOf } from '@send-ledger/core/figures'
import { apart } from '@send-ledger/core/projection'
import type { Hash } from '@send-ledger/core/proof'
import { canonicalJson } from '@send-ledger/core/records'
import type { Documented } from '@send-ledger/documents'
import { type Capacity, capacityView, type Workforce, workforceView } from '@send-ledger/workforce'
import { type Wsoa, wsoaView } from '@send-ledger/wsoa'
import type { PackViewBasis } from './basis.js'
import { viewPath } from './layout.js'
import type { RecordLines } from './record-lines.js'

/** A view of the council's own: it states its figures, and may say what they are for people. */
// biome-ignore lint/suspicious/noExplicitAny: each view has measures and options of its own
export type OwnView = View<any, any, any> & Partial<Documented<any>>

/** The answer of a view of the council's own, asked with its defaults: see `askedAs`. */
export interface OwnAnswer {
  readonly view: OwnView
  readonly answered: Answered<unknown>
}

/** The answers of a pack: those that every pack has by their names, and those of the council's own. */
export interface PackAnswers extends OurAnswers {
  readonly own: readonly OwnAnswer[]
}

/** The answers that every pack has, each by its name. */
export interface OurAnswers {
  /** Without plans after mediation or an appeal, as the SEN2 return counts. */
  readonly compliance: Answered<Compliance>
  readonly 'compliance-all-plans': Answered<Compliance>
  readonly wsoa: Answered<Wsoa>
  readonly workforce: Answered<Workforce>
  readonly capacity: Answered<Capacity>
}

/** Which records are known, and what is asked of them. */
export interface PackQuestion {
  readonly origin: string
  readonly asAt: CivilDate
  readonly knownAt: Instant
  /** Number of records. */
  readonly size: number
  readonly root: Hash
  readonly law: Law
  /** Views of the council's own. */
  readonly own?: readonly OwnView[] | undefined
}

/** The points of every view of a pack. */
export const knownOf = (
  records: RecordLines,
  law: Law,
  own: readonly OwnView[] = [],
): KnownPoints => {
  const projections = [
    ...complianceView.projections,
    ...wsoaView.projections,
    ...workforceView.projections,
    ...own.flatMap((view) => apart(view).projections),
  ]
  const fold = new Fold(projections, law)
  for (let position = 0; position < records.size; position++) {
    const record = records.at(position)
    const isAlone = !fold.needsStream(record)
    fold.next(record, isAlone ? undefined : records.ofStream(record.stream, position + 1))
  }
  return { points: fold.points, size: records.size }
}

/** How each view is asked. */
const asked = {
  compliance: { view: complianceView, options: { ...complianceView.defaults, cohort: 'dfe' } },
  'compliance-all-plans': {
    view: complianceView,
    options: { ...complianceView.defaults, cohort: 'all' },
  },
  wsoa: { view: wsoaView, options: wsoaView.defaults },
  workforce: { view: workforceView, options: workforceView.defaults },
  capacity: { view: capacityView, options: capacityView.defaults },
} as const

/** The answers to a question. */
export const answersTo = (known: KnownPoints, question: PackQuestion): PackAnswers => {
  const { asAt, law, size, own = [] } = question
  const answered = <M extends string, Options extends object, Answer>({
    view,
    options,
  }: {
    readonly view: View<M, Options, Answer>
    readonly options: Options
  }): Answered<Answer> => ({
    basis: basisOf(question, { view, asAt, law, options }),
    answer: ask(view, { ...known, size, asAt }, options),
    known: { ...known, size },
  })
  return {
    compliance: answered(asked.compliance),
    'compliance-all-plans': answered(asked['compliance-all-plans']),
    wsoa: answered(asked.wsoa),
    workforce: answered(asked.workforce),
    capacity: answered(asked.capacity),
    own: own.map((view) => ({
      view,
      answered: answered({ view: apart(view), options: view.defaults }),
    })),
  }
}

/** What names the rows of a view of a pack; of a name that none has, nothing. */
export const rowsOf = (
  name: string,
  own: readonly OwnView[] = [],
): Pick<View<never, never, unknown>, 'identifiedBy'> =>
  viewsAsked(own).find((each) => each.name === name)?.view ?? {}

/** An answer with its name, and what names the rows of its lists. */
export type Listed = readonly [
  name: string,
  answered: Answered<unknown>,
  named: Pick<View<never, never, unknown>, 'identifiedBy'>,
]

/** The answers one by one, in order. */
export const listed = ({ own, ...ours }: PackAnswers): readonly Listed[] => [
  ...Object.entries<Answered<unknown>>(ours).map(
    ([name, answered]) => [name, answered, rowsOf(name)] as const,
  ),
  ...own.map(({ view, answered }) => [view.name, answered, view] as const),
]

/** A view of the council's own that cannot stand in a pack by its name. */
export interface ViewUnfit {
  readonly _tag: 'ViewUnfit'
  readonly name: string
  /** Its name is that of another view of the pack, or no name of a file. */
  readonly because: 'taken' | 'noName'
}

/** The first view whose name is unfit: names become names of files, on any machine. */
export const unfitView = (own: readonly OwnView[]): ViewUnfit | undefined => {
  const taken = new Set(Object.keys(asked))
  for (const { name } of own) {
    if (!/^[a-z][A-Za-z0-9-]{0,63}$/.test(name))
      return { _tag: 'ViewUnfit', name, because: 'noName' }
    if (taken.has(name.toLowerCase())) return { _tag: 'ViewUnfit', name, because: 'taken' }
    taken.add(name.toLowerCase())
  }
  return undefined
}

/**
 * Views of the council's own with the options of a pack as their defaults. One that does not take
 * them stays as it is, so that the pack is found to be asked otherwise.
 */
export const askedAs = (
  own: readonly OwnView[],
  views: readonly PackViewBasis[],
): readonly OwnView[] =>
  own.map((view) => {
    const { counting, ...others } = views.find(({ name }) => name === view.name)?.options ?? {}
    const options = view.usesLaw || counting === undefined ? others : { ...others, counting }
    return askedWith(view, options) ?? view
  })

/** Which of these views a pack asked with other options than theirs. */
export const askedOtherwise = (
  own: readonly OwnView[],
  views: readonly PackViewBasis[],
): readonly PackViewBasis[] =>
  views.filter((then) =>
    own
      .filter(({ name }) => name === then.name)
      .some((view) => askedAs([view], [then]).every(({ defaults }) => !isSame(defaults, view))),
  )

const isSame = (defaults: unknown, view: OwnView): boolean =>
  canonicalJson(defaults) === canonicalJson(view.defaults)

/** The views of a pack under a law, as its basis names them. */
export const viewsUnder = (law: Law, own: readonly OwnView[] = []): readonly PackViewBasis[] =>
  viewsAsked(own).map(({ name, view, options }) => ({
    name,
    view: view.name,
    version: view.version,
    options: { ...options, ...(view.usesLaw ? { counting: law.counting } : {}) },
  }))

/** Every view of a pack with its name there and its options. */
const viewsAsked = (
  own: readonly OwnView[],
): readonly { readonly name: string; readonly view: OwnView; readonly options: object }[] => [
  ...Object.entries(asked).map(([name, { view, options }]) => ({ name, view, options })),
  ...own.map((view) => ({ name: view.name, view, options: view.defaults as object })),
]

/** The text of each view by its path: what `send-ledger view --format json` prints. */
export const viewFiles = (answers: PackAnswers): readonly (readonly [string, string])[] =>
  listed(answers).map(([name, answered]) => [viewPath(name), answerText(answered)])
