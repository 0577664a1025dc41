/**
 * The answer to a question: its figures, what it rests on, and why each figure is what it is.
 */
import {
  type Answered,
  type Basis,
  countedIn,
  type Ledger,
  type LedgerRecord,
  shown,
  type View,
} from '@send-ledger/core'
import {
  type CauseKind,
  causeKindOf,
  changedSums,
  figureNamed,
  figuresIn,
  type NamedFigure,
  nameOfFigure,
  partsOfFigure,
  type Shown,
} from '@send-ledger/core/figures'
import type { Derived, Figure } from '@send-ledger/core/projection'
import { LedgerError } from './errors.js'
import { right } from './right.js'

/** What a subject counts for in a figure, with the records that this rests on. */
export interface Counted {
  readonly stream: string
  /** All counts of a part together are its value. */
  readonly count: number
  readonly records: readonly LedgerRecord[]
}

/** Why a figure is what it is. */
export interface Explained {
  /** The whole name of the figure, such as `months.inTime.all:2021-05`. */
  readonly figure: string
  readonly value: Derived['shown']
  /** The sums that the figure is made of: itself, as `figure`, or what it is worked out from. */
  readonly parts: Readonly<
    Record<string, { readonly value: number; readonly subjects: readonly Counted[] }>
  >
}

/** One cause of a change: what one record, or another question, adds for a subject. */
export interface Cause {
  /** The sum of the figure that it changes: `figure`, or what that is worked out from. */
  readonly part: string
  readonly kind: CauseKind
  readonly stream: string
  readonly change: number
  /** The record that made the change; null where the question is another. */
  readonly record: LedgerRecord | null
}

/** Why a figure is another than in an earlier answer. */
export interface Changed {
  readonly figure: string
  /** Null where the earlier answer has no such figure. */
  readonly was: Derived['shown']
  readonly is: Derived['shown']
  /** Every cause; for each part, all changes together are the difference, and no rest is left. */
  readonly causes: readonly Cause[]
}

/** An answer, with what it rests on. */
export interface Answer<A> {
  /** The figures, in plain JSON: numbers, and percentages as text. */
  readonly view: Shown<A>
  /** What makes the answer reproducible: the ledger, its size and root, and both dates. */
  readonly basis: Basis
  /**
   * The subjects and records behind a figure, such as `inTime:2021-05` or `open.total`.
   *
   * Errors: rejects with a LedgerError, `no-such-figure` with the nearest names where there is none.
   */
  readonly explain: (figure: string) => Promise<Explained>
  /**
   * Every figure that is another than in an earlier answer of the same view, with every cause.
   *
   * Errors: rejects with a LedgerError, where the answer is of another view or ledger.
   */
  readonly changesSince: (earlier: Answer<A>) => Promise<readonly Changed[]>
}

type AnyView = Pick<View<string, object, unknown>, 'identifiedBy'>

/** What an answer keeps for those that come after it. */
interface Kept {
  readonly view: AnyView
  readonly answered: Answered<unknown>
}

const kept = new WeakMap<object, Kept>()

/**
 * The answer that a view gave of a ledger; `anew` gives it without a snapshot, where one turns out
 * to be damaged while it is read from.
 */
export const answerOf = <A>(
  ledger: Ledger,
  view: AnyView,
  answered: Answered<A>,
  anew: () => Promise<Answered<A>>,
): Answer<A> => {
  const whole = async <B>(use: (of: Kept) => Promise<B>): Promise<B> => {
    try {
      return await use({ view, answered })
    } catch (cause) {
      if ((cause as Error).name !== 'SnapshotDamaged') throw cause
      return use({ view, answered: await anew() })
    }
  }
  const answer: Answer<A> = {
    view: shown(answered.answer),
    basis: answered.basis,
    explain: (name) => whole((of) => explained(ledger, of, name)),
    changesSince: async (earlier) => {
      const was = kept.get(earlier)
      if (was === undefined) throw wrong('earlier must be an answer that this door gave.')
      return whole((of) => changes(ledger, was, of))
    },
  }
  kept.set(answer, { view, answered })
  return Object.freeze(answer)
}

const wrong = (sentence: string): LedgerError => new LedgerError('wrong-argument', sentence)

const figuresOf = ({ view, answered }: Kept): readonly NamedFigure[] =>
  figuresIn(answered.answer, view)

const explained = async (ledger: Ledger, of: Kept, name: string): Promise<Explained> => {
  const row = rowNamed(figuresOf(of), name)
  const parts: Record<string, Explained['parts'][string]> = {}
  for (const [part, sum] of Object.entries(partsOfFigure(row.value))) {
    const subjects: Counted[] = []
    for (const { subject, count, positions } of countedIn(of.answered.known, sum)) {
      const behind = new Set(positions)
      const records = right(await ledger.readStream(subject)())
      const counting = records.filter(({ position }) => behind.has(position))
      subjects.push({ stream: subject, count, records: counting })
    }
    parts[part] = { value: sum.value, subjects }
  }
  return { figure: nameOfFigure(row), value: shown(row.value), parts }
}

const rowNamed = (rows: readonly NamedFigure[], name: string): NamedFigure => {
  const found = figureNamed(rows, name)
  if (found._tag === 'Right') return found.right
  const names = found.left.names.slice(0, 5).join(', ')
  throw new LedgerError(
    'no-such-figure',
    found.left._tag === 'SeveralFigures'
      ? `${name} may be ${names}. Name one of them.`
      : `there is no figure ${name}. There are ${names}.`,
  )
}

const changes = async (ledger: Ledger, was: Kept, is: Kept): Promise<readonly Changed[]> => {
  const [before, after] = [was.answered.basis, is.answered.basis]
  if (before.origin !== after.origin || before.projection !== after.projection) {
    const of = (basis: Basis): string => `an answer of ${basis.projection} of ${basis.origin}`
    throw wrong(`earlier is ${of(before)}, and must be ${of(after)}.`)
  }
  if (before.size > after.size) throw wrong('earlier was known later: exchange the two answers.')
  const old = byName(was)
  const now = byName(is)
  const changed: Changed[] = []
  for (const figure of new Set([...old.keys(), ...now.keys()])) {
    const causes: Cause[] = []
    const sums = changedSums(
      { known: was.answered.known, figure: old.get(figure) },
      { known: is.answered.known, figure: now.get(figure) },
    )
    for (const { name: part, causes: some } of sums) {
      for (const { subject, change, position } of some) {
        const record = position === undefined ? null : await recordAt(ledger, position)
        const kind = record ? causeKindOf(record, before.knownAt) : 'ruleOrOptionChanged'
        causes.push({ part, kind, stream: subject, change, record })
      }
    }
    if (causes.length === 0) continue
    changed.push({
      figure,
      was: printedOf(old.get(figure)),
      is: printedOf(now.get(figure)),
      causes,
    })
  }
  return changed
}

const byName = (of: Kept): ReadonlyMap<string, Figure> =>
  new Map(figuresOf(of).map((row) => [nameOfFigure(row), row.value]))

const printedOf = (figure: Figure | undefined): Derived['shown'] =>
  figure === undefined ? null : shown(figure)

const recordAt = async (ledger: Ledger, position: number): Promise<LedgerRecord> =>
  right(await ledger.readAll({ from: position, limit: 1 })())[0] as LedgerRecord
