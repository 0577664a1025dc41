/**
 * The workforce and capacity views, to be asked and printed.
 */
import { capacityView, workforceView } from '@send-ledger/workforce'
import { asking } from './asked.js'
import { capacitySections } from './capacity-sections.js'
import { workforceSections } from './workforce-sections.js'

/** Asks the workforce view of a ledger. */
export const askWorkforce = asking(workforceView, workforceSections)

/** Asks the capacity view of a ledger. */
export const askCapacity = asking(capacityView, capacitySections)
