/**
 * A view asked of a ledger, and its answer in the forms that the command prints.
 */
import {
  type Answered,
  answer,
  answerText,
  type Basis,
  defaultLaw,
  explain,
  type KnownPoints,
  type Law,
  type Ledger,
  type Question,
  shown,
  type View,
} from '@send-ledger/core'
import {
  brokenInTotal,
  type Checked,
  checked,
  type FigureRow,
  figureRows,
  figuresIn,
  type NamedFigure,
  optionTexts,
} from '@send-ledger/core/figures'
import { isSnapshotTrue } from '@send-ledger/core/store'
import { type Documented, spokenOf } from '@send-ledger/documents'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import { documentSections } from './document-sections.js'
import type { Section } from './section.js'

/** An answer that can be printed. */
export interface Printable {
  readonly basis: Basis
  readonly law: Law
  /** The options of the basis as they are given, each by its name. */
  readonly options: Readonly<Record<string, readonly string[]>>
  /** The figures that know what they were read from, each with its name. */
  readonly figures: () => readonly NamedFigure[]
  readonly known: KnownPoints
  /** The conservation checks of the view, made. */
  readonly checks: () => readonly Checked[]
  /** The checks that are broken in total. */
  readonly broken: () => readonly Checked[]
  /** Whether the snapshot is what a replay gives; undefined where there is none. */
  readonly isSnapshotTrue: () => Promise<Outcome<boolean | undefined>>
  /** Canonical JSON with its basis. */
  readonly json: () => string
  /** Everything in the plain JSON of the view, a row each. */
  readonly rows: () => readonly FigureRow[]
  readonly sections: () => readonly Section[]
}

/** Asks a view of a ledger. */
export type Ask<Options> = (
  ledger: Ledger,
  question: Question<Options>,
  onProgress?: (position: number) => void,
) => Promise<Outcome<Printable>>

/** How a view is asked, and how its answer is laid out. */
export const asking =
  <M extends string, Options extends object, Answer>(
    view: View<M, Options, Answer> & Partial<Documented<Answer>>,
  ): Ask<Options> =>
  async (ledger, question, onProgress) => {
    const answered = await answer(ledger, view, question, onProgress)()
    return E.isLeft(answered)
      ? notDone(explain(answered.left))
      : E.right(printable({ ledger, view, question }, answered.right))
  }

interface Asked<M extends string, Options extends object, Answer> {
  readonly ledger: Ledger
  readonly view: View<M, Options, Answer> & Partial<Documented<Answer>>
  readonly question: Question<Options>
}

const printable = <M extends string, Options extends object, Answer>(
  { ledger, view, question }: Asked<M, Options, Answer>,
  answered: Answered<Answer>,
): Printable => {
  const plain = once(() => shown(answered.answer))
  const { asAt, law = defaultLaw } = question
  return {
    basis: answered.basis,
    law,
    options: optionTexts(view, answered.basis.options),
    figures: () => figuresIn(answered.answer, view),
    known: answered.known,
    json: () => answerText(answered),
    rows: () => figureRows(plain(), view),
    checks: () => checked(view, { ...answered.known, asAt }),
    broken: () => brokenInTotal(view, { ...answered.known, asAt }),
    isSnapshotTrue: async () => {
      const isTrue = await isSnapshotTrue({ ledger, view, law })
      return E.isLeft(isTrue) ? notDone(explain(isTrue.left)) : isTrue
    },
    sections: () => documentSections(spokenOf(view, answered.answer, { asAt }).sections),
  }
}

/** Makes something when it is first asked for. */
const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
