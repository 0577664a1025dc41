/**
 * What records changed and what the passing of the date changed, beside each other.
 */
import { type Raw, type Table, tabulate } from '@send-ledger/documents'
import { changeOf } from './change-numbers.js'
import type { ChangedFigure } from './changes.js'
import {
  nameColumn,
  numberColumn,
  restatedColumn,
  saidColumn,
  wordsColumn,
} from './changes-table.js'

/** The table; none where the date changed nothing. */
export const changedByDateTable = (figures: readonly ChangedFigure[]): readonly Table<Raw>[] => {
  const rows = figures.filter((each) => isOfAll(each) && each.now !== each.restated)
  if (rows.length === 0) return []
  return [
    tabulate<ChangedFigure, Raw>(
      { id: 'changed-by-date', caption: 'Figures of the whole at both dates' },
      rows,
      [
        wordsColumn,
        saidColumn,
        numberColumn('byRecords', 'By records', 'By what was recorded since.', ({ causes }) =>
          changeOf(causes),
        ),
        restatedColumn,
        numberColumn(
          'byDate',
          'By the date',
          'By what happened after the date of the previous pack.',
          ({ now, restated }) => (now === undefined ? undefined : now - restated),
        ),
        numberColumn('now', 'Now', 'At the date of this pack, as known now.', ({ now }) => now),
        nameColumn,
      ],
    ),
  ]
}

/** Figures of the whole: those of a month, an area, a team or an age are left to the views. */
const isOfAll = ({ figure, part, now }: ChangedFigure): boolean =>
  now !== undefined &&
  part === '' &&
  (!figure.includes(':') || /^programmes\.[A-Za-z]+:/.test(figure))
