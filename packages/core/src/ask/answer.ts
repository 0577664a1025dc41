/**
 * Asks a view of a ledger: as at one date, as known at one instant.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { FactFold } from '../engine/facts.js'
import { shown } from '../engine/figure.js'
import { Fold } from '../engine/fold.js'
import { type Known, type KnownPoints, readerOf } from '../engine/known.js'
import type { Points } from '../engine/points.js'
import type { Projection } from '../engine/projection.js'
import type { EventTypeOf } from '../events/catalogue.js'
import type { Category } from '../events/category.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { View } from '../figures/view.js'
import type { Law } from '../law/rule.js'
import { explain, type LedgerFailure } from '../ledger/failures.js'
import { type Prefix, prefixKnownAt } from '../ledger/known-prefix.js'
import type { Ledger } from '../ledger/port.js'
import {
  beADate,
  beAnInstant,
  type WrongArgument,
  wrongArgument,
} from '../ledger/wrong-argument.js'
import { canonicalJson } from '../proof/canonical-json.js'
import { dateBounds, isWithinBounds } from '../time/bounds.js'
import { CivilDate } from '../time/civil-date.js'
import { endOfDay, type Instant, isInstant } from '../time/instant.js'
import { type Basis, basisOf } from './basis.js'
import { fromPoints } from './remembered-points.js'

/** What is asked of a view. */
export interface Question<Options> {
  /** The date at which the world is looked at. */
  readonly asAt: CivilDate
  /** The instant, or the end of the day in London, up to which records count; all unless given. */
  readonly knownAt?: Instant | CivilDate | undefined
  /** The law to count by; that of the door unless given. */
  readonly law?: Law | undefined
  /** Options that differ from the view's defaults. */
  readonly options?: Partial<Options> | undefined
}

/** An answer with what it rests on. */
export interface Answered<Answer> {
  readonly basis: Basis
  readonly answer: Answer
  /** The points that its figures sum, for `countedIn` and `bridge`. */
  readonly known: KnownPoints
}

/** Told how many records have been replayed. */
export type Progress = (position: number) => void

/** Answers of views, replayed from a ledger, by a law where the question names none. */
export const answerBy =
  (standard: Law) =>
  <M extends string, Options extends object, Answer>(
    ledger: Ledger,
    view: View<M, Options, Answer>,
    question: Question<Options>,
    onProgress?: Progress,
  ): TaskEither<LedgerFailure, Answered<Answer>> =>
  async () => {
    const wrong = wrongView(view) ?? wrongQuestion(question)
    if (wrong) return E.left(wrong)
    const { asAt, law = standard } = question
    const prefix = await prefixAsked(ledger, question.knownAt)
    if (E.isLeft(prefix)) return prefix
    const { size } = prefix.right
    const options = { ...view.defaults, ...question.options }
    const basis = basisOf(prefix.right, { view, asAt, law, options })
    const sources = { ledger, view, law, ...(onProgress ? { onProgress } : {}) }
    const from = (points: Points): Answered<Answer> => {
      const known = { points, size }
      return { known, basis, answer: ask(view, { ...known, asAt }, options) }
    }
    return fromPoints(sources, prefix.right, from)
  }

const wrongView = (given: unknown): WrongArgument | undefined => {
  const { projections, answer } = (given ?? {}) as Partial<View<string, unknown, unknown>>
  return Array.isArray(projections) && typeof answer === 'function'
    ? undefined
    : wrongArgument('view', given, 'be a view')
}

/** What is wrong with a question; what it was known at is looked at when it is asked. */
const wrongQuestion = (given: unknown): WrongArgument | undefined => {
  if (typeof given !== 'object' || given === null) {
    return wrongArgument('question', given, 'be an object with asAt')
  }
  const { asAt } = given as { readonly asAt?: unknown }
  if (!CivilDate.is(asAt)) return wrongArgument('asAt', asAt, beADate)
  return isWithinBounds(asAt) ? undefined : wrongArgument('asAt', asAt, beWithinBounds)
}

