/**
 * What one of a measure's units is. A view says it once, where it declares its measures; every sum
 * carries it from there.
 */
import { nameOf } from './measure.js'
import { quotient } from './quotient.js'

/** What a measure counts, and in which parts. */
export interface Unit {
  /** What is counted, in the plural, such as `plans`, `FTE` or `days`. */
  readonly name: string
  /** Whether it counts people, by the head or by their hours: few of them must not be shown. */
  readonly ofPeople: boolean
  /** How many units make one: 100 where hundredths are counted, so that sums are exact. */
  readonly perOne: 1 | 10 | 100 | 1000
}

/** The unit of each measure by its name, whatever its dimensions. */
export type Units<M extends string> = {
  readonly [Name in M extends `${string}\u001f${string}` ? never : M]: Unit
}

/**
 * A count of people, or of what stands for one person each, such as cases or plans.
 *
 * @example
 * import { people } from '@send-ledger/core/projection'
 *
 * assert.deepStrictEqual(people('plans'), { name: 'plans', ofPeople: true, perOne: 1 })
 */
export const people = (name: string): Unit => ({ name, ofPeople: true, perOne: 1 })

/**
 * A count of what is no people, such as actions, posts or days.
 *
 * @example
 * import { things } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(things('actions').ofPeople, false)
 */
export const things = (name: string): Unit => ({ name, ofPeople: false, perOne: 1 })

/**
 * The same counted in hundredths.
 *
 * @example
 * import { inHundredths, people } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(inHundredths(people('FTE')).perOne, 100)
 */
export const inHundredths = (unit: Unit): Unit => ({ ...unit, perOne: 100 })

/** Of a measure that no view declares: it may count people. */
const undeclared = people('subjects')

/** The unit of a measure by its key; a view that declares none counts people by the head. */
export const unitOf = (units: Readonly<Record<string, Unit>>, measure: string): Unit => {
  const name = nameOf(measure)
  return Object.hasOwn(units, name) ? (units[name] as Unit) : undeclared
}

/**
 * The unit of what is added up or taken away: people only where both are. A post less a
 * person is neither.
 *
 * Errors: throws where whole ones are added to hundredths, which would be a mistake of ours.
 */
export const unitOfBoth = (a: Unit, b: Unit): Unit => {
  if (a.perOne !== b.perOne) {
    throw new Error(`${a.name} (${a.perOne}) and ${b.name} (${b.perOne}) make no sum`)
  }
  return {
    name: a.name === b.name ? a.name : `${a.name} and ${b.name}`,
    ofPeople: a.ofPeople && b.ofPeople,
    perOne: a.perOne,
  }
}

/**
 * An amount of a unit in whole ones, as a decimal in shortest form: 1050 hundredths are `10.5`.
 *
 * @example
 * import { inHundredths, inWholes, people } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(inWholes(1050, inHundredths(people('FTE'))), '10.5')
 * assert.strictEqual(inWholes(33, people('plans')), '33')
 */
export const inWholes = (amount: number, { perOne }: Pick<Unit, 'perOne'>): string => {
  if (perOne === 1) return String(amount)
  const digits = quotient(amount, perOne, String(perOne).length - 1) as string
  return digits.replace(/\.?0+$/, '')
}
