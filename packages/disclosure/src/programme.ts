/**
 * Looks for another solution: whole numbers that fit everything published and in which one sum is
 * not as in truth. HiGHS, a solver of integer programmes, looks for the smallest change of the
 * truth that is one.
 *
 * It reckons in floating point, and is trusted only where its mistake would hide a cell too many.
 * What it finds counts once every sum has been added up again in whole numbers; where it finds
 * nothing, nothing is shown.
 */
import type { Highs, Model } from 'highs'
import { exactChangeOf, type Form, type Move } from './form.js'
import { highsOf } from './highs.js'
import type { Solver } from './solver.js'

/** A sum that lies within bounds, told as changes against the truth. */
export interface Known {
  readonly form: Form
  readonly least: number
  readonly most: number
}

/** Another solution, none, or none within the patience. */
export type Found = Move | 'none' | 'gaveUp'

/** What is known of the unknowns of a table in truth. */
export interface Truth {
  readonly values: readonly number[]
  /** What everybody knows that an unknown is at least. */
  readonly leasts: readonly number[]
}

/** It goes by the steps of its search and not by a clock: the same table gives the same. */
const always = {
  output_flag: false,
  random_seed: 0,
  mip_max_nodes: 500,
  mip_max_improving_sols: 1,
}

/**
 * First fractions are allowed, starting from the truth: most answers are whole numbers all the
 * same, and where there is none with fractions there is none.
 */
const efforts = [
  { solve_relaxation: true, presolve: 'off' },
  { solve_relaxation: false, presolve: 'choose' },
] as const

/**
 * What is known, as an integer programme. Each unknown has two columns, by how much it is more than
 * in truth and by how much less, and the sum of both is to be smallest: then a solution changes few
 * unknowns, and little that is published later rules it out.
 */
export class Programme {
  private readonly unknowns: number[] = []
  private readonly places = new Map<number, number>()
  private readonly knownOf = new Map<number, Known[]>()
  private readonly toCome: Known[] = []
  private rows = 0

  private constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly truth: Truth,
  ) {
    model.options.set(always)
  }

  /** Lends what is known of a part of a table to the solver, for as long as it is used. */
  static lent<A>(solver: Solver, truth: Truth, use: (programme: Programme) => A): A {
    const highs = highsOf(solver)
    return highs.withModel((model) => use(new Programme(highs, model, truth)))
  }

  /** This is known from now on. */
  know(known: Known): void {
    this.toCome.push(known)
    for (const unknown of known.form.keys()) {
      const those = this.knownOf.get(unknown) ?? []
      this.knownOf.set(unknown, those)
      those.push(known)
    }
  }

  /** A solution that fits what is known, and this besides. */
  another(wanted: readonly Known[]): Found {
    if (wanted.some((each) => each.form.size === 0 && !fits(each, noChange))) return 'none'
    this.enter(this.toCome.splice(0))
    const kept = this.rows
    this.enter(wanted)
    const found = this.solve(wanted)
    this.model.deleteRows({ kind: 'range', from: kept, to: this.rows - 1 })
    this.rows = kept
    return found
  }

  private solve(wanted: readonly Known[]): Found {
    const { infeasible } = this.highs.constants.modelStatus
    for (const effort of efforts) {
      this.model.options.set(effort)
      this.model.setLogicalBasis()
      if (this.model.run().modelStatus === infeasible) return 'none'
      const move = this.found()
      if (move && this.fits(move, wanted)) return move
    }
    return 'gaveUp'
  }

  /** The solution, rounded; undefined where there is none. */
  private found(): Move | undefined {
    const { feasible } = this.highs.constants.solutionStatus
    if (this.model.info.get('primal_solution_status') !== feasible) return undefined
    const { colValue } = this.model.getSolution()
    const at = (column: number): number => Math.round(colValue[column] as number)
    const changes = this.unknowns.map((unknown, i) => [unknown, at(2 * i) - at(2 * i + 1)] as const)
    return new Map(changes.filter(([, by]) => by !== 0))
  }

  /** Whether a solution fits in whole numbers, however it was found. */
  private fits(move: Move, wanted: readonly Known[]): boolean {
    const touched = new Set([...move.keys()].flatMap((unknown) => this.knownOf.get(unknown) ?? []))
    return (
      [...move].every(([unknown, by]) => by >= this.leastOf(unknown)) &&
      [...touched, ...wanted].every((known) => fits(known, move))
    )
  }

  private leastOf(unknown: number): number {
    return (this.truth.leasts[unknown] as number) - (this.truth.values[unknown] as number)
  }

  private enter(sums: readonly Known[]): void {
    if (sums.length === 0) return
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    this.addColumns(sums)
    for (const { form } of sums) {
      for (const [unknown, times] of form) {
        const place = this.places.get(unknown) as number
        indices.push(2 * place, 2 * place + 1)
        values.push(times, -times)
      }
      starts.push(indices.length)
    }
    const numCols = 2 * this.unknowns.length
    this.model.addRows({
      lower: new Float64Array(sums.map(({ least }) => this.finite(least))),
      upper: new Float64Array(sums.map(({ most }) => this.finite(most))),
      matrix: {
        format: 'csr',
        numRows: sums.length,
        numCols,
        starts: new Int32Array(starts),
        indices: new Int32Array(indices),
        values: new Float64Array(values),
      },
    })
    this.rows += sums.length
  }

  private addColumns(sums: readonly Known[]): void {
    const first = this.unknowns.length
    for (const unknown of sums.flatMap(({ form }) => [...form.keys()])) {
      if (this.places.has(unknown)) continue
      this.places.set(unknown, this.unknowns.length)
      this.unknowns.push(unknown)
    }
    const added = this.unknowns.slice(first)
    if (added.length === 0) return
    const upper = added.flatMap((unknown) => [Infinity, -this.leastOf(unknown)])
    const all = { kind: 'range', from: 2 * first, to: 2 * this.unknowns.length - 1 } as const
    const { integer } = this.highs.constants.variableType
    this.model.addVars(
      new Float64Array(upper.length),
      new Float64Array(upper.map((each) => this.finite(each))),
    )
    this.model.changeColsCost(all, new Float64Array(upper.length).fill(1))
    this.model.changeColsIntegrality(all, new Int32Array(upper.length).fill(integer))
  }

  private finite(bound: number): number {
    const { infinity } = this.highs
    return Math.min(Math.max(bound, -infinity), infinity)
  }
}

const noChange: Move = new Map()

/** Whether a solution keeps a sum within its bounds. */
export const fits = ({ form, least, most }: Known, move: Move): boolean => {
  const change = exactChangeOf(form, move)
  return change !== undefined && change >= least && change <= most
}

/** The same as a function. */
export const withProgramme = Programme.lent
