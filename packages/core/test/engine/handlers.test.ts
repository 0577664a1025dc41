/**
 * A new event type forces a decision of each projection of its category: the compiler holds it.
 */
import type { Handlers } from '@send-ledger/core/projection'

interface Facts {
  level?: number
}

type Kept = 'RiskReassessed' | 'MitigationAgreed'

test('a type that is neither handled nor listed as ignored does not compile', () => {
  // @ts-expect-error: RiskClosed is forgotten
  const forgetful: Handlers<Facts, 'risk', Kept> = { RiskRaised: () => {} }
  const whole: Handlers<Facts, 'risk', Kept> = { RiskRaised: () => {}, RiskClosed: () => {} }
  expect(Object.keys(whole)).not.toEqual(Object.keys(forgetful))
})

test('a type that is ignored has no handler, and only types of the category are listed', () => {
  const both: Handlers<Facts, 'risk', Kept> = {
    RiskRaised: () => {},
    RiskClosed: () => {},
    // @ts-expect-error: it is ignored
    RiskReassessed: () => {},
  }
  // @ts-expect-error: of another category
  const strange: Handlers<Facts, 'risk', 'PlanIssued'> | undefined = undefined
  expect([Object.keys(both).length, strange]).toEqual([3, undefined])
})
