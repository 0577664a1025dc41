/**
 * What the workforce view answers.
 */
import type { CivilDate } from '@send-ledger/core'
import type { Derived, Sum } from '@send-ledger/core/projection'
import type { Contract } from './measures.js'
import type { Pipeline, TimeToFill } from './recruitment.js'
import type { Turnover } from './turnover.js'

/** The posts and people of a role in a team. Unit: FTE as a decimal in shortest form. */
export interface TeamRow {
  readonly team: string
  readonly role: string
  readonly establishmentFte: Derived
  /** Of permanent and fixed-term workers. */
  readonly inPostFte: Derived
  /** Of everyone who is not absent, cover included. */
  readonly availableFte: Derived
  readonly inInductionFte: Derived
  /** Established less in post, where that is above 0. */
  readonly vacantFte: Derived
  /** In post less established, where that is above 0. */
  readonly overEstablishmentFte: Derived
  /** Of interim, agency and locum workers. */
  readonly coverFte: Derived
  readonly heads: Readonly<Record<Contract, Sum>>
}

/** All teams and roles together. Unit: FTE as a decimal in shortest form. */
export interface Totals {
  readonly establishmentFte: Derived
  readonly inPostFte: Derived
  /** The sum of the vacancies of each team and role: none is set off against over-establishment. */
  readonly vacantFte: Derived
  readonly overEstablishmentFte: Derived
  readonly coverFte: Derived
}

/** What adds up whatever the teams. */
export type Plain = Pick<Totals, 'establishmentFte' | 'inPostFte' | 'coverFte'>

/** The workforce figures as at a date. */
export interface Workforce {
  /** By team, then by role. */
  readonly teams: readonly TeamRow[]
  readonly totals: Totals
  readonly pipeline: Pipeline
  readonly timeToFillDays: TimeToFill
  readonly turnover: Turnover
  /** At the end of each month by the as-at date, from that of the first post or worker. */
  readonly series: readonly (Plain & { readonly on: CivilDate })[]
  /** Workers who refer to a post that is not on record by the as-at date. */
  readonly dangling: readonly {
    readonly from: string
    readonly field: string
    readonly to: string
  }[]
}
