/**
 * The answers that a report of the ledger's own views is made of, and what they rest on.
 */
import type { Compliance } from '@send-ledger/compliance'
import type { Basis, shown } from '@send-ledger/core'
import type { Workforce } from '@send-ledger/workforce'
import type { Wsoa } from '@send-ledger/wsoa'

/** The compliance view in plain JSON. */
export type ShownCompliance = ReturnType<typeof shown<Compliance>>

/** The WSoA view in plain JSON. */
export type ShownWsoa = ReturnType<typeof shown<Wsoa>>

/** The workforce view in plain JSON. */
export type ShownWorkforce = ReturnType<typeof shown<Workforce>>

/** The answers of a report, all to one question. */
export interface Answers {
  /** The basis of one of them: origin, size, root and dates are those of all. */
  readonly basis: Basis
  readonly compliance: Compliance
  readonly wsoa: Wsoa
  readonly workforce: Workforce
}
