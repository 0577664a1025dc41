/**
 * Replay as at an inspection date: one fold of the ledger answers any two dates.
 */
// #region replay
import { complianceView } from '@send-ledger/compliance'
import {
  ask,
  civilDate,
  defaultLaw,
  endOfDay,
  explain,
  Fold,
  type Ledger,
  replay,
  shown,
} from '@send-ledger/core'

/** The open assessments as at each date, as they were known on that very day. */
export const openAsKnownThen = async (ledger: Ledger, dates: readonly string[]) => {
  const replayed = await replay(ledger, new Fold(complianceView.projections, defaultLaw))()
  if (replayed._tag === 'Left') throw new Error(explain(replayed.left))
  const { points } = replayed.right
  const open: number[] = []
  for (const date of dates) {
    const size = await ledger.sizeKnownAt(endOfDay(civilDate(date)))()
    if (size._tag === 'Left') throw new Error(explain(size.left))
    const known = { points, size: size.right, asAt: civilDate(date) }
    open.push(shown(ask(complianceView, known, complianceView.defaults)).open.total)
  }
  return open
}
// #endregion replay
