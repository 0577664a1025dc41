/**
 * What the WSoA view answers.
 */
import type { ImpactFigures } from './impact-figures.js'
import type { OversightFigures, RiskFigures } from './oversight-figures.js'
import type { ProgrammeFigures } from './programme-figures.js'

/** A reference to something that is not on record by the as-at date; it may yet arrive. */
export interface Dangling {
  /** The stream that refers. */
  readonly from: string
  readonly field: string
  /** The id that it refers to. */
  readonly to: string
}

/** The WSoA figures as at a date. */
export interface Wsoa {
  readonly programmes: readonly ProgrammeFigures[]
  readonly oversight: OversightFigures
  readonly measures: readonly ImpactFigures[]
  readonly risks: RiskFigures
  readonly dangling: readonly Dangling[]
}
