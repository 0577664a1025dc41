/**
 * The report of a pack: the sections of the views, and those that quote its records.
 */

import { complianceView } from '@send-ledger/compliance'
import type { Law } from '@send-ledger/core'
import { figuresKnown } from '@send-ledger/core/figures'
import { type CouncilDocument, type Raw, type Section, spokenOf } from '@send-ledger/documents'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import { councilDocument, inReports, optionFacts } from '../report/council-document.js'
import { actionsSections } from '../report/of-records/actions-section.js'
import { assuranceSection } from '../report/of-records/assurance-section.js'
import { glossarySection } from '../report/of-records/glossary-section.js'
import { notDerivedSection } from '../report/of-records/not-derived-section.js'
import { oversightSection } from '../report/of-records/oversight-section.js'
import { risksSection } from '../report/of-records/risks-section.js'
import { reportsTold, toldSection } from '../report/of-records/told-section.js'
import type { PackAnswers } from './answers.js'
import { packName } from './archive.js'
import type { PackBasis } from './basis.js'
import type { Changes } from './changes.js'
import { changesSection } from './changes-section.js'
import type { RecordLines } from './record-lines.js'
import { shownAnswers } from './shown-answers.js'

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
  const report = councilDocument(
    { id: packName(basis), title: basis.title },
    {
      basis: answers.compliance.basis,
      compliance: answers.compliance.answer,
      wsoa: answers.wsoa.answer,
      workforce: answers.workforce.answer,
    },
  )
  const { to, previous } = basis
  return {
    ...report,
    cover: [
      ...(to === null ? [] : [{ name: 'For', value: to }]),
      ...report.cover,
      ...answers.own.flatMap(({ view }) =>
        optionFacts(view, view.defaults).map(({ name, value }) => ({
          name: `${name} (${view.name})`,
          value,
        })),
      ),
      { name: 'Compared with', value: previous === null ? 'no earlier pack' : earlier(previous) },
      { name: 'Made by', value: `${basis.software.name} ${basis.software.version}` },
    ],
    verification: [...report.verification, withoutSoftware],
    sections: inOrder(parts),
  }
}

const withoutSoftware =
  'Without this software, "sha256sum -c manifest-sha256.txt" in the folder of the pack checks every ' +
  'file; the tools of transparency logs read the files in the folder "ledger".'

const earlier = ({ title, packRoot }: NonNullable<PackBasis['previous']>): string =>
  `${title}, pack root ${packRoot}`

/** What each view says, and after it what its records say. */
const inOrder = ({
  basis: { asAt },
  law,
  records,
  answers,
  changes,
}: PackParts): readonly Section<Raw>[] => {
  const { known } = answers.compliance
  const told = reportsTold(
    records,
    figuresKnown(known.points, [complianceView, wsoaView, workforceView]),
  )
  const plain = shownAnswers(answers)
  return [
    ...inReports(complianceView.document(answers.compliance.answer, { asAt })),
    ...inReports(wsoaView.document(answers.wsoa.answer, { asAt })),
    ...actionsSections(answers.wsoa.answer, { records, known, asAt }),
    ...oversightSection(plain.wsoa, records, asAt),
    ...risksSection(plain.wsoa, records, asAt),
    ...inReports(workforceView.document(answers.workforce.answer, { asAt })),
    ...inReports(capacityView.document(answers.capacity.answer, { asAt })),
    ...answers.own.flatMap(({ view, answered: { answer } }) =>
      inReports(spokenOf(view, answer, { asAt })),
    ),
    changesSection(changes, asAt),
    ...toldSection(told),
    ...assuranceSection(records),
    notDerivedSection({ ...plain, told }),
    glossarySection(law, records, asAt),
  ]
}
