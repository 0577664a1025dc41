/**
 * The first of some dates, of which each may be unknown.
 */
import type { CivilDate } from '@send-ledger/core'
import { earlier } from '@send-ledger/core/projection'

/** The earliest of the dates that are known; undefined where none is. */
export const first = (...dates: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  dates.reduce<CivilDate | undefined>(
    (found, date) => (found && date ? earlier(found, date) : (found ?? date)),
    undefined,
  )
