/**
 * How a derived figure follows from its sums, in one sentence with their numbers.
 */
import { type Figure, inWholes, type Sum } from '@send-ledger/core/projection'

/**
 * Such as `100 × 25 / 33, to 1 decimal`; undefined where the figure is a sum, or is worked out in a
 * way that no formula says.
 */
export const formulaInWords = (figure: Figure): string | undefined => {
  if (figure._tag === 'Sum') return undefined
  const { formula } = figure
  switch (formula._tag) {
    case 'Quotient': {
      const { numerator, denominator, decimals } = formula
      const times = formula.times * numerator.unit.perOne
      const per = formula.per * denominator.unit.perOne
      const factor = times % per === 0 ? times / per : `${times} / ${per}`
      const quotient = `${wholes(numerator)} / ${wholes(denominator)}`
      const scaled = factor === 1 ? quotient : `${factor} × ${quotient}`
      return `${scaled}, to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`
    }
    case 'PositiveParts':
      return 'what is above 0 of each sum below, added up'
    default:
      return undefined
  }
}

const wholes = ({ value, unit }: Sum): string => inWholes(value, unit)
