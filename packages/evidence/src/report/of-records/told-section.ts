/**
 * What reports told, beside what the records give: as known on that day, and as known now.
 */
import { endOfDay } from '@send-ledger/core'
import {
  besideTold,
  dateInWords,
  type FiguresKnown,
  monthInWords,
  monthsOfPeriod,
  type Presented,
  reportsIn,
  type ToldBeside,
} from '@send-ledger/core/figures'
import { type Raw, type Section, type Tabulated, tabulate, yesNo } from '@send-ledger/documents'
import { figureInWords } from './figure-words.js'
import type { RecordsRead } from './records-read.js'
import { textColumn } from './text-columns.js'

/** A report on record, each of its figures beside what the records give. */
export interface Told {
  readonly report: Presented
  readonly figures: readonly ToldBeside[]
}

/** The reports on record, in the order in which they were presented. */
export const reportsTold = (
  records: RecordsRead,
  answersKnown: (size: number) => FiguresKnown,
): readonly Told[] =>
  records
    .streamsOf('oversight')
    .flatMap((stream) => reportsIn(records.ofStream(stream)))
    .toSorted((a, b) => (a.on === b.on ? a.record.position - b.record.position : order(a, b)))
    .map((report) => {
      const then = answersKnown(records.sizeKnownAt(endOfDay(report.on)))
      return { report, figures: besideTold(report.data, then, answersKnown(records.size)) }
    })

const order = (a: Presented, b: Presented): number => (a.on < b.on ? -1 : 1)

/** The section; none where no report with figures is on record. */
export const toldSection = (told: readonly Told[]): readonly Section<Raw>[] =>
  sectionOf(told, {
    heading: 'What was reported, beside what the records give',
    columns: [...asTold, ...byRecords],
  })

/** The section without what the records give, which the public does not see. */
export const publicToldSection = (told: readonly Told[]): readonly Section<Raw>[] =>
  sectionOf(told, { heading: 'What was reported', columns: asTold })

interface Telling {
  readonly heading: string
  readonly columns: readonly Tabulated<ToldBeside, never>[]
}

const sectionOf = (
  told: readonly Told[],
  { heading, columns }: Telling,
): readonly Section<Raw>[] => {
  const withFigures = told.filter(({ figures }) => figures.length > 0)
  if (withFigures.length === 0) return []
  return [
    {
      id: 'what-was-told',
      topic: 'Reports presented',
      heading: [heading],
      paragraphs: [
        ['What was told is kept as it was told, and is never worked out again.'],
        ...withFigures.map(({ report: { on, data } }): readonly string[] => [
          `${data.title}: presented to ${data.to} on ${dateInWords(on)}, as at ${dateInWords(data.asAt)}.`,
        ]),
      ],
      charts: [],
      tables: withFigures.map(({ report: { on }, figures }, i) =>
        tabulate<ToldBeside, never>(
          { id: `told-${i + 1}`, caption: `Figures told on ${dateInWords(on)}` },
          figures,
          columns,
        ),
      ),
      notes: [],
    },
  ]
}

const asTold: readonly Tabulated<ToldBeside, never>[] = [
  textColumn('figure', 'Figure', 'What was told.', ({ measure }) =>
    figureInWords({ view: '', figure: measure, part: '' }),
  ),
  textColumn('period', 'Period', 'The months or the date that it is of.', (row) =>
    periodInWords(row.period),
  ),
  textColumn('told', 'Told', 'As it was told.', ({ told }) => told),
]

const byRecords: readonly Tabulated<ToldBeside, never>[] = [
  textColumn('knownThen', 'By the records then', 'As known on that day.', ({ knownThen }) =>
    derivedText(knownThen),
  ),
  textColumn('knownNow', 'By the records now', 'As known now.', ({ knownNow }) =>
    derivedText(knownNow),
  ),
  {
    name: 'held',
    heading: 'Held then',
    kind: 'boolean',
    description: 'Whether what was told is what the records gave on that day.',
    of: ({ heldThen }) => yesNo(heldThen),
  },
]

const derivedText = (text: string): string => (text === 'notDerivable' ? 'not derivable' : text)

/** `2021-05/2021-06` is May 2021 and June 2021, `2021-05/2021-07` goes to July; a date is a date. */
export const periodInWords = (period: string | null): string =>
  (period ?? '')
    .split('/')
    .map((part) => {
      if (/^\d{4}-(0[1-9]|1[0-2])$/.test(part)) return monthInWords(part)
      return /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(part) ? dateInWords(part) : part
    })
    .join((monthsOfPeriod(period ?? '') ?? []).length > 2 ? ' to ' : ' and ')
