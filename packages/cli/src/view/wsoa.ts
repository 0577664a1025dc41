/**
 * The WSoA view, to be asked and printed.
 */
import { wsoaView } from '@send-ledger/wsoa'
import { asking } from './asked.js'
import { wsoaSections } from './wsoa-sections.js'

/** Asks the WSoA view of a ledger. */
export const askWsoa = asking(wsoaView, wsoaSections)
