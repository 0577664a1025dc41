import { defaultPolicy, explainDisclosure, policyOf } from '@send-ledger/disclosure'

const flaws = (given: unknown): readonly string[] => {
  const policy = policyOf(given)
  if (policy._tag === 'Right') return []
  expect(explainDisclosure(policy.left)).toContain(policy.left.flaws[0]?.problem)
  return policy.left.flaws.map(({ at }) => at)
}

test('the default is a policy: counts of 1 to 4 are hidden, zero is shown', () => {
  expect(policyOf(defaultPolicy)).toEqual({ _tag: 'Right', right: defaultPolicy })
  expect(defaultPolicy).toMatchObject({ threshold: 5, zeros: 'shown' })
})

test('each field that does not fit is named', () => {
  expect(flaws({ ...defaultPolicy, threshold: 2 })).toEqual(['threshold'])
  expect(flaws({ ...defaultPolicy, zeros: 'perhaps' })).toEqual(['zeros'])
  expect(flaws({ ...defaultPolicy, protection: 1.5 })).toEqual(['protection'])
  expect(flaws({ ...defaultPolicy, symbol: 'a b' })).toEqual(['symbol'])
  expect(flaws({ ...defaultPolicy, roundingBase: 1 })).toEqual(['roundingBase'])
  expect(flaws(7)).not.toEqual([])
})

test('no more values can be kept possible than there are small counts', () => {
  expect(flaws({ ...defaultPolicy, protection: 4 })).toEqual([])
  expect(flaws({ ...defaultPolicy, protection: 5 })).toEqual(['protection'])
  expect(flaws({ ...defaultPolicy, protection: 5, zeros: 'hidden' })).toEqual([])
})
