/**
 * What is to be published, told as sums of unknowns: whoever reads it does not know them, and may
 * work them out from the sums.
 */
import type { Unit } from '@send-ledger/core/projection'
import type { Policy } from './policy.js'

/** A count that somebody outside does not know, such as the plans of one month. */
export interface Unknown {
  readonly id: string
  /** What it is in truth: a whole number. */
  readonly value: number
  /** What everybody knows it is at least; null where it may be below zero without end. */
  readonly least: number | null
}

/** An unknown, so many times. */
export interface Term {
  readonly unknown: string
  /** A whole number. */
  readonly times: number
}

/** A sum of unknowns. */
export type Combination = readonly Term[]

/** What every cell says of itself. */
interface Printed {
  /** Its place in the pack, unique there. */
  readonly id: string
  /** How much it is wanted: where one of two cells must be hidden, the one wanted less is. */
  readonly keep: number
}

/** A cell that prints a sum. */
export interface CountCell extends Printed {
  readonly _tag: 'Count'
  readonly of: Combination
  /** Whether it counts people, so that a small one is hidden. */
  readonly personal: boolean
  /** How many units make one person: 1, or 100 for hundredths of FTE. */
  readonly perPerson: number
  /** How it is printed where that is not as a whole number. */
  readonly text?: string
}

/** A cell that prints a quotient of two sums, rounded half away from zero. */
export interface QuotientCell extends Printed {
  readonly _tag: 'Quotient'
  readonly numerator: Combination
  /** Printed as none where this is zero. */
  readonly denominator: Combination
  /** The quotient is `times` / `per` as much: 100 / 1 for a percentage. */
  readonly times: number
  readonly per: number
  readonly decimals: number
}

/** A cell worked out from sums in another way; whoever sees it is taken to know each of them. */
export interface OpaqueCell extends Printed {
  readonly _tag: 'Opaque'
  readonly from: readonly Combination[]
  readonly text: string | number | boolean | null
}

/** A cell that adds up what is above zero of each of some sums, printed in whole ones. */
export interface PositivePartsCell extends Printed {
  readonly _tag: 'PositiveParts'
  readonly parts: readonly Combination[]
  /** How many units make one: 100 for hundredths. */
  readonly perOne: Unit['perOne']
}

/** A cell of a pack. */
export type Cell = CountCell | QuotientCell | OpaqueCell | PositivePartsCell

/** A count of people that is printed nowhere and must not be worked out where it is small. */
export interface Secret {
  readonly id: string
  readonly of: Combination
  /** How many units make one person. */
  readonly perPerson: number
}

/** What everybody knows of a sum, by the definitions alone. Null: no bound. */
export interface Relation {
  readonly name: string
  readonly of: Combination
  readonly least: number | null
  readonly most: number | null
}

/** A pack that is public already. */
export interface EarlierPack {
  readonly name: string
  readonly cells: readonly Cell[]
  /** The ids of those of its cells that it hides. */
  readonly hidden: ReadonlySet<string>
  readonly policy: Policy
}

/** What is to be published, and what is known already. */
export interface Table {
  readonly unknowns: readonly Unknown[]
  readonly cells: readonly Cell[]
  readonly secrets: readonly Secret[]
  readonly relations: readonly Relation[]
  readonly earlier: readonly EarlierPack[]
}
