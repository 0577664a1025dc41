/**
 * A figure with the subjects that it counts, the records that each rests on and, for a case, its
 * statutory clock; and with those that were considered and are not in it.
 */
import {
  type CaseClock,
  caseClock,
  consideredFor,
  type LeftOutBecause,
  leftOutBecause,
  type OutsideBecause,
  pathProjection,
  whyOutside,
} from '@send-ledger/compliance'
import {
  type Counted,
  countedIn,
  type Law,
  type Ledger,
  type LedgerRecord,
  type StreamId,
} from '@send-ledger/core'
import { takenBackFrom } from '@send-ledger/core/figures'
import { factsOf, type Sum, type Unit } from '@send-ledger/core/projection'
import { type Grade, grades } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'
import type { Printable } from '../view/asked.js'
import { knownOf, type NamedRecord, named } from './records.js'

/** A record with the grade of its assurance. */
export interface GradedRecord extends NamedRecord {
  readonly grade: Grade
}

/** A subject that a figure counts. */
export interface ExplainedSubject {
  readonly subject: string
  readonly count: number
  readonly records: readonly GradedRecord[]
  /** The grade of its weakest record. */
  readonly grade: Grade
  /** Of a case that was requested. */
  readonly clock: CaseClock | null
}

/** A subject that is not in a figure, and why. */
export interface LeftOutSubject extends Omit<ExplainedSubject, 'count'> {
  readonly because: LeftOutBecause | OutsideBecause | 'corrected' | 'retracted' | 'notCounted'
}

/** A sum, laid out. The counts of its subjects together are its value. */
export interface ExplainedSum {
  readonly name: string
  /** In units of `unit`, as are the counts of its subjects. */
  readonly value: number
  readonly unit: Unit
  /** How many subjects it counts; where only one was asked for, the others are not listed. */
  readonly subjects: number
  /** How many of the subjects listed stand on records of each grade. */
  readonly assurance: Readonly<Record<Grade, number>>
  readonly counted: readonly ExplainedSubject[]
  readonly leftOut: readonly LeftOutSubject[]
}

/** What a figure is explained from. */
export interface Sources {
  readonly ledger: Ledger
  readonly known: Printable['known']
  readonly law: Law
  readonly gradeOf: (record: LedgerRecord) => Grade
}

/** Lays out a sum: every subject in it, or where only one stands. */
export const explainedSum = async (
  sources: Sources,
  { name, sum, only }: { readonly name: string; readonly sum: Sum; readonly only?: StreamId },
): Promise<Outcome<ExplainedSum>> => {
  const isAsked = ({ subject }: Counted): boolean => only === undefined || subject === only
  const counted = countedIn(sources.known, sum)
  const listed: ExplainedSubject[] = []
  for (const each of counted.filter(isAsked)) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    listed.push({ ...subject.right.shown, count: each.count })
  }
  const wider = consideredFor(sum)
  const inFigure = new Set(counted.map(({ subject }) => subject))
  const considered = wider ? countedIn(sources.known, wider) : []
  const leftOut: LeftOutSubject[] = []
  for (const each of considered.filter((of) => isAsked(of) && !inFigure.has(of.subject))) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    const { clock } = subject.right.shown
    if (clock) leftOut.push({ ...subject.right.shown, because: leftOutBecause(clock) })
  }
  for (const each of takenBackFrom(sources.known, sum).filter(isAsked)) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    const { shown, kept } = subject.right
    const because = mendedBy(kept)
    if (because) leftOut.push({ ...shown, because })
  }
  if (only !== undefined && listed.length + leftOut.length === 0) {
    const outside = await standingOutside(sources, sum, only)
    if (E.isLeft(outside)) return outside
    leftOut.push(outside.right)
  }
  const of = (grade: Grade): number => listed.filter((each) => each.grade === grade).length
  const assurance = {
    contemporaneous: of('contemporaneous'),
    late: of('late'),
    reconstructed: of('reconstructed'),
    imported: of('imported'),
  }
  const subjects = counted.length
  const { value, unit } = sum
  return E.right({ name, value, unit, subjects, assurance, counted: listed, leftOut })
}

/** A subject that is neither in a sum nor among those considered, with every record of it known. */
const standingOutside = async (
  sources: Sources,
  sum: Sum,
  subject: StreamId,
): Promise<Outcome<LeftOutSubject>> => {
  const kept = await knownOf(sources.ledger, subject, sources.known.size)
  if (E.isLeft(kept)) return kept
  if (kept.right.length === 0) return wrongUse(`no records of ${subject} were known.`)
  const shown = laidOut(sources, subject, kept.right, kept.right)
  const facts = isCase(subject) ? factsOf(kept.right, pathProjection) : undefined
  return E.right({ ...shown, because: (facts && whyOutside(sum, facts)) ?? 'notCounted' })
}

const explainedSubject = async (
  sources: Sources,
  { subject, positions }: Counted,
): Promise<
  Outcome<{
    readonly shown: Omit<ExplainedSubject, 'count'>
    readonly kept: readonly LedgerRecord[]
  }>
> => {
  const kept = await knownOf(sources.ledger, subject, sources.known.size)
  if (E.isLeft(kept)) return kept
  const rests = new Set(positions)
  const records = kept.right.filter(({ position }) => rests.has(position))
  return E.right({ shown: laidOut(sources, subject, kept.right, records), kept: records })
}

/** A subject with some of its records, and the clock that all of them make. */
const laidOut = (
  { law, gradeOf }: Sources,
  subject: StreamId,
  all: readonly LedgerRecord[],
  some: readonly LedgerRecord[],
): Omit<ExplainedSubject, 'count'> => {
  const clock = isCase(subject) ? caseClock(factsOf(all, pathProjection), law) : null
  const records = some.map((record) => ({ ...named(record), grade: gradeOf(record) }))
  return { subject, records, grade: weakest(records.map(({ grade }) => grade)), clock }
}

const isCase = (subject: StreamId): boolean => subject.startsWith('case-')

const weakest = (of: readonly Grade[]): Grade =>
  grades.findLast((grade) => of.includes(grade)) ?? 'contemporaneous'

/** Points that cancel out because a record was mended; a stock that came and went is no such. */
const mendedBy = (records: readonly LedgerRecord[]): 'corrected' | 'retracted' | undefined => {
  if (records.some(({ type }) => type === 'EventRetracted')) return 'retracted'
  return records.some(({ type }) => type === 'EventCorrected') ? 'corrected' : undefined
}
