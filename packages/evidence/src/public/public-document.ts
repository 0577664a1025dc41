/**
 * The report of a pack for the public: the one for the council without what quotes records, its
 * figures decided on one by one.
 */

import type { Policy } from '@send-ledger/disclosure'
import type { CouncilDocument, Raw, Section, Table } from '@send-ledger/documents'
import { type PackParts, packDocument } from '../pack/document.js'
import { shownAnswers } from '../pack/shown-answers.js'
import { publicNotDerivedSection } from '../report/of-records/not-derived-section.js'
import { publicToldSection, type Told } from '../report/of-records/told-section.js'
import { policySection } from './policy-section.js'

/** What is needed beside the parts of every report. */
export interface PublicParts extends Omit<PackParts, 'changes'> {
  readonly policy: Policy
  /** The reports whose figures may be told again. */
  readonly told: readonly Told[]
  readonly notToldAgain: number
  readonly changed: Section<Raw>
}

/** The report before its figures are decided on. */
export const beforeDeciding = (parts: PublicParts): CouncilDocument => {
  const report = packDocument({ ...parts, changes: undefined })
  const of = shownAnswers(parts.answers)
  const replaced = new Map<string, readonly Section<Raw>[]>([
    ['changes-since', [parts.changed, ...publicToldSection(parts.told)]],
    ['not-derived', [publicNotDerivedSection(of)]],
    ['glossary', [policySection(parts.policy, parts.notToldAgain)]],
  ])
  return {
    ...report,
    cover: [...report.cover, { name: 'For', value: 'the public' }],
    verification,
    sections: report.sections.flatMap((section) => [
      ...(replaced.get(section.id) ?? []),
      ...(isForThePublic(section) ? [withoutWords(section)] : []),
    ]),
  }
}

/** Whether a report shows figures of the ledger: the time limits are those of every ledger. */
export const showsFigures = ({ sections: all }: CouncilDocument): boolean =>
  all.some((section) => section.id !== 'glossary' && isForThePublic(section))

/** A section that is not named here is left out, and so is every later one. */
const isForThePublic = ({ id }: Section): boolean =>
  /^programme-\d+(-actions)?$/.test(id) || sections.has(id)

const sections: ReadonlySet<string> = new Set([
  'plans-in-time',
  'decisions-to-assess',
  'under-way',
  'advice',
  'reviews-of-plans',
  'audits-of-plans',
  'impact',
  'feedback-and-answers',
  'risks-open',
  'posts-and-people',
  'workforce-over-time',
  'capacity',
  'glossary',
])

/** Whether the figures of a column of a table count no people. */
export const countsNobody = (table: string, column: string): boolean =>
  ofNobody.some((each) => each.test(`${table} ${column}`))

const ofNobody: readonly RegExp[] = [
  /^programme-\d+-(by-month|by-area|delivery|overdue|rebaselined|without-evidence) /,
  /^(oversight|risks|time-limits|exception-grounds) /,
  // The plan itself says them; what was reached since is not among them.
  /^measures (baseline|target)$/,
]

/** Words that are on record and may be of anybody. */
const withoutWords = (section: Section<Raw>): Section<Raw> => ({
  ...section,
  tables: section.tables
    .filter(({ id }) => !ofWords.has(id))
    .map((table) => (table.id === 'measures' ? withoutColumns(table, ofLatest) : table)),
})

/** Tables of what is on record in words of the council, or of the latest values of measures. */
const ofWords: ReadonlySet<string> = new Set(['feedback-answers', 'risks-by-score', 'milestones'])

/** Whether it is as good as wanted tells of the latest value, which is hidden as in the view. */
const ofLatest: readonly string[] = ['met']

const withoutColumns = (table: Table<Raw>, names: readonly string[]): Table<Raw> => {
  const isKept = table.columns.map(({ name }) => !names.includes(name))
  return {
    ...table,
    columns: table.columns.filter((_, i) => isKept[i]),
    rows: table.rows.map((row) => row.filter((_, i) => isKept[i])),
  }
}

const verification = [
  'Get the verification key of the ledger from the council, not from the pack that this report ' +
    'came in.',
  'Run "send-ledger verify PACK --key KEY", where PACK is the folder or zip file. It checks every ' +
    'file, the signature, the proofs of the records that are shown, and that the tables agree ' +
    'with the views.',
  'To see that nothing was changed since an earlier pack, add "--since EARLIER".',
  'The figures cannot be made again from this pack, for it holds no records. Who may see the ' +
    'records can ask the council for the pack that holds them: it has the same Merkle root.',
]
