/**
 * The solver that disclosure control asks, as its users see it: loaded once and handed in.
 */
import { loadHighs } from './highs.js'

/** HiGHS, loaded by `loadSolver`. */
export interface Solver {
  readonly name: 'HiGHS'
}

let loading: Promise<Solver> | undefined

/** Loads the solver, once in a process: it takes about a third of a second. */
export const loadSolver = (): Promise<Solver> => {
  loading ??= loadHighs()
  return loading
}
