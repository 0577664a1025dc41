/**
 * The tables of final plans in 20 weeks, month by month, in both bases.
 */
import {
  calendarMonth,
  type Raw,
  raw,
  type Table,
  type Tabulated,
  tabulate,
  yesNo,
} from '@send-ledger/documents'
import type { Compliance } from '../answer.js'

type Month = Compliance['months'][number]
type Column = Tabulated<Month, Raw>
type Counted = 'all' | 'excludingExceptions'

const law = 'SI 2014/1530 reg 13(2)'

/** The month that a row is of. */
export const monthColumn: Tabulated<{ readonly month: string }, never> = {
  name: 'month',
  heading: 'Month',
  kind: 'month',
  description: 'The calendar month; the last one ends with the as-at date.',
  notes: ['part-month'],
  of: ({ month }) => calendarMonth(month),
}

/** Final plans without the cases to which an exception applies, as the DfE leads with. */
export const timelinessTable = ({ months }: Compliance): Table<Raw> =>
  tabulate(
    {
      id: 'in-time',
      caption: 'Final plans issued, and those within 20 weeks of the request, without exceptions',
      notes: ['exceptions'],
    },
    months,
    [
      monthColumn,
      {
        name: 'requests',
        heading: 'Requests',
        kind: 'integer',
        description: 'Requests for an assessment received in the month.',
        source: 'SI 2014/1530 reg 4',
        of: ({ requests }) => raw(requests),
      },
      ...columnsOf('excludingExceptions'),
      {
        name: 'rolling12Complete',
        heading: '12 months on record',
        kind: 'boolean',
        description: 'Whether the records reach back over all of the 12 months.',
        of: ({ rolling12 }) => yesNo(rolling12.complete),
      },
    ],
  )

/** All final plans. */
export const allPlansTable = ({ months }: Compliance): Table<Raw> =>
  tabulate(
    {
      id: 'in-time-with-exceptions',
      caption: 'The same with the cases to which an exception applies',
      notes: ['exceptions'],
    },
    months,
    [
      monthColumn,
      ...columnsOf('all'),
      {
        name: 'leftOut',
        heading: 'Left out after mediation or appeal',
        kind: 'integer',
        unit: 'plans',
        description: 'Plans issued after mediation or an appeal, counted in neither basis.',
        source: 'SEN2 statutory return, guidance on timeliness',
        of: ({ leftOut }) => raw(leftOut.mediationOrAppeal),
      },
    ],
  )

const columnsOf = (basis: Counted): readonly Column[] => [
  {
    name: 'issued',
    heading: 'Issued',
    kind: 'integer',
    unit: 'plans',
    description: 'Final plans issued in the month.',
    source: law,
    of: ({ issued }) => raw(issued[basis]),
  },
  {
    name: 'inTime',
    heading: 'In time',
    kind: 'integer',
    unit: 'plans',
    description: 'Of those, issued within 20 weeks of the request.',
    source: law,
    of: ({ inTime }) => raw(inTime[basis]),
  },
  {
    name: 'percentInTime',
    heading: 'In time',
    kind: 'percent',
    unit: 'per cent',
    description: 'In time as a percentage of issued, half rounded up.',
    of: ({ percent }) => raw(percent[basis]),
  },
  {
    name: 'rolling12Issued',
    heading: '12 months: issued',
    kind: 'integer',
    unit: 'plans',
    description: 'Issued in the 12 months that end with this one.',
    source: law,
    of: ({ rolling12 }) => raw(rolling12.issued[basis]),
  },
  {
    name: 'rolling12InTime',
    heading: '12 months: in time',
    kind: 'integer',
    unit: 'plans',
    description: 'Of those, issued within 20 weeks of the request.',
    source: law,
    of: ({ rolling12 }) => raw(rolling12.inTime[basis]),
  },
  {
    name: 'rolling12Percent',
    heading: '12 months: in time',
    kind: 'percent',
    unit: 'per cent',
    description: 'In time as a percentage of issued over the 12 months, half rounded up.',
    of: ({ rolling12 }) => raw(rolling12.percent[basis]),
  },
]
