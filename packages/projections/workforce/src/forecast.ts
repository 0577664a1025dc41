/**
 * A forecast of the month in which the overdue cases would be cleared: what follows from records
 * and assumptions together, and never itself a record.
 */
import type { ComplianceMeasure } from '@send-ledger/compliance'
import {
  addMonths,
  type Derived,
  measure,
  monthOf,
  type OptionsOf,
  opaque,
  plus,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import { hundredths, type WorkforceMeasure } from './measures.js'

type Read = Reader<ComplianceMeasure | WorkforceMeasure>

/** What is assumed. */
export interface Assumption {
  /** Plans that one full-time equivalent finishes in a month, by role; at most two decimals. */
  readonly plansPerFtePerMonth: Readonly<Record<string, number>>
  /** What someone in induction does of that, 0 to 1, at most two decimals; 1 unless told. */
  readonly inductionFactor?: number | undefined
}

/** How an assumption is given. */
export const assumptionOption: OptionsOf<{ readonly assumption: Assumption }>['assumption'] = {
  label: 'Assumption',
  help: 'what is assumed for a forecast of when the overdue cases are cleared',
  kind: 'group',
  of: {
    plansPerFtePerMonth: {
      label: 'Plans a month from each FTE',
      help: 'assume so many plans a month from each FTE of a role, for a forecast',
      kind: 'numberByName',
      of: 'a role',
      example: 'EHC coordinator=4',
      number: { kind: 'number', least: 0, most: 999_999.99, decimals: 2 },
    },
    inductionFactor: {
      label: 'Factor in induction',
      help: 'assume so much of a worker in induction, 0 to 1',
      kind: 'number',
      least: 0,
      most: 1,
      decimals: 2,
    },
  },
  needs: ['plansPerFtePerMonth'],
}

/** How far one role gets. */
export interface RoleForecast {
  readonly role: string
  /** One decimal. */
  readonly plansPerMonth: Derived
  /** The month by whose end the role has done its part, `YYYY-MM`; null where it never would. */
  readonly clearedIn: Derived
}

/** What would follow from an assumption. */
export interface Forecast {
  readonly label: 'forecast'
  readonly assumptions: readonly string[]
  readonly overdue: Sum
  readonly roles: readonly RoleForecast[]
  /** The month in which the last role named has done its part; null where one never would. */
  readonly clearedIn: Derived
}

/** The forecast that an assumption gives. */
export const forecast = (read: Read, assumption: Assumption): Forecast => {
  const overdue = read.at(measure('overdue', 'all'))
  const named = Object.entries(assumption.plansPerFtePerMonth).sort(([a], [b]) => (a < b ? -1 : 1))
  const roles = named.map(([role, plans]) => roleForecast(read, overdue, assumption, role, plans))
  const months = roles.map(({ clearedIn }) => clearedIn.shown as string | null)
  const last = months.includes(null) ? null : (months.toSorted().at(-1) ?? null)
  return {
    label: 'forecast',
    assumptions: inWords(assumption),
    overdue,
    roles,
    clearedIn: opaque(last, { overdue }),
  }
}

const inWords = ({ plansPerFtePerMonth, inductionFactor = 1 }: Assumption): readonly string[] => [
  ...Object.entries(plansPerFtePerMonth)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, plans]) => `${role}: ${plans} plans a month from each full-time equivalent`),
  `someone in induction does ${inductionFactor} of that`,
  'every plan needs each of these roles',
  'those available stay as they are',
  'overdue cases come first, and no other becomes overdue',
  'work begins with the month after the as-at date',
]

const roleForecast = (
  read: Read,
  overdue: Sum,
  { inductionFactor = 1 }: Assumption,
  role: string,
  plans: number,
): RoleForecast => {
  const available = ofRole(read, 'available', role)
  const inducted = ofRole(read, 'inInductionAvailable', role)
  // Whole numbers throughout: FTE, factor and plans in hundredths make millionths of a plan.
  const fte = available.value * 100 - inducted.value * (100 - hundredths(inductionFactor))
  const rate = BigInt(fte) * BigInt(hundredths(plans))
  const from = { overdue, available, inInduction: inducted }
  return {
    role,
    plansPerMonth: opaque(inTenths(rate), from),
    clearedIn: opaque(clearedIn(read, overdue.value, rate), from),
  }
}

const million = 1_000_000n

/** Millionths as a decimal with one place, halves rounded up. */
const inTenths = (millionths: bigint): string => {
  const tenths = (millionths * 20n + million) / (2n * million)
  return `${tenths / 10n}.${tenths % 10n}`
}

/** Longest that is looked ahead: a forecast beyond 100 years says nothing. Unit: months. */
const furthest = 1200n

const clearedIn = (read: Read, overdue: number, rate: bigint): string | null => {
  if (overdue === 0) return monthOf(read.asAt).id
  if (rate <= 0n) return null
  const months = (BigInt(overdue) * million + rate - 1n) / rate
  return months > furthest ? null : monthOf(addMonths(monthOf(read.asAt).first, Number(months))).id
}

const ofRole = (read: Read, name: 'available' | 'inInductionAvailable', role: string): Sum =>
  plus(
    ...read
      .dimensions(name)
      .filter(([, each]) => each === role)
      .map(([team = '']) => read.at(measure(name, team, role))),
  )
