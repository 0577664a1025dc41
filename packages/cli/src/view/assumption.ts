/**
 * What is assumed for a forecast of capacity, as given on the command line.
 */
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'

/** The flags of an assumption. */
export interface AssumptionFlags {
  /** Each `role=number`. */
  readonly plansPerFtePerMonth?: readonly string[]
  readonly inductionFactor?: string
}

/** What is assumed. */
export interface Assumption {
  /** Plans a month from each full-time equivalent, by role. */
  readonly plansPerFtePerMonth: Readonly<Record<string, number>>
  /** How much of a full worker one in induction does, 0 to 1. */
  readonly inductionFactor?: number
}

/** The assumption that the flags make; none without them. */
export const assumptionOf = (
  flags: AssumptionFlags,
): Outcome<{ readonly assumption?: Assumption }> => {
  const { plansPerFtePerMonth = [], inductionFactor } = flags
  if (plansPerFtePerMonth.length === 0) {
    return inductionFactor === undefined
      ? E.right({})
      : wrongUse('--induction-factor needs --plans-per-fte-per-month too. Give both, or neither.')
  }
  const plans = new Map<string, number>()
  for (const text of plansPerFtePerMonth) {
    const at = text.lastIndexOf('=')
    const number = numberOf(text.slice(at + 1))
    if (at < 1 || number === undefined) {
      return wrongUse(
        `--plans-per-fte-per-month must be a role and a number, such as "EHC coordinator=4", not "${text}".`,
      )
    }
    plans.set(text.slice(0, at), number)
  }
  const factor = inductionFactor === undefined ? undefined : numberOf(inductionFactor)
  if (inductionFactor !== undefined && (factor === undefined || factor > 1)) {
    return wrongUse(`--induction-factor must be a number from 0 to 1, not "${inductionFactor}".`)
  }
  return E.right({
    assumption: {
      plansPerFtePerMonth: Object.fromEntries(plans),
      ...(factor === undefined ? {} : { inductionFactor: factor }),
    },
  })
}

/** A decimal number from 0, with at most two decimals. */
const numberOf = (text: string): number | undefined =>
  /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined
