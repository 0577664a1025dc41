/**
 * The capacity view: demand for assessments and plans against those who are there to meet it.
 */
import { type ComplianceMeasure, caseProjections, complianceUnits } from '@send-ledger/compliance'
import type { View } from '@send-ledger/core'
import {
  type Derived,
  decimal,
  measure,
  monthBefore,
  monthOf,
  plus,
  type Reader,
  rate,
  type Sum,
} from '@send-ledger/core/projection'
import type { Documented } from '@send-ledger/documents'
import type { Capacity } from './capacity-answer.js'
import { capacityDocument } from './document/capacity.js'
import { capacityWords } from './document/capacity-words.js'
import { type Assumption, assumptionOption, forecast } from './forecast.js'
import { type WorkforceMeasure, workforceUnits } from './measures.js'
import { workerProjection } from './worker.js'

/** A measure of the capacity view. */
export type CapacityMeasure = ComplianceMeasure | WorkforceMeasure

/** What may be asked of the capacity view. */
export interface CapacityOptions {
  /** What is assumed for a forecast; without it there is none. */
  readonly assumption?: Assumption | undefined
}

/**
 * The capacity view.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { answerOf } from '@send-ledger/core/projection'
 * import { capacityView } from '@send-ledger/workforce'
 *
 * const { forecast } = answerOf([], capacityView, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(forecast, null)
 */
export const capacityView: View<CapacityMeasure, CapacityOptions, Capacity> & Documented<Capacity> =
  {
    document: capacityDocument,
    words: capacityWords,
    restated: [
      {
        version: 1,
        since: '0.2.0',
        because: 'a conceded appeal, and mediation followed by what was refused, open a case again',
      },
    ],
    name: 'capacity',
    version: 2,
    projections: [...caseProjections, workerProjection],
    usesLaw: true,
    defaults: {},
    units: { ...complianceUnits, ...workforceUnits },
    options: { assumption: assumptionOption },
    identifiedBy: { roles: ['role'], 'forecast.roles': ['role'] },
    answer: (read, { assumption }) => {
      const { asAt } = read
      const open = read.at('open')
      const plans = read.at('plans')
      const requests = read.between('requests', monthBefore(monthOf(asAt), 2).first, asAt)
      return {
        roles: rolesOf(read).map(({ role, available }) => ({
          role,
          availableFte: decimal(available),
          openAssessments: open,
          openPerFte: perFte(open, available),
          requests3Months: requests,
          requestsPerFte: perFte(requests, available),
          plansPerFte: perFte(plans, available),
        })),
        forecast: assumption === undefined ? null : forecast(read, assumption),
      }
    },
  }

/** A count for each full-time equivalent. */
const perFte = (count: Sum, available: Sum): Derived =>
  rate(count, available, { named: { count, available } })

const rolesOf = (
  read: Reader<CapacityMeasure>,
): readonly { readonly role: string; readonly available: Sum }[] => {
  const byRole = new Map<string, Sum[]>()
  for (const [team = '', role = ''] of read.dimensions('available')) {
    byRole.set(role, [...(byRole.get(role) ?? []), read.at(measure('available', team, role))])
  }
  return [...byRole]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, sums]) => ({ role, available: plus(...sums) }))
}
