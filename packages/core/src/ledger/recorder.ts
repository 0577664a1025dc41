/**
 * Records events: checks each against the catalogue and the life cycle of its subject, and
 * appends what passes, many in one write. A refused event stops none of the others.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { checkEvent } from '../events/check-event.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord, NewEvent } from '../events/record.js'
import { streamRefusal } from '../lifecycle/check.js'
import { programmeOfRating, ratingRefused } from '../lifecycle/scale.js'
import { type Instant, isInstant } from '../time/instant.js'
import { closingOf, type Declare, type Draft } from './declaring.js'
import { explain, type LedgerFailure, type RecordRefusal } from './failures.js'
import type { Appended, AppendOutcome, Ledger, Write } from './port.js'
import { type Batch, RememberedStreams } from './remembered-streams.js'
import { sameContent } from './seal.js'
import { beAnInstant, type WrongArgument, wrongArgument } from './wrong-argument.js'

/** What became of an event: the record, which for a repeat is the one kept the first time. */
export interface Recorded {
  readonly record: LedgerRecord
  readonly duplicate: boolean
}

/** The outcome for one draft. */
export type RecordOutcome = E.Either<RecordRefusal, Recorded>

/**
 * Records drafts in order; one outcome for each. Where instants are kept, what `declare` makes is
 * recorded right after them, in the same act where the store's append is one: a process that is
 * killed at any time leaves no kept instant undeclared.
 */
export interface Recorder {
  readonly record: (
    drafts: readonly Draft[],
    declare?: Declare,
  ) => TaskEither<LedgerFailure, readonly RecordOutcome[]>
}

/** What a recorder needs of its surroundings. */
export interface RecorderOptions {
  /** The present instant. */
  readonly now: () => Instant
}

/**
 * A recorder on a ledger. Drafts of one call are taken in order and appended together.
 *
 * Errors: for each draft, why it is refused (`RecordRefusal`); for all, that the ledger could not
 * be read or written, or that its last instant and the clock disagree (`LedgerFailure`), after
 * which a repeat of the call skips what was kept; or that they are no drafts (`WrongArgument`),
 * before any of them is recorded.
 *
 * @example
 * import { checkEvent, instant, recorder } from '@send-ledger/core'
 * import { memoryLedger } from '@send-ledger/store-memory'
 * import { createHash } from 'node:crypto'
 *
 * const now = () => instant('2021-05-04T09:12:00.000Z')
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now })
 * const outcome = await recorder(ledger, { now }).record([])()
 * assert.deepStrictEqual(outcome, { _tag: 'Right', right: [] })
 */
export const recorder = (ledger: Ledger, { now }: RecorderOptions): Recorder => {
  const streams = new RememberedStreams(ledger)
  return {
    record: (drafts, declare) => async () => {
      const wrong = wrongDrafts(drafts)
      if (wrong) return E.left(wrong)
      const outcomes: RecordOutcome[] = []
      let stale = 0
      while (outcomes.length < drafts.length) {
        const order = { drafts: drafts.slice(outcomes.length), declare, now: now() }
        const round = await recordRound(streams, order)
        if (E.isLeft(round)) {
          return round.left._tag === 'NotDeclared'
            ? E.left(unusable(ledger, explain(round.left.refusal).replace(/\.$/, '')))
            : E.left(round.left)
        }
        if (round.right === 'again') {
          if (++stale < mostStaleRounds) continue
          return E.left(tooBusy(ledger))
        }
        const disagree = clocksDisagree(round.right.at(-1))
        if (disagree) return E.left(unusable(ledger, disagree))
        const again = isStale(round.right.at(-1)) && ++stale < mostStaleRounds
        outcomes.push(...(again ? round.right.slice(0, -1) : round.right))
      }
      return E.right(outcomes)
    },
  }
}

const wrongDrafts = (drafts: unknown): WrongArgument | undefined => {
  if (!Array.isArray(drafts)) return wrongArgument('drafts', drafts, 'be a list of drafts')
  for (const draft of drafts) {
    if (typeof draft !== 'object' || draft === null) {
      return wrongArgument('draft', draft, 'be an object with an event')
    }
    const { recordedAt } = draft
    if (recordedAt !== undefined && !isInstant(recordedAt)) {
      return wrongArgument('recordedAt', recordedAt, beAnInstant)
    }
  }
  return undefined
}

/** How often drafts are checked again because others write to their streams at the same time. */
const mostStaleRounds = 200

const unusable = ({ origin }: Ledger, reason: string): LedgerFailure => ({
  _tag: 'LedgerUnavailable',
  ledger: origin,
  doing: 'recording',
  reason,
})

const tooBusy = (ledger: Ledger): LedgerFailure =>
  unusable(ledger, 'others write to the same subjects all the time; try again')

/** Why nothing can be recorded whose instant is the ledger's to give. */
const clocksDisagree = (outcome: RecordOutcome | undefined): string | undefined => {
  if (outcome === undefined || E.isRight(outcome)) return undefined
  // The sentence of a failure has its own end.
  const { left } = outcome
  return left._tag === 'ClocksDisagree' ? explain(left).replace(/\.$/, '') : undefined
}

