/**
 * What could not be derived: figures told that no record gives, references to what is not on
 * record, and figures that rest on less than they should.
 */
import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import { type Raw, type Section, tabulate } from '@send-ledger/documents'
import type { ShownCompliance, ShownWorkforce, ShownWsoa } from '../answers.js'
import { figureInWords } from './figure-words.js'
import { textColumn } from './text-columns.js'
import { periodInWords, type Told } from './told-section.js'

/** What the section looks through. */
export interface Underived {
  readonly compliance: ShownCompliance
  readonly wsoa: ShownWsoa
  readonly workforce: ShownWorkforce
  readonly told: readonly Told[]
}

interface Row {
  readonly what: string
  readonly why: string
}

/** The section. It stands in every report: that nothing is missing is said too. */
export const notDerivedSection = (from: Underived): Section<Raw> =>
  sectionOf([
    ...notOnRecord(from),
    ...tooShort(from.compliance),
    ...withoutDenominator(from.compliance),
    ...notMeasured(from.wsoa),
    ...dangling(from.wsoa.dangling),
    ...dangling(from.workforce.dangling),
    ...toldOtherwise(from.told),
  ])

/** The section without what tells of single figures and subjects, which the public does not see. */
export const publicNotDerivedSection = (from: Omit<Underived, 'told'>): Section<Raw> =>
  sectionOf([
    ...notOnRecord({ ...from, told: [] }),
    ...tooShort(from.compliance),
    ...notMeasured(from.wsoa),
  ])

const sectionOf = (rows: readonly Row[]): Section<Raw> => {
  return {
    id: 'not-derived',
    topic: 'What could not be derived',
    heading: [
      rows.length === 0
        ? 'Every figure asked for could be derived from the records'
        : 'What the records do not give, or give only in part',
    ],
    paragraphs: [],
    charts: [],
    tables:
      rows.length === 0
        ? []
        : [
            tabulate<Row, Raw>(
              { id: 'not-derived-list', caption: 'What could not be derived, and why' },
              rows,
              [
                textColumn('what', 'What', 'The figure, or the reference.', ({ what }) => what),
                textColumn('why', 'Why', 'Why it could not be derived.', ({ why }) => why),
              ],
            ),
          ],
    notes: [],
  }
}

/** Parts of the report that there is nothing for. */
const notOnRecord = ({ compliance, wsoa, workforce }: Underived): readonly Row[] => [
  ...(compliance.months.length === 0
    ? [{ what: 'Compliance with the 20 weeks', why: 'No record of a case is known.' }]
    : []),
  ...(wsoa.programmes.length === 0
    ? [{ what: 'The improvement programme', why: 'No programme is on record.' }]
    : []),
  ...(workforce.teams.length === 0
    ? [{ what: 'The workforce', why: 'No post and no worker is on record.' }]
    : []),
]

const tooShort = ({ months }: ShownCompliance): readonly Row[] => {
  const short = months.filter(({ rolling12 }) => !rolling12.complete)
  const [first, last] = [short[0], short.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    {
      what: `Rates over 12 months, ${span(first.month, last.month)}`,
      why: 'The records of cases do not reach back over 12 months: these rates cover fewer.',
    },
  ]
}

const withoutDenominator = ({ months }: ShownCompliance): readonly Row[] => {
  const none = months.filter(({ percent }) => percent.all === null)
  if (none.length === 0) return []
  return [
    {
      what: `Per cent in time, ${spans(months, none).join(', ')}`,
      why: 'No plan was issued, so there is nothing to divide by: [x].',
    },
  ]
}

type Months = ShownCompliance['months']

/** Months that follow each other are told together. */
const spans = (all: Months, some: Months): readonly string[] => {
  const found: { first: string; last: string; at: number }[] = []
  for (const { month } of some) {
    const at = all.findIndex((each) => each.month === month)
    const open = found.at(-1)
    if (open !== undefined && open.at === at - 1) Object.assign(open, { last: month, at })
    else found.push({ first: month, last: month, at })
  }
  return found.map(({ first, last }) => span(first, last))
}

const span = (first: string, last: string): string =>
  first === last ? monthInWords(first) : `${monthInWords(first)} to ${monthInWords(last)}`

const notMeasured = ({ measures }: ShownWsoa): readonly Row[] =>
  measures
    .filter(({ latest }) => latest === null)
    .map(({ title }) => ({
      what: `Measure of impact: ${title}`,
      why: 'No actual value is on record by the date.',
    }))

const dangling = (references: ShownWsoa['dangling']): readonly Row[] =>
  references.map(({ from, field, to }) => ({
    what: `${from} refers to ${to} (${field})`,
    why: 'Nothing of that name is on record by the date; it may yet arrive.',
  }))

const toldOtherwise = (told: readonly Told[]): readonly Row[] =>
  told.flatMap(({ report, figures }) =>
    figures
      .filter(({ knownThen, heldThen }) => knownThen === 'notDerivable' || !heldThen)
      .map(({ measure, period, told: text, knownThen }) => ({
        what: `${figureInWords({ view: '', figure: measure, part: '' })}, ${periodInWords(period) || 'no period'}: told as ${text} on ${dateInWords(report.on)}`,
        why:
          knownThen === 'notDerivable'
            ? 'The ledger has no such figure.'
            : `The records known on that day gave ${knownThen}.`,
      })),
  )
