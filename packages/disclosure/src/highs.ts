/**
 * HiGHS, a solver of integer programmes in WebAssembly. Its types ask for those of a browser, so
 * that nothing which a door lets out may name them.
 */
import highs, { type Highs } from 'highs'
import type { Solver } from './solver.js'

/** Its types describe the CommonJS module otherwise than it is. */
const load = highs as unknown as typeof highs.default

const loaded = new WeakMap<Solver, Highs>()

/** Loads it. */
export const loadHighs = async (): Promise<Solver> => solverOf(await load())

/** The solver that stands for what can solve. */
export const solverOf = (able: Highs): Solver => {
  const solver: Solver = Object.freeze({ name: 'HiGHS' })
  loaded.set(solver, able)
  return solver
}

/** What a solver that was loaded can do. */
export const highsOf = (solver: Solver): Highs => {
  const found = loaded.get(solver)
  if (found === undefined) throw new TypeError('a solver is what loadSolver gives')
  return found
}
