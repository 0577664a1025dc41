/**
 * The first of some dates, of which each may be unknown.
 */
import type { CivilDate } from '@send-ledger/core'

/** The earliest of the dates that are known; undefined where none is. */
export const first = (...dates: readonly (CivilDate | undefined)[]): CivilDate | undefined => {
  let found: CivilDate | undefined
  for (const date of dates) {
    if (date !== undefined && (found === undefined || date < found)) found = date
  }
  return found
}
