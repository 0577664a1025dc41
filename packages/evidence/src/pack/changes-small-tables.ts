/**
 * What stands beside the bridge: percentages that are another, the records behind the changes, and
 * figures that the software of today works out in another way.
 */
import { londonDate } from '@send-ledger/core'
import { countColumn, type Raw, raw, type Table, tabulate } from '@send-ledger/documents'
import type { FigureName } from '../report/of-records/figure-words.js'
import { dateColumn, textColumn } from '../report/of-records/text-columns.js'
import type { SaidOtherwise } from './basis.js'
import type { ChangedFigure, ChangedText, NamedCause } from './changes.js'
import { nameColumn, wordsColumn } from './changes-table.js'
import { kindsInWords } from './kinds-in-words.js'

type Place = Pick<FigureName, 'view' | 'figure'>

const wordsOf = {
  ...wordsColumn,
  of: (place: Place) => wordsColumn.of({ ...place, part: '' }),
}
const nameOf = { ...nameColumn, of: (place: Place) => nameColumn.of({ ...place, part: '' }) }

/** Percentages, medians and dates that are another. */
export const textsTable = (texts: readonly ChangedText[]): Table<Raw> =>
  tabulate<ChangedText, Raw>(
    { id: 'bridge-rates', caption: 'Figures worked out from others that are another' },
    texts,
    [
      wordsOf,
      textColumn('said', 'Said', 'What the previous pack said.', ({ said }) => printed(said)),
      textColumn('restated', 'As known now', 'The same at the same date, known now.', (row) =>
        printed(row.restated),
      ),
      nameOf,
    ],
  )

const printed = (value: ChangedText['said']): string => (value === null ? '[x]' : String(value))

/** Records listed at most; all of them stand in the lineage. */
const mostRecords = 100

interface Behind {
  readonly cause: NamedCause
  readonly record: NonNullable<NamedCause['record']>
  readonly figures: number
}

/** The records behind the changes; none where there is none. */
export const behindTable = (figures: readonly ChangedFigure[]): readonly Table<Raw>[] => {
  const behind = new Map<number, Behind>()
  for (const { causes } of figures) {
    for (const cause of causes) {
      const { record } = cause
      if (record === undefined) continue
      const before = behind.get(record.position)?.figures ?? 0
      behind.set(record.position, { cause, record, figures: before + 1 })
    }
  }
  if (behind.size === 0) return []
  const rows = [...behind.values()].sort((a, b) => a.record.position - b.record.position)
  const caption =
    rows.length <= mostRecords
      ? 'The records behind the changes'
      : `The first ${mostRecords} of ${rows.length} records behind the changes; the lineage has all of them`
  return [
    tabulate<Behind, Raw>({ id: 'bridge-records', caption }, rows.slice(0, mostRecords), [
      countColumn('position', 'Position', 'Its place in the ledger.', ({ record }) =>
        raw(record.position),
      ),
      textColumn('subject', 'Subject', 'Whom it is about.', ({ record }) => record.stream),
      textColumn('recordedType', 'Record', 'Its type.', ({ record }) => record.type),
      dateColumn(
        'happenedOn',
        'Happened on',
        'When it happened, or the mistake was found.',
        (row) => row.record.effectiveOn,
      ),
      dateColumn('recordedOn', 'Recorded on', 'When the ledger came to know it.', ({ record }) =>
        londonDate(record.recordedAt),
      ),
      textColumn(
        'why',
        'Why',
        'What kind of change it is.',
        ({ cause }) => kindsInWords[cause.kind],
      ),
      countColumn('changedFigures', 'Figures', 'How many of the figures it changed.', (row) =>
        raw(row.figures),
      ),
    ]),
  ]
}

/** Figures that the software of today works out in another way than it did. */
export const differingTable = (differing: readonly SaidOtherwise[]): Table<Raw> =>
  tabulate<SaidOtherwise, Raw>(
    {
      id: 'said-otherwise',
      caption: 'Figures that this version works out otherwise, from the same records',
    },
    differing,
    [
      wordsOf,
      textColumn('said', 'Said', 'What the previous pack said.', ({ said }) => printed(said)),
      textColumn('derived', 'Worked out today', 'From the records known then.', (row) =>
        printed(row.derived),
      ),
      nameOf,
    ],
  )