const isStale = (outcome: RecordOutcome | undefined): boolean =>
  outcome !== undefined && E.isLeft(outcome) && outcome.left._tag === 'StaleRevision'

/** A draft that was checked: decided at once, to be written, or told before in its batch. */
type Checked =
  | { readonly outcome: RecordOutcome }
  | { readonly write: Write }
  | { readonly event: NewEvent; readonly repeats: number }

/** A stream that must be read before a draft can be checked. */
interface Unread {
  readonly unread: StreamId
}

/** What is to be recorded in one round. */
interface Order {
  readonly drafts: readonly Draft[]
  readonly declare: Declare | undefined
  readonly now: Instant
}

/** The store refused what declares kept instants. */
interface NotDeclared {
  readonly _tag: 'NotDeclared'
  readonly refusal: RecordRefusal
}

/**
 * Checks all drafts and appends those that pass, up to the first that the store refuses: the
 * drafts after it were checked on top of it and must be checked again.
 */
const recordRound = async (
  streams: RememberedStreams,
  { drafts, declare, now }: Order,
): Promise<E.Either<LedgerFailure | NotDeclared, readonly RecordOutcome[] | 'again'>> => {
  const batch = await streams.batch(now)
  if (E.isLeft(batch)) return batch
  const checked: Checked[] = []
  for (const draft of drafts) {
    let each = checkDraft(batch.right, draft)
    while ('unread' in each) {
      const read = await batch.right.read(each.unread)
      if (E.isLeft(read)) return read
      each = checkDraft(batch.right, draft)
    }
    checked.push(each)
  }
  const writes = checked.flatMap((each) => ('write' in each ? [each.write] : []))
  const closing = declare && (await closingOf(batch.right, writes, declare))
  if (closing && E.isLeft(closing)) return closing
  const appended = await streams.append(writes, batch.right.reads(), closing?.right)
  if (E.isLeft(appended)) return appended
  const declared = appended.right.closing
  if (declared && E.isLeft(declared)) return E.left({ _tag: 'NotDeclared', refusal: declared.left })
  return E.right(isUnfounded(appended.right) ? 'again' : outcomesOf(checked, appended.right))
}

/** Whether nothing was taken since a stream that a decision rests on has grown. */
const isUnfounded = ({ appended, refused }: AppendOutcome): boolean =>
  appended.length === 0 && refused?._tag === 'StaleRevision'

/** Outcomes in the order of the drafts, as far as the store went. */
const outcomesOf = (
  checked: readonly Checked[],
  { appended, refused }: AppendOutcome,
): readonly RecordOutcome[] => {
  const outcomes: RecordOutcome[] = []
  let written = 0
  for (const each of checked) {
    const done = 'write' in each ? appended[written++] : undefined
    if ('outcome' in each) outcomes.push(each.outcome)
    else if ('repeats' in each) {
      // Where the first one came to stand is known only now: others write meanwhile.
      outcomes.push(repeated(firstOf(appended[each.repeats] as Appended), each.event))
    } else if (done) {
      outcomes.push(E.right({ record: firstOf(done), duplicate: done.duplicate }))
    } else if (refused) return [...outcomes, E.left(refused)]
  }
  return outcomes
}

const firstOf = ({ records }: Appended): LedgerRecord => records[0] as LedgerRecord

const checkDraft = (batch: Batch, draft: Draft): Checked | Unread => {
  const checked = checkEvent(draft.event)
  if (E.isLeft(checked)) return { outcome: checked }
  const event = checked.right
  const stream = batch.known(event.stream)
  if (stream === undefined) return { unread: event.stream }
  const kept = stream.find((record) => record.id === event.id)
  const repeats = kept && batch.orderOf(kept)
  if (repeats !== undefined) return { event, repeats }
  if (kept) return { outcome: repeated(kept, event) }
  const at = batch.instantOf(event.stream, draft.recordedAt)
  if (E.isLeft(at)) return { outcome: at }
  const record = batch.provisional(event, stream.length, at.right)
  batch.restOn(event.stream)
  const refused = streamRefusal(stream, record)
  if (refused) return { outcome: E.left(refused) }
  const programme = programmeOfRating(stream, record)
  if (programme) {
    const scales = batch.known(programme)
    if (scales === undefined) return { unread: programme }
    batch.restOn(programme)
    const rating = ratingRefused(scales, stream, record)
    if (rating) return { outcome: E.left(rating) }
  }
  return { write: batch.write(event, record, draft.recordedAt) }
}

/** The outcome for an event whose id its stream has already. */
const repeated = (kept: LedgerRecord, event: NewEvent): RecordOutcome =>
  sameContent(kept, event)
    ? E.right({ record: kept, duplicate: true })
    : E.left({ _tag: 'IdReused', id: kept.id, stream: kept.stream, position: kept.position })
