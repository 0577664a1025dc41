/**
 * Follow a ledger: a view that is told again with each change, for a screen in the council.
 */
// #region follow
import { complianceView } from '@send-ledger/compliance'
import { civilDate, type Ledger, shown } from '@send-ledger/core'
import { view$ } from '@send-ledger/core/live'
import { distinctUntilChanged, map } from 'rxjs'

/** The open assessments and those beyond 20 weeks, whenever one of the two changes. */
export const openCases = (ledger: Ledger, asAt: string) =>
  view$(ledger, complianceView, { asAt: civilDate(asAt) }).pipe(
    map(({ answer }) => shown(answer).open),
    map(({ total, overdue }) => ({ open: total, overdue: overdue.all })),
    distinctUntilChanged((a, b) => a.open === b.open && a.overdue === b.overdue),
  )
// #endregion follow
