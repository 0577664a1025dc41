/**
 * A figure with the subjects that it counts, the records that each rests on and, for a case, its
 * statutory clock; and with those that were considered and are not in it.
 */
import {
  type CaseClock,
  caseClock,
  caseProjection,
  consideredFor,
  leftOutBecause,
} from '@send-ledger/compliance'
import {
  type Counted,
  countedIn,
  factsOf,
  type Grade,
  grades,
  type Law,
  type Ledger,
  type LedgerRecord,
  type Sum,
} from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../stop.js'
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
  readonly because: 'mediationOrAppeal' | 'exception' | 'late' | 'corrected' | 'retracted'
}

/** A sum, laid out. The counts of its subjects together are its value. */
export interface ExplainedSum {
  readonly name: string
  readonly value: number
  /** How many subjects counted stand on records of each grade. */
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

/** Lays out a sum. */
export const explainedSum = async (
  sources: Sources,
  name: string,
  sum: Sum,
): Promise<Outcome<ExplainedSum>> => {
  const { counted, cancelled } = countedIn(sources.known, sum)
  const listed: ExplainedSubject[] = []
  for (const each of counted) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    listed.push({ ...subject.right.shown, count: each.count })
  }
  const wider = consideredFor(sum)
  const inFigure = new Set(counted.map(({ subject }) => subject))
  const considered = wider ? countedIn(sources.known, wider).counted : []
  const leftOut: LeftOutSubject[] = []
  for (const each of considered.filter(({ subject }) => !inFigure.has(subject))) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    const { clock } = subject.right.shown
    if (clock) leftOut.push({ ...subject.right.shown, because: leftOutBecause(clock) })
  }
  for (const each of cancelled) {
    const subject = await explainedSubject(sources, each)
    if (E.isLeft(subject)) return subject
    const { shown, kept } = subject.right
    const because = mendedBy(kept)
    if (because) leftOut.push({ ...shown, because })
  }
  const of = (grade: Grade): number => listed.filter((each) => each.grade === grade).length
  const assurance = {
    contemporaneous: of('contemporaneous'),
    late: of('late'),
    reconstructed: of('reconstructed'),
    imported: of('imported'),
  }
  return E.right({ name, value: sum.value, assurance, counted: listed, leftOut })
}

const explainedSubject = async (
  { ledger, known, law, gradeOf }: Sources,
  { subject, positions }: Counted,
): Promise<
  Outcome<{
    readonly shown: Omit<ExplainedSubject, 'count'>
    readonly kept: readonly LedgerRecord[]
  }>
> => {
  const kept = await knownOf(ledger, subject, known.size)
  if (E.isLeft(kept)) return kept
  const rests = new Set(positions)
  const records = kept.right.filter(({ position }) => rests.has(position))
  const isCase = subject.startsWith('case-')
  const clock = isCase ? caseClock(factsOf(kept.right, caseProjection), law) : null
  const graded = records.map((record) => ({ ...named(record), grade: gradeOf(record) }))
  const grade = weakest(graded.map((record) => record.grade))
  return E.right({ shown: { subject, records: graded, grade, clock }, kept: records })
}

const weakest = (of: readonly Grade[]): Grade =>
  grades.findLast((grade) => of.includes(grade)) ?? 'contemporaneous'

/** Points that cancel out because a record was mended; a stock that came and went is no such. */
const mendedBy = (records: readonly LedgerRecord[]): 'corrected' | 'retracted' | undefined => {
  if (records.some(({ type }) => type === 'EventRetracted')) return 'retracted'
  return records.some(({ type }) => type === 'EventCorrected') ? 'corrected' : undefined
}
