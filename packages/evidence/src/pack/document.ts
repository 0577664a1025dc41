/**
 * The report of a pack: the sections of the views, and those that quote its records.
 */

import { complianceView } from '@send-ledger/compliance'
import { type Answered, figuresKnown, type Law, shown } from '@send-ledger/core'
import type { CouncilDocument, Raw, Section } from '@send-ledger/documents'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import { actionsSections } from '../of-records/actions-section.js'
import { assuranceSection } from '../of-records/assurance-section.js'
import { glossarySection } from '../of-records/glossary-section.js'
import { notDerivedSection, type Underived } from '../of-records/not-derived-section.js'
import { oversightSection } from '../of-records/oversight-section.js'
import { risksSection } from '../of-records/risks-section.js'
import { reportsTold, toldSection } from '../of-records/told-section.js'
import { capacitySection } from '../of-views/capacity-section.js'
import { councilDocument } from '../of-views/council-document.js'
import { reviewSections } from '../of-views/reviews-section.js'
import { workforceOverTimeSection } from '../of-views/workforce-over-time-section.js'
import type { PackAnswers } from './answers.js'
import { packName } from './archive.js'
import type { PackBasis } from './basis.js'
import type { Changes } from './changes.js'
import { changesSection } from './changes-section.js'
import type { RecordLines } from './record-lines.js'

/** What the report of a pack is made from. */
export interface PackParts {
  readonly basis: PackBasis
  readonly law: Law
  readonly records: RecordLines
  readonly answers: PackAnswers
  readonly changes: Changes | undefined
}

/** The report of a pack for the council. */
export const packDocument = (parts: PackParts): CouncilDocument => {
  const { basis, answers } = parts
  const compliance = plain(answers.compliance)
  const wsoa = plain(answers.wsoa)
  const workforce = plain(answers.workforce)
  const report = councilDocument(
    { id: packName(basis), title: basis.title },
    { basis: answers.compliance.basis, compliance, wsoa, workforce },
  )
  const { to, previous } = basis
  return {
    ...report,
    cover: [
      ...(to === null ? [] : [{ name: 'For', value: to }]),
      ...report.cover,
      { name: 'Compared with', value: previous === null ? 'no earlier pack' : earlier(previous) },
      { name: 'Made by', value: `${basis.software.name} ${basis.software.version}` },
    ],
    verification: [...report.verification, withoutSoftware],
    sections: inOrder(report.sections, parts, { compliance, wsoa, workforce }),
  }
}

const withoutSoftware =
  'Without this software, "sha256sum -c manifest-sha256.txt" in the folder of the pack checks every ' +
  'file; the tools of transparency logs read the files in the folder "ledger".'

const plain = <A>({ answer }: Answered<A>) => shown(answer)

const earlier = ({ title, packRoot }: NonNullable<PackBasis['previous']>): string =>
  `${title}, pack root ${packRoot}`

/** The sections of the views, and after each part of them what belongs to it. */
const inOrder = (
  sections: readonly Section<Raw>[],
  { basis: { asAt }, law, records, answers, changes }: PackParts,
  { compliance, wsoa, workforce }: Omit<Underived, 'told'>,
): readonly Section<Raw>[] => {
  const { known } = answers.compliance
  const told = reportsTold(
    records,
    figuresKnown(known.points, [complianceView, wsoaView, workforceView]),
  )
  const isWsoa = ({ id }: Section): boolean => id.startsWith('programme-') || id === 'impact'
  const isWorkforce = ({ id }: Section): boolean => id === 'posts-and-people'
  return [
    ...sections.filter((section) => !isWsoa(section) && !isWorkforce(section)),
    ...reviewSections(compliance),
    ...sections.filter(isWsoa),
    ...actionsSections(answers.wsoa.answer, { records, known, asAt }),
    ...oversightSection(wsoa, records, asAt),
    ...risksSection(wsoa, records, asAt),
    ...sections.filter(isWorkforce),
    ...workforceOverTimeSection(workforce),
    ...capacitySection(plain(answers.capacity)),
    changesSection(changes, asAt),
    ...toldSection(told),
    ...assuranceSection(records),
    notDerivedSection({ compliance, wsoa, workforce, told }),
    glossarySection(law, records, asAt),
  ]
}
