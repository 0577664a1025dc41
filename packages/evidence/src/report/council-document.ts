/**
 * The report for the council out of the ledger's own views.
 */
import { complianceView } from '@send-ledger/compliance'
import { type Basis, endOfDay, londonDate } from '@send-ledger/core'
import { dateInWords, optionsTaken, optionTexts } from '@send-ledger/core/figures'
import {
  type CouncilDocument,
  decimalText,
  type Fact,
  type Raw,
  type Section,
  type Spoken,
  withCommas,
} from '@send-ledger/documents'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import type { OwnView } from '../pack/answers.js'
import type { Answers } from './answers.js'

/** What the report is called. */
export interface Titled {
  /** For machines, such as `walsall-2021-07-31`. */
  readonly id: string
  /** For people, such as "Walsall SEND improvement programme". */
  readonly title: string
}

/** The sections of a view that stand in a report. */
export const inReports = ({ sections }: Spoken): readonly Section<Raw>[] =>
  sections.filter(({ byItself }) => byItself === undefined)

/** A report of the compliance, WSoA and workforce views. */
export const councilDocument = ({ id, title }: Titled, answers: Answers): CouncilDocument => {
  const { basis, compliance, wsoa, workforce } = answers
  const spoken = [
    complianceView.document(compliance, basis),
    wsoaView.document(wsoa, basis),
    workforceView.document(workforce, basis),
  ]
  return {
    _tag: 'CouncilDocument',
    id,
    title,
    summary: `As at ${dateInWords(basis.asAt)}, counted from ${records(basis)} of the ledger.`,
    origin: basis.origin,
    cover: factsOf(basis),
    verification,
    headlines: spoken.flatMap(({ headlines }) => headlines),
    sections: spoken.flatMap(inReports),
  }
}

const records = ({ size }: Basis): string => `${withCommas(decimalText(size))} records`

/** The basis in words. */
const factsOf = (basis: Basis): readonly Fact[] => [
  { name: 'As at', value: dateInWords(basis.asAt) },
  { name: 'As known at', value: knownAtInWords(basis.knownAt) },
  { name: 'Records', value: records(basis) },
  { name: 'Merkle root', value: `${basis.root} (SHA-256, RFC 6962)` },
  { name: 'Law', value: `rule set ${basis.ruleSet}` },
  ...optionFacts(complianceView, basis.options),
]

/** The options of a view in words, as the view describes them. */
export const optionFacts = (view: OwnView, options: Basis['options']): readonly Fact[] => {
  const texts = optionTexts(view, options)
  return optionsTaken(view).flatMap(({ name, label, form }) =>
    (texts[name] ?? []).map((text) => ({
      name: label,
      value: form.kind === 'choice' ? (form.values[text] ?? text) : text,
    })),
  )
}

/** An instant is told in UTC; the last one of a day in London is the end of that day. */
const knownAtInWords = (knownAt: Basis['knownAt']): string => {
  if (knownAt === null) return 'nothing is recorded yet'
  const date = londonDate(knownAt)
  return knownAt === endOfDay(date) ? `the end of ${dateInWords(date)}` : `${knownAt} (UTC)`
}

const verification = [
  'Get the verification key of the ledger from the council, not from the pack that this report ' +
    'came in.',
  'Run "send-ledger verify PACK --key KEY", where PACK is the folder or zip file. It checks every ' +
    'file, the signature, the records against the Merkle root, and makes the figures again.',
  'To see that nothing was changed since an earlier pack, add "--since EARLIER".',
  'To see why a figure is what it is, look in the folder "lineage" for the records it counts.',
]
