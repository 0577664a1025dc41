/**
 * Given, when, then: that it passes where it should, and fails where it should.
 */
import { given, knownOn, ledgerInMemory, recorded, refused } from '@send-ledger/testing'
import { compliance, events } from 'send-ledger'

const { requestReceived, assessmentAgreed, planIssued } = events
const request = requestReceived('case-1', '2021-01-04', {
  requestedBy: 'school',
  startedBy: 'request',
})
const agreed = assessmentAgreed('case-1', '2021-02-12')

test('what is recorded and what is refused', async () => {
  const open = given(request, agreed)
  const record = await open.when(planIssued('case-1', '2021-05-24')).then(recorded())
  expect(record).toMatchObject({ type: 'PlanIssued', recordedAt: '2021-05-24T12:00:00.000Z' })
  const refusal = await open.when(request).then(refused('starts-once'))
  expect(refusal.code).toBe('life-cycle-starts-once')
})

test.each([
  ['recorded, expected refused', given(request).when(agreed).then(refused('starts-once'))],
  ['refused, expected recorded', given(request).when(request).then(recorded())],
  ['refused otherwise', given(request).when(request).then(refused('plan-issued-once'))],
  [
    'another figure',
    given(request)
      .asAt('2021-01-31')
      .expect(compliance, { open: { total: 2 } }),
  ],
  ['no such figure', given(request).asAt('2021-01-31').expect(compliance, { none: 1 })],
  ['a shorter list', given(request).asAt('2021-01-31').expect(compliance, { months: [] })],
])('%s fails', async (_, assertion) => {
  await expect(assertion).rejects.toThrow(/expected|deepStrictEqual|equal/i)
})

test('what was given and is refused is no history', async () => {
  await expect(given(request, request).asAt('2021-01-31').answer(compliance)).rejects.toMatchObject(
    {
      code: 'life-cycle-starts-once',
    },
  )
})

test('both times', async () => {
  const late = given(request, knownOn('2021-06-20', planIssued('case-1', '2021-05-24')))
  const may = '2021-05-31'
  await late.asAt(may).expect(compliance, { open: { total: 0 }, plansMaintained: 1 })
  await late.asAt(may, { knownAt: may }).expect(compliance, { open: { total: 1 } })
  const { basis } = await late.asAt(may, { knownAt: may }).answer(compliance)
  expect(basis.size).toBe(1)
})

test('the clock of a ledger in memory', async () => {
  expect(() => ledgerInMemory('yesterday')).toThrow(RangeError)
  const ledger = ledgerInMemory('2021-01-05')
  await ledger.record(request)
  ledger.setClock('2021-02-12T17:00:00.000Z')
  expect((await ledger.record(agreed)).record.recordedAt).toBe('2021-02-12T17:00:00.000Z')
})
