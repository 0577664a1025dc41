/**
 * Why a figure is another, in words.
 */
import type { CauseKind } from '@send-ledger/core/figures'

/** The kinds of causes. */
export const kindsInWords: Readonly<Record<CauseKind, string>> = {
  recordedLate: 'recorded late',
  corrected: 'corrected',
  retracted: 'retracted',
  recordedSince: 'recorded since',
  ruleOrOptionChanged: 'counted otherwise',
}
