/**
 * The findings of one verification: the first of them, and the number of all, for a ledger of a
 * million damaged records must not fill the memory.
 */
import type { LedgerFinding } from './findings.js'

const most = 1000

/** Findings as they come. */
export class Found {
  readonly list: LedgerFinding[] = []
  /** Number of all, those that are not in the list included. */
  count = 0
  /** Positions of records that do not stand for themselves. */
  readonly damaged = new Set<number>()

  add(...findings: readonly LedgerFinding[]): void {
    for (const finding of findings) {
      this.count += 1
      if (this.list.length < most) this.list.push(finding)
    }
  }
}