const beWithinBounds = `lie from ${dateBounds.earliest} to ${dateBounds.latest}`

/** What of a ledger is asked of: a date stands for its end. */
const prefixAsked = async (
  ledger: Ledger,
  known: Instant | CivilDate | undefined,
): Promise<E.Either<LedgerFailure, Prefix>> => {
  const knownAt = CivilDate.is(known) ? endOfDay(known) : known
  return knownAt === undefined || isInstant(knownAt)
    ? prefixKnownAt(ledger, knownAt)()
    : E.left(wrongArgument('knownAt', known, `${beAnInstant}, or a date`))
}

/**
 * A view's answer from points that are at hand.
 *
 * @example
 * import { ask, civilDate, defaultLaw, Fold } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const { points } = new Fold(complianceView.projections, defaultLaw)
 * const known = { points, size: 0, asAt: civilDate('2021-07-31') }
 * assert.strictEqual(ask(complianceView, known, complianceView.defaults).plansMaintained.value, 0)
 */
export const ask = <M extends string, Options, Answer>(
  view: View<M, Options, Answer>,
  known: Known,
  options: Options,
): Answer => view.answer(readerOf<M>(known, view.units), options)

/** Answers of views from records, all of them known, by a law where the question names none. */
export const answerOfBy =
  (standard: Law) =>
  <M extends string, Options extends object, Answer>(
    records: readonly LedgerRecord[],
    view: View<M, Options, Answer>,
    question: Omit<Question<Options>, 'knownAt'>,
  ): Answer => {
    const wrong = wrongView(view) ?? wrongQuestion(question)
    if (wrong) throw new RangeError(explain(wrong))
    const { asAt, law = standard, options } = question
    const { points } = foldOf(records, new Fold(view.projections, law))
    return ask(view, { points, size: points.size, asAt }, { ...view.defaults, ...options })
  }

/**
 * The facts of one subject from its records, in recorded order.
 *
 * @example
 * import { factsOf } from '@send-ledger/core/projection'
 * import { pathProjection } from '@send-ledger/compliance'
 *
 * assert.deepStrictEqual(factsOf([], pathProjection), pathProjection.initial())
 */
export const factsOf = <Facts, C extends Category, M extends string, I extends EventTypeOf<C>>(
  records: readonly LedgerRecord[],
  projection: Projection<Facts, C, M, I>,
): Facts => {
  const stream = records[0]?.stream
  const facts = stream && new FactFold([projection], 'bulk').ofRecords(stream, records)[0]
  return (facts as Facts | undefined) ?? projection.initial()
}

/** Folds records that are all at hand. */
const foldOf = (records: readonly LedgerRecord[], fold: Fold): Fold => {
  const streams = new Map<StreamId, LedgerRecord[]>()
  for (const record of records) {
    const stream = streams.get(record.stream) ?? []
    stream.push(record)
    streams.set(record.stream, stream)
    fold.next(record, stream)
  }
  return fold
}

/**
 * An answer with its basis as canonical JSON and a final line feed: the same basis gives the same
 * bytes.
 *
 * Source: RFC 8785.
 *
 * @example
 * import { answerText, civilDate } from '@send-ledger/core'
 *
 * const basis = {
 *   origin: 'urn:send-ledger:example',
 *   size: 0,
 *   root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
 *   asAt: civilDate('2021-07-31'),
 *   knownAt: null,
 *   projection: 'example',
 *   version: 1,
 *   ruleSet: 'england-1',
 *   options: {},
 * }
 * assert.match(answerText({ basis, answer: { open: 3 } }), /"view":{"open":3}}\n$/)
 */
export const answerText = <Answer>({
  basis,
  answer: given,
}: Pick<Answered<Answer>, 'basis' | 'answer'>): string =>
  `${canonicalJson({ basis, view: shown(given) })}\n`
