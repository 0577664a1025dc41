/**
 * Asks a view of a ledger: as at one date, as known at one instant.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { shown } from '../engine/figure.js'
import { Fold } from '../engine/fold.js'
import { type Known, type KnownPoints, readerOf } from '../engine/known.js'
import type { Points } from '../engine/points.js'
import type { Projection } from '../engine/projection.js'
import type { Category } from '../events/category.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { View } from '../figures/view.js'
import { england1 } from '../law/england-1.js'
import type { Law } from '../law/rule.js'
import { explain, type LedgerFailure } from '../ledger/failures.js'
import type { Head, Ledger } from '../ledger/port.js'
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
import { type Basis, basisOf, type Prefix } from './basis.js'
import { fromPoints } from './remembered-points.js'

/** What is asked of a view. */
export interface Question<Options> {
  /** The date at which the world is looked at. */
  readonly asAt: CivilDate
  /** The instant, or the end of the day in London, up to which records count; all unless given. */
  readonly knownAt?: Instant | CivilDate | undefined
  /** The rule set `england-1`, counting exclusively, unless told. */
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

/** The law of a question that names none: `england-1`, counting exclusively. */
export const defaultLaw: Law = { ruleSet: england1, counting: 'exclusive' }

/**
 * The answer of a view, replayed from a ledger.
 *
 * Errors: the ledger's failures; WrongArgument where the view or the question is none, or a date
 * or an instant of it.
 *
 * @example
 * import { answer, civilDate, endOfDay } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => endOfDay(civilDate('2021-07-31')) })
 * const answered = await answer(ledger, complianceView, { asAt: civilDate('2021-07-31') })()
 * assert.strictEqual(answered._tag, 'Right')
 */
export const answer =
  <M extends string, Options extends object, Answer>(
    ledger: Ledger,
    view: View<M, Options, Answer>,
    question: Question<Options>,
    onProgress?: Progress,
  ): TaskEither<LedgerFailure, Answered<Answer>> =>
  async () => {
    const wrong = wrongView(view) ?? wrongQuestion(question)
    if (wrong) return E.left(wrong)
    const { asAt, law = defaultLaw } = question
    const prefix = await prefixKnownAt(ledger, question.knownAt)
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

/** What of a ledger was known at an instant: everything where none is told. */
const prefixKnownAt = async (
  ledger: Ledger,
  known: Instant | CivilDate | undefined,
): Promise<E.Either<LedgerFailure, Prefix>> => {
  const { origin } = ledger
  if (known === undefined) {
    const head = await ledger.head()()
    return E.map(({ size, root, recordedAt }: Head) => ({
      origin,
      size,
      root,
      knownAt: recordedAt ?? null,
    }))(head)
  }
  const knownAt = CivilDate.is(known) ? endOfDay(known) : known
  if (!isInstant(knownAt))
    return E.left(wrongArgument('knownAt', known, `${beAnInstant}, or a date`))
  const size = await ledger.sizeKnownAt(knownAt)()
  if (E.isLeft(size)) return size
  const root = await ledger.rootAt(size.right)()
  return E.map((known: Prefix['root']) => ({ origin, size: size.right, root: known, knownAt }))(
    root,
  )
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

/**
 * A view's answer from records in recorded order, all of them known: for those who hold records
 * and no ledger, such as an auditor with a pack.
 *
 * Errors: throws a RangeError where the view or the question is none.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { answerOf } from '@send-ledger/core/projection'
 * import { complianceView } from '@send-ledger/compliance'
 *
 * const answered = answerOf([], complianceView, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(answered.open.total.value, 0)
 */
export const answerOf = <M extends string, Options extends object, Answer>(
  records: readonly LedgerRecord[],
  view: View<M, Options, Answer>,
  question: Omit<Question<Options>, 'knownAt'>,
): Answer => {
  const wrong = wrongView(view) ?? wrongQuestion(question)
  if (wrong) throw new RangeError(explain(wrong))
  const { asAt, law = defaultLaw, options } = question
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
export const factsOf = <Facts, C extends Category, M extends string>(
  records: readonly LedgerRecord[],
  projection: Projection<Facts, C, M>,
): Facts => {
  const fold = foldOf(records, new Fold([projection], defaultLaw))
  const stream = records[0]?.stream
  const facts = stream === undefined ? undefined : fold.factsOf(projection, stream)
  return facts ?? projection.initial()
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
