import { checkEvent, explain, recorder } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { draft, emptyLedger, event, ledgerOf, noon, outcomes, right } from '../given.js'

const request = (n: number, stream: string, on: string) =>
  event(n, stream, 'RequestReceived', on, { requestedBy: 'school', startedBy: 'request' })

test('a refused event stops none of the others', async () => {
  const ledger = emptyLedger()
  const told = await outcomes(ledger, [
    draft(request(1, 'case-1', '2021-01-04')),
    draft(event(2, 'case-2', 'PlanIssued', '2021-01-05')),
    draft(event(3, 'case-1', 'AssessmentAgreed', '2021-01-06')),
  ])
  expect(told.map((each) => each === 'ok')).toEqual([true, false, true])
  expect(right(await ledger.head()()).size).toBe(2)
})

test('the same event again is a duplicate, and nothing more is kept', async () => {
  const given = [
    draft(request(1, 'case-1', '2021-01-04')),
    draft(event(2, 'case-1', 'AssessmentAgreed', '2021-01-06')),
  ]
  const ledger = await ledgerOf(given)
  expect(await outcomes(ledger, given)).toEqual(['duplicate', 'duplicate'])
  expect(right(await ledger.head()()).size).toBe(2)
})

test('the same event twice in one call is kept once', async () => {
  const given = draft(request(1, 'case-1', '2021-01-04'))
  expect(await outcomes(emptyLedger(), [given, given])).toEqual(['ok', 'duplicate'])
})

test('the same id with other content is refused, in its stream and in another', async () => {
  const ledger = await ledgerOf([draft(request(1, 'case-1', '2021-01-04'))])
  const told = await outcomes(ledger, [
    draft(request(1, 'case-1', '2021-01-05')),
    draft(request(1, 'case-2', '2021-01-05')),
    draft(request(2, 'case-3', '2021-01-06')),
  ])
  expect(told[0]).toContain('stands in the ledger already with other content')
  expect(told[1]).toContain('position 0, case-1')
  expect(told[2]).toBe('ok')
})

test('a kept instant before the last one is refused and not moved', async () => {
  const told = await outcomes(emptyLedger(), [
    draft(request(1, 'case-1', '2021-01-04'), '2021-02-02'),
    draft(request(2, 'case-2', '2021-01-04'), '2021-02-01'),
    draft(request(3, 'case-3', '2021-01-04'), '2021-02-02'),
  ])
  expect(told[1]).toContain('lies before 2021-02-02T12:00:00.000Z')
  expect(told[2]).toBe('ok')
})

test('an event that does not fit the catalogue is refused as such', async () => {
  const broken = { ...request(1, 'case-1', '2021-01-04'), data: { requestedBy: 'nobody' } }
  const [told] = await outcomes(emptyLedger(), [draft(broken as never)])
  const checked = checkEvent(broken)
  expect(E.isLeft(checked) && explain(checked.left)).toBe(told)
})

test('two recorders that write to one stream at once both get through', async () => {
  const ledger = await ledgerOf([draft(request(1, 'case-1', '2021-01-04'))])
  const one = recorder(ledger, { now: () => noon('2021-12-31') })
  const two = recorder(ledger, { now: () => noon('2021-12-31') })
  const mediation = (n: number) => ({
    event: event(n, 'case-1', 'MediationRequested', '2021-03-01', { about: 'contents' }),
  })
  right(await one.record([mediation(2)])())
  right(await two.record([mediation(3)])())
  const outcome = right(await one.record([mediation(4)])())
  expect(outcome).toMatchObject([E.right({ record: { revision: 3 }, duplicate: false })])
})

test('what another writer recorded counts when a life cycle is checked', async () => {
  const ledger = await ledgerOf([draft(request(1, 'case-1', '2021-01-04'))])
  const one = recorder(ledger, { now: () => noon('2021-12-31') })
  const two = recorder(ledger, { now: () => noon('2021-12-31') })
  right(await one.record([{ event: event(2, 'case-1', 'AssessmentAgreed', '2021-02-01') }])())
  right(await two.record([{ event: event(3, 'case-1', 'RequestWithdrawn', '2021-03-01') }])())
  const outcome = right(
    await one.record([{ event: event(4, 'case-1', 'PlanIssued', '2021-04-01') }])(),
  )
  expect(outcome).toMatchObject([E.left({ _tag: 'LifeCycleBroken', rule: 'plan-needs-open-case' })])
})
