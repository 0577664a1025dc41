/**
 * How soon after what they record the records were made: the ground on which the figures stand.
 */
import { streamId } from '@send-ledger/core'
import {
  type EntrySpike,
  type Grade,
  gradeOf,
  grades,
  importedRanges,
  LagProfile,
  type LagRow,
  occasionOf,
} from '@send-ledger/core/records'
import {
  at,
  countColumn,
  day,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  type Tabulated,
  tabulate,
} from '@send-ledger/documents'
import type { RecordsRead } from './records-read.js'
import { textColumn } from './text-columns.js'

/** Records of one type, or of all, by grade. */
interface Graded {
  readonly type: string
  readonly count: number
  readonly byGrade: Readonly<Record<Grade, number>>
  readonly maxDays: number
}

/** The section; none where there is no record but corrections. */
export const assuranceSection = (records: RecordsRead): readonly Section<Raw>[] => {
  const declared = records.ofStream(streamId('ledger-main'))
  const profile = new LagProfile(gradeOf(importedRanges(declared)), occasionOf)
  for (let position = 0; position < records.size; position++) profile.add(records.at(position))
  const rows = byType(profile.rows())
  if (rows.length === 0) return []
  const all = { ...rows.reduce(together), type: 'All types' }
  const spikes = profile.spikes()
  const total = (column: string) => at('assurance', rows.length, column)
  return [
    {
      id: 'assurance-of-records',
      topic: 'Assurance',
      heading: said`${total('contemporaneous')} of ${total('records')} records were made within 7 days`,
      paragraphs: [
        [
          'A record is contemporaneous where it was made within 7 days of what it records, late ' +
            'within 90 days, and reconstructed after more. It is imported where another system ' +
            'asserts when it was made. Corrections are left out: they are late by their nature.',
        ],
      ],
      charts: [],
      tables: [gradesTable([...rows, all]), ...(spikes.length === 0 ? [] : [spikesTable(spikes)])],
      notes: [],
    },
  ]
}

const byType = (rows: readonly LagRow[]): readonly Graded[] => {
  const types = new Map<string, Graded>()
  for (const row of rows) {
    const before = types.get(row.type)
    types.set(row.type, before ? together(before, row) : row)
  }
  return [...types.values()]
}

const together = (a: Graded, b: Graded): Graded => ({
  type: a.type,
  count: a.count + b.count,
  byGrade: {
    contemporaneous: a.byGrade.contemporaneous + b.byGrade.contemporaneous,
    late: a.byGrade.late + b.byGrade.late,
    reconstructed: a.byGrade.reconstructed + b.byGrade.reconstructed,
    imported: a.byGrade.imported + b.byGrade.imported,
  },
  maxDays: Math.max(a.maxDays, b.maxDays),
})

const headings: Readonly<Record<Grade, string>> = {
  contemporaneous: 'Within 7 days',
  late: 'Within 90 days',
  reconstructed: 'After more',
  imported: 'Imported',
}

const gradesTable = (rows: readonly Graded[]): Table<Raw> =>
  tabulate<Graded, Raw>(
    { id: 'assurance', caption: 'Records by type, and how soon they were made' },
    rows,
    [
      textColumn('recordType', 'Type of record', 'What is recorded.', ({ type }) => inWords(type)),
      countColumn('records', 'Records', 'Records of this type, without corrections.', (row) =>
        raw(row.count),
      ),
      ...grades.map(
        (grade): Tabulated<Graded, Raw> =>
          countColumn(grade, headings[grade], `Records that are ${grade}.`, ({ byGrade }) =>
            raw(byGrade[grade]),
          ),
      ),
      {
        ...countColumn<Graded>('longestLag', 'Longest', 'The longest that a record took.', (row) =>
          raw(row.maxDays),
        ),
        unit: 'days',
      },
    ],
  )

/** `PlanIssued` is read as: Plan issued. */
const inWords = (type: string): string => {
  const spaced = type.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return spaced.replace(/\brag\b/i, 'RAG')
}

const spikesTable = (spikes: readonly EntrySpike[]): Table<Raw> =>
  tabulate<EntrySpike, Raw>(
    { id: 'late-entries', caption: 'Weeks of many late entries near an inspection or a visit' },
    spikes,
    [
      {
        name: 'weekOf',
        heading: 'Week from',
        kind: 'date',
        description: 'The Monday of the week.',
        of: ({ weekOf }) => day(weekOf),
      },
      textColumn('near', 'Near', 'What was near.', ({ near }) =>
        near === 'beforeVisit' ? 'before a visit' : 'after an inspection',
      ),
      {
        name: 'nearOn',
        heading: 'On',
        kind: 'date',
        description: 'The date of the visit or the inspection.',
        of: ({ on }) => day(on),
      },
      countColumn('lateEntries', 'Late entries', 'Records made after more than 7 days.', (row) =>
        raw(row.late),
      ),
      countColumn('usually', 'Usually', 'The same in the median week.', (row) => raw(row.usual)),
    ],
  )
