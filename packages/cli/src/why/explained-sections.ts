/**
 * An explained figure in tables for people.
 */
import { dateInWords } from '@send-ledger/core/figures'
import { inWholes } from '@send-ledger/core/projection'
import { grades } from '@send-ledger/core/records'
import { type Section, section } from '../view/section.js'
import type { ExplainedSubject, ExplainedSum, LeftOutSubject } from './explained.js'
import type { NamedRecord } from './records.js'

const reasons: Readonly<Record<LeftOutSubject['because'], string>> = {
  mediationOrAppeal: 'mediation or an appeal before the plan',
  exception: 'an exception to the 20 weeks',
  late: 'issued after the last day in time',
  corrected: 'its date or data were corrected',
  retracted: 'its record was retracted',
  otherMonth: 'sent on a day outside these dates',
  notIssued: 'no plan was sent',
  notRequested: 'no assessment was requested by that date',
  withdrawn: 'the request was withdrawn',
  refusedToAssess: 'an assessment was refused',
  refusedToIssue: 'a plan was refused',
  issued: 'the plan was sent',
  transferredOut: 'the case went to another council',
  withinLimit: 'open, and the 20 weeks had not passed',
  reopened: 'open again after a refusal, outside the 20 weeks',
  otherAge: 'open for fewer or more days than these',
  notCounted: 'it does not count in this figure on that date',
}

/** The tables of an explained sum: what is counted, and what was considered and left out. */
export const explainedSections = (title: string, sum: ExplainedSum): readonly Section[] => {
  const hasClock = [...sum.counted, ...sum.leftOut].some(({ clock }) => clock !== null)
  const clock = hasClock ? ['Clock'] : []
  const total = `${inWholes(sum.value, sum.unit)} ${sum.unit.name}`
  const amount = (units: number): string => inWholes(units, sum.unit)
  const about = (each: Omit<ExplainedSubject, 'count'>): readonly (readonly string[])[] =>
    hasClock ? [clockText(each), recordsText(each.records)] : [recordsText(each.records)]
  const counted = section(
    `${title}: ${total.trim()}, of ${sum.subjects} subjects (${assuranceText(sum)})`,
    ['Subject', ...clock, 'Records', 'Counts'],
    sum.counted.map((each) => [each.subject, ...about(each), amount(each.count)]),
    2 + clock.length,
  )
  if (sum.leftOut.length === 0) return [counted]
  const leftOut = section(
    `${title}: considered and left out`,
    ['Subject', 'Because of', ...clock, 'Records'],
    sum.leftOut.map((each) => [each.subject, reasons[each.because], ...about(each)]),
    3 + clock.length,
  )
  return [counted, leftOut]
}

/** Such as `29 contemporaneous, 3 late, 1 reconstructed`. */
const assuranceText = ({ assurance, counted }: ExplainedSum): string => {
  const told = grades.filter((grade) => assurance[grade] > 0)
  return counted.length === 0
    ? 'none'
    : told.map((grade) => `${assurance[grade]} ${grade}`).join(', ')
}

const clockText = ({ clock }: Pick<ExplainedSubject, 'clock'>): readonly string[] => {
  if (clock === null) return []
  const { startedOn, lastDayInTime, limit, citation, counting, issuedOn } = clock
  return [
    `requested ${dateInWords(startedOn)}`,
    `last day ${dateInWords(lastDayInTime)}`,
    ...(issuedOn ? [`sent ${dateInWords(issuedOn)}`] : []),
    `(${limit}, ${counting}; ${citation})`,
  ]
}

const recordsText = (records: readonly NamedRecord[]): readonly string[] =>
  records.map(
    ({ position, type, effectiveOn }) => `${position}: ${type} of ${dateInWords(effectiveOn)}`,
  )
