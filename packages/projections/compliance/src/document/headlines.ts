/**
 * The headline figures of the compliance view.
 */
import { monthInWords } from '@send-ledger/core/figures'
import type { Derived } from '@send-ledger/core/projection'
import { at, type Headline, type Status, said } from '@send-ledger/documents'
import type { Compliance } from '../answer.js'

/** Rates in time, and cases under way. */
export const complianceHeadlines = (view: Compliance): readonly Headline[] => {
  const last = view.months.length - 1
  if (last < 0) return []
  const here = (column: string) => at('in-time', last, column)
  return [
    {
      title: `Plans in time, ${monthInWords(view.months[last]?.month ?? '')}`,
      figure: here('percentInTime'),
      text: said`${here('inTime')} of ${here('issued')} final plans within 20 weeks, exceptions left out`,
      ...statusOf(view, 'percentInTime', (month) => month?.percent.excludingExceptions),
    },
    {
      title: 'Plans in time, 12 months',
      figure: here('rolling12Percent'),
      text: said`${here('rolling12InTime')} of ${here('rolling12Issued')} final plans within 20 weeks, exceptions left out`,
      ...statusOf(
        view,
        'rolling12Percent',
        (month) => month?.rolling12.percent.excludingExceptions,
      ),
    },
    {
      title: 'Open beyond 20 weeks',
      figure: at('caseload', 0, 'overdue'),
      text: said`of ${at('caseload', 0, 'open')} assessments under way`,
    },
    {
      title: 'Plans maintained',
      figure: at('caseload', 0, 'plansMaintained'),
      text: said`${here('requests')} requests for an assessment in ${here('month')}`,
    },
  ]
}

type Month = Compliance['months'][number]

/** How a percentage stands against that of the month before; nothing where one is missing. */
const statusOf = (
  { months }: Compliance,
  column: string,
  percent: (month: Month | undefined) => Derived | undefined,
): { readonly status?: Status } => {
  const now = percent(months.at(-1))?.shown
  const before = percent(months.at(-2))?.shown
  const previous = months.at(-2)?.month
  if (typeof now !== 'string' || typeof before !== 'string' || previous === undefined) return {}
  const restsOn = [at('in-time', months.length - 2, column)]
  const than = monthInWords(previous)
  const change = Number(now) - Number(before)
  if (change > 0) return { status: { words: `Up on ${than}`, tone: 'good', restsOn } }
  if (change < 0) return { status: { words: `Down on ${than}`, tone: 'poor', restsOn } }
  return { status: { words: `Same as ${than}`, tone: 'neutral', restsOn } }
}
