/**
 * How a cell is printed where it is shown, for any values of the unknowns.
 */
import { inWholes, quotient } from '@send-ledger/core/projection'
import { hiddenRange, type Policy, rounded } from './policy.js'
import { type PublishedFigure, shownCount, shownText } from './published.js'
import type { Cell, Combination, CountCell } from './table.js'

/** The value of an unknown. */
export type Values = (unknown: string) => number

/** What a sum comes to. */
export const total = (combination: Combination, values: Values): number =>
  combination.reduce((sum, { unknown, times }) => sum + times * values(unknown), 0)

/** A cell as it is shown. */
export const printed = (cell: Cell, values: Values, policy: Policy): PublishedFigure => {
  switch (cell._tag) {
    case 'Count':
      return cell.text === undefined
        ? shownCount(printedCount(cell, total(cell.of, values), policy))
        : shownText(cell.text)
    case 'Quotient': {
      const [n, d] = [total(cell.numerator, values), total(cell.denominator, values)]
      return shownText(quotient(n * cell.times, d * cell.per, cell.decimals))
    }
    case 'Opaque':
      return shownText(cell.text)
    case 'PositiveParts': {
      const above = cell.parts.map((part) => Math.max(total(part, values), 0))
      const value = above.reduce((sum, each) => sum + each, 0)
      return shownText(inWholes(value, cell))
    }
  }
}

const printedCount = ({ personal }: CountCell, count: number, policy: Policy): number =>
  personal && policy.roundingBase !== undefined ? rounded(count, policy.roundingBase) : count

/** Whether a count of people is hidden for its own sake. */
export const isSmall = (count: number, perPerson: number, policy: Policy): boolean => {
  const [least, most] = hiddenRange(policy)
  return Math.abs(count) >= least && Math.abs(count) < (most + 1) * perPerson
}
