/**
 * What the compliance view says of its answer.
 */
import type { Documented } from '@send-ledger/documents'
import type { Compliance } from '../answer.js'
import { cohortClearedSection } from './cohort-cleared.js'
import { complianceHeadlines } from './headlines.js'
import { reviewSections } from './reviews.js'
import { complianceSections } from './sections.js'

/** Plans in time, decisions, cases under way, advice, reviews and audits. */
export const complianceDocument: Documented<Compliance>['document'] = (answer, { asAt }) => ({
  headlines: complianceHeadlines(answer),
  sections: [
    ...complianceSections(answer, asAt),
    ...reviewSections(answer),
    ...cohortClearedSection(answer, asAt),
  ],
})
