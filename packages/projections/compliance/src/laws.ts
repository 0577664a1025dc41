/**
 * What is conserved in compliance, whatever is recorded.
 */
import {
  type ConservationLaw,
  earlier,
  measure,
  minus,
  monthBefore,
  monthOf,
  plus,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import type { ComplianceMeasure } from './measures.js'

/** The laws of compliance; each sum is nought for every case. */
export const complianceLaws = (read: Reader<ComplianceMeasure>): readonly ConservationLaw[] => {
  const ended = read.dimensions('ended').map(([kind = '']) => read.at(measure('ended', kind)))
  return [
    {
      name: 'each case that was requested is open, or ended in one way',
      nought: minus(read.at('requests'), plus(read.at('open'), ...ended)),
    },
    {
      name: 'plans maintained are those that started less those that ended',
      nought: minus(read.at('plans'), minus(read.at('planStarted'), read.at('planEnded'))),
    },
    { name: 'twelve months are the rolling year', nought: rollingLessMonths(read) },
    {
      name: 'plans of all cohorts are those of the DfE and those left out',
      nought: minus(
        read.at(measure('issued', 'all', 'all')),
        plus(read.at(measure('issued', 'all', 'dfe')), read.at('leftOut')),
      ),
    },
  ]
}

const rollingLessMonths = (read: Reader<ComplianceMeasure>): Sum => {
  const issued = measure('issued', 'all', 'dfe')
  const last = monthOf(read.asAt)
  const months = Array.from({ length: 12 }, (_, i) => monthBefore(last, i))
  return minus(
    read.between(issued, monthBefore(last, 11).first, read.asAt),
    plus(
      ...months.map((month) => read.between(issued, month.first, earlier(month.last, read.asAt))),
    ),
  )
}
