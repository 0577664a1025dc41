/**
 * What is true of the counts that packs for the public hide, from the council's own view.
 */
import { complianceView } from '@send-ledger/compliance'
import { answer, type CivilDate, type Instant, type Ledger, shown } from '@send-ledger/core'
import { right } from '../pack/walsall.js'

/** What is true of each count of a month, as known. */
export const truthOf = async (ledger: Ledger, known: { asAt: CivilDate; knownAt?: Instant }) => {
  const counts = new Map<string, number>()
  for (const cohort of ['dfe', 'all'] as const) {
    const question = { ...known, options: { cohort } }
    const answered = right(await answer(ledger, complianceView, question)())
    for (const row of shown(answered.answer).months) {
      counts.set(`requests ${row.month}`, row.requests)
      counts.set(`decided ${row.month}`, row.decisions.decided)
      counts.set(`decidedInTime ${row.month}`, row.decisions.inTime)
      counts.set(`refusedToAssess ${row.month}`, row.refusedToAssess)
      counts.set(`refusedToIssue ${row.month}`, row.refusedToIssue.total)
      counts.set(`refusedToIssueInTime ${row.month}`, row.refusedToIssue.inTime)
      for (const basis of ['all', 'excludingExceptions'] as const) {
        counts.set(`issued ${basis} ${cohort} ${row.month}`, row.issued[basis])
        counts.set(`inTime ${basis} ${cohort} ${row.month}`, row.inTime[basis])
      }
    }
  }
  return (name: string): number => counts.get(name) as number
}
