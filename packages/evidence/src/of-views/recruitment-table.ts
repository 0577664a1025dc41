/**
 * Recruitment and turnover in one row.
 */
import type { Raw } from '@send-ledger/documents'
import { type Table, tabulate } from '@send-ledger/documents'
import type { ShownWorkforce } from './answers.js'
import { asAtColumn, countColumn, figure, fteColumn } from './columns.js'

interface Row {
  readonly asAt: string
}

/** Posts on their way to be filled, how long that takes, and who left. */
export const recruitmentTable = (
  { pipeline, timeToFillDays, turnover }: ShownWorkforce,
  asAt: string,
): Table<Raw> =>
  tabulate<Row, Raw>(
    { id: 'recruitment', caption: 'Recruitment and turnover' },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('advertised', 'Posts advertised', 'Advertised and not offered or filled.', () =>
        figure(pipeline.advertised),
      ),
      countColumn('offered', 'Posts offered', 'Offered and not filled.', () =>
        figure(pipeline.offered),
      ),
      countColumn('filled', 'Posts filled', 'Posts filled in the 12 months to the date.', () =>
        figure(timeToFillDays.count),
      ),
      {
        ...countColumn<Row>(
          'daysToFill',
          'Median time to fill',
          'From advertisement to start.',
          () => figure(timeToFillDays.median),
        ),
        kind: 'decimal',
        unit: 'days',
      },
      fteColumn('leavers', 'Leavers', 'Who left in the 12 months to the date.', () =>
        figure(turnover.leaversFte),
      ),
      {
        name: 'turnover',
        heading: 'Turnover',
        kind: 'percent',
        unit: 'per cent',
        description: 'Leavers against the average in post over the 12 months.',
        of: () => figure(turnover.percent),
      },
    ],
  )
