/**
 * Decisions whether to assess, and refusals, month by month.
 */

import type { Sum } from '@send-ledger/core/projection'
import {
  at,
  countColumn,
  type Raw,
  raw,
  type Section,
  said,
  tabulate,
} from '@send-ledger/documents'
import type { Compliance } from '../answer.js'
import { monthColumn } from './timeliness.js'

type Month = Compliance['months'][number]

const column = (
  name: string,
  heading: string,
  [description, source]: readonly [string, string],
  of: (month: Month) => Sum,
) => ({ ...countColumn<Month>(name, heading, description, (month) => raw(of(month))), source })

/** The section of decisions. */
export const decisionsSection = ({ months }: Compliance): Section<Raw> => {
  const here = (name: string) => at('decisions', months.length - 1, name)
  return {
    id: 'decisions-to-assess',
    topic: 'Decisions whether to assess',
    heading: said`${here('decidedInTime')} of ${here('decided')} decisions in ${here('month')} were made within 6 weeks`,
    paragraphs: [],
    charts: [],
    tables: [
      tabulate({ id: 'decisions', caption: 'Decisions whether to assess, and refusals' }, months, [
        monthColumn,
        column(
          'decided',
          'Decided',
          ['Decisions whether to assess, notified in the month.', 'SI 2014/1530 reg 5(1)'],
          ({ decisions }) => decisions.decided,
        ),
        column(
          'decidedInTime',
          'Decided within 6 weeks',
          ['Of those, within 6 weeks of the request.', 'SI 2014/1530 reg 5(1)'],
          ({ decisions }) => decisions.inTime,
        ),
        column(
          'refusedToAssess',
          'Refused to assess',
          ['Decisions not to assess.', 'Children and Families Act 2014 s.36'],
          ({ refusedToAssess }) => refusedToAssess,
        ),
        column(
          'refusedToIssue',
          'Refused a plan',
          ['Decisions, after an assessment, not to issue a plan.', 'SI 2014/1530 reg 10(1)'],
          ({ refusedToIssue }) => refusedToIssue.total,
        ),
        column(
          'refusedToIssueInTime',
          'Refused a plan within 16 weeks',
          ['Of those, within 16 weeks of the request.', 'SI 2014/1530 reg 10(1)'],
          ({ refusedToIssue }) => refusedToIssue.inTime,
        ),
      ]),
    ],
    notes: [],
  }
}
