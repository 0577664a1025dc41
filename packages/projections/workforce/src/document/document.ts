/**
 * What the workforce view says of its answer.
 */
import type { Documented } from '@send-ledger/documents'
import type { Workforce } from '../answer.js'
import { expectedStartsSection } from './expected-starts.js'
import { workforceOverTimeSection } from './over-time.js'
import { workforceHeadlines, workforceSections } from './sections.js'

/** Posts, people and cover, at the date and over time. */
export const workforceDocument: Documented<Workforce>['document'] = (answer, { asAt }) => ({
  headlines: workforceHeadlines(answer),
  sections: [
    ...workforceSections(answer, asAt),
    ...workforceOverTimeSection(answer),
    ...expectedStartsSection(answer),
  ],
})
