/**
 * Recruitment and turnover in one row.
 */
import {
  asAtColumn,
  countColumn,
  fteColumn,
  type Raw,
  raw,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { Workforce } from '../answer.js'

interface Row {
  readonly asAt: string
}

/** Posts on their way to be filled, how long that takes, and who left. */
export const recruitmentTable = (
  { pipeline, timeToFillDays, turnover }: Workforce,
  asAt: string,
): Table<Raw> =>
  tabulate<Row, Raw>(
    { id: 'recruitment', caption: 'Recruitment and turnover' },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('advertised', 'Posts advertised', 'Advertised and not offered or filled.', () =>
        raw(pipeline.advertised),
      ),
      countColumn('offered', 'Posts offered', 'Offered and not filled.', () =>
        raw(pipeline.offered),
      ),
      countColumn('filled', 'Posts filled', 'Posts filled in the 12 months to the date.', () =>
        raw(timeToFillDays.count),
      ),
      {
        ...countColumn<Row>(
          'daysToFill',
          'Median time to fill',
          'From advertisement to start.',
          () => raw(timeToFillDays.median),
        ),
        kind: 'decimal',
        unit: 'days',
      },
      fteColumn('leavers', 'Leavers', 'Who left in the 12 months to the date.', () =>
        raw(turnover.leaversFte),
      ),
      {
        name: 'turnover',
        heading: 'Turnover',
        kind: 'percent',
        unit: 'per cent',
        description: 'Leavers against the average in post over the 12 months.',
        of: () => raw(turnover.percent),
      },
    ],
  )
