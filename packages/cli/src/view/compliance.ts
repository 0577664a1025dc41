/**
 * The compliance view, to be asked and printed.
 */
import { complianceView } from '@send-ledger/compliance'
import { asking } from './asked.js'
import { complianceSections } from './compliance-sections.js'

/** Asks the compliance view of a ledger. */
export const askCompliance = asking(complianceView, complianceSections)
