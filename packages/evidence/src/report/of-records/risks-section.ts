/**
 * The risks of the programme: how many, of which score, and each open one with its mitigations.
 */
import type { CivilDate } from '@send-ledger/core'
import {
  asAtColumn,
  at,
  countColumn,
  type Raw,
  raw,
  type Section,
  said,
  type Table,
  tabulate,
} from '@send-ledger/documents'
import type { ShownWsoa } from '../answers.js'
import { happenedBy, ofType, type RecordsRead } from './records-read.js'
import { dateColumn, textColumn } from './text-columns.js'

interface OpenRisk {
  readonly title: string
  readonly raisedOn: CivilDate
  readonly likelihood: number
  readonly impact: number
  readonly mitigations: string
}

/** The section; none where no risk was ever raised. */
export const risksSection = (
  { risks }: ShownWsoa,
  records: RecordsRead,
  asAt: CivilDate,
): readonly Section<Raw>[] => {
  if (risks.open + risks.closed === 0) return []
  const open = openRisks(records, asAt)
  return [
    {
      id: 'risks-open',
      topic: 'Risks',
      heading: said`${at('risks', 0, 'risksOpen')} risks are open, ${at('risks', 0, 'risksMitigated')} of them with a mitigation agreed`,
      paragraphs: [],
      charts: [],
      tables: [countsTable(risks, asAt), ...(open.length === 0 ? [] : [openTable(open)])],
      notes: [],
    },
  ]
}

const openRisks = (records: RecordsRead, asAt: CivilDate): readonly OpenRisk[] =>
  records
    .streamsOf('risk')
    .flatMap((stream) => {
      const happened = happenedBy(records, stream, asAt)
      const raised = ofType(happened, 'RiskRaised')[0]
      if (raised === undefined || ofType(happened, 'RiskClosed').length > 0) return []
      const { likelihood, impact } = (ofType(happened, 'RiskReassessed').at(-1) ?? raised).data
      const mitigations = ofType(happened, 'MitigationAgreed')
        .map(({ data }) => `${data.text} (${data.owner})`)
        .join('; ')
      const { title } = raised.data
      return [
        {
          title,
          raisedOn: raised.effectiveOn,
          likelihood,
          impact,
          mitigations: mitigations === '' ? 'none yet' : mitigations,
        },
      ]
    })
    .sort((a, b) => scoreOf(b) - scoreOf(a))

const scoreOf = ({ likelihood, impact }: OpenRisk): number => likelihood * impact

const countsTable = (risks: ShownWsoa['risks'], asAt: CivilDate): Table<Raw> =>
  tabulate(
    { id: 'risks', caption: 'Risks' },
    [{ asAt }],
    [
      asAtColumn,
      countColumn('risksOpen', 'Open', 'Raised and not closed.', () => raw(risks.open)),
      countColumn('risksMitigated', 'Open with a mitigation', 'Of those, with one agreed.', () =>
        raw(risks.mitigated),
      ),
      countColumn('risksClosed', 'Closed', 'Raised and closed.', () => raw(risks.closed)),
    ],
  )

const openTable = (rows: readonly OpenRisk[]): Table<Raw> =>
  tabulate<OpenRisk, Raw>(
    { id: 'risks-by-score', caption: 'Open risks, the highest score first' },
    rows,
    [
      textColumn('risk', 'Risk', 'What may happen.', ({ title }) => title),
      dateColumn(
        'raisedOn',
        'Raised on',
        'The date on which it was raised.',
        (row) => row.raisedOn,
      ),
      countColumn('likelihood', 'Likelihood', 'From 1 to 5, as last assessed.', (row) =>
        raw(row.likelihood),
      ),
      countColumn('impact', 'Impact', 'From 1 to 5, as last assessed.', (row) => raw(row.impact)),
      countColumn('score', 'Score', 'Likelihood times impact.', (row) => raw(scoreOf(row))),
      textColumn(
        'mitigations',
        'Mitigations',
        'What was agreed, and by whom.',
        (row) => row.mitigations,
      ),
    ],
  )
