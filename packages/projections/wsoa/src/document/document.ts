/**
 * What the WSoA view says of its answer.
 */
import type { Documented } from '@send-ledger/documents'
import type { Wsoa } from '../answer.js'
import { oversightSection } from './oversight.js'
import { wsoaHeadlines, wsoaSections } from './sections.js'

/** A section for each programme with actions, and the measures of impact. */
export const wsoaDocument: Documented<Wsoa>['document'] = (answer, { asAt }) => ({
  headlines: wsoaHeadlines(answer),
  sections: [...wsoaSections(answer, asAt), oversightSection(answer, asAt)],
})
