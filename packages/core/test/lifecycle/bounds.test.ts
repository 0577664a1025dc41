import { checkEvent, explain, instant, type LedgerRecord } from '@send-ledger/core'
import { streamRefusal } from '@send-ledger/core/proof'

const recordOf = (
  stream: string,
  type: string,
  data: object,
  effectiveOn = '2021-05-04',
): LedgerRecord => {
  const id = '0190a1b2-0000-7000-8000-000000000001'
  const checked = checkEvent({ id, type, version: 1, stream, effectiveOn, data })
  if (checked._tag === 'Left') throw new Error(explain(checked.left))
  const recordedAt = instant('2021-05-04T09:12:00.000Z')
  return { ...checked.right, position: 0, revision: 0, recordedAt }
}

const agreed = {
  programmeId: 'programme-1',
  number: '3.10',
  title: 'Write to families',
  areaIds: ['1'],
  workstreamId: 'ehcp',
  dueOn: '2021-09-30',
  owner: 'Head of SEND',
  successCriteria: [],
}
const defined = {
  programmeId: 'programme-1',
  areaId: '1',
  title: 'Plans in time',
  unit: 'percent',
  better: 'higher',
}

test.each<[string, string, object, string]>([
  ['action-1', 'ActionAgreed', { ...agreed, dueOn: '2100-01-02' }, 'data.dueOn'],
  ['action-1', 'ActionAgreed', { ...agreed, dueOn: '9021-05-04' }, 'data.dueOn'],
  ['action-1', 'ActionAgreed', { ...agreed, dueOn: '1989-12-31' }, 'data.dueOn'],
  ['case-1', 'PlanBroughtForward', { issuedOn: '1066-10-14' }, 'data.issuedOn'],
  [
    'measure-1',
    'MeasureDefined',
    { ...defined, baseline: { value: 1, on: '0001-01-01' } },
    'data.baseline.on',
  ],
  [
    'measure-1',
    'MeasureDefined',
    { ...defined, target: { value: 1, by: '2100-01-02' } },
    'data.target.by',
  ],
])('%s %s: a date out of bounds is named', (stream, type, data, field) => {
  const refused = streamRefusal([], recordOf(stream, type, data))
  expect(refused).toMatchObject({ since: '0.2.0' })
  expect(refused && explain(refused)).toContain(`${field} is `)
})

test.each(['1990-01-01', '2100-01-01'])('%s is within the bounds', (dueOn) => {
  expect(streamRefusal([], recordOf('action-1', 'ActionAgreed', { ...agreed, dueOn }))).toBe(
    undefined,
  )
})

test('what is announced ahead is bounded too', () => {
  const data = { team: 'EHC', role: 'EHC coordinator', fte: 1, funding: 'permanent' }
  const post = (on: string) => recordOf('post-1', 'PostEstablished', data, on)
  expect(streamRefusal([], post('2100-01-02'))).toMatchObject({ rule: 'not-after-2100' })
  expect(streamRefusal([], post('2100-01-01'))).toBe(undefined)
})

test('the number of an action is text', () => {
  const refused = streamRefusal(
    [],
    recordOf('action-1', 'ActionAgreed', { ...agreed, number: 3.1 }),
  )
  expect(refused).toMatchObject({ rule: 'label-is-text' })
  expect(refused && explain(refused)).toContain('data.number is the number 3.1')
})

test('lengths are counted in characters', () => {
  const titled = (title: string) => () => recordOf('action-1', 'ActionAgreed', { ...agreed, title })
  expect(titled('\u{1f333}'.repeat(2000))).not.toThrow()
  expect(titled('\u{1f333}'.repeat(2001))).toThrow(/1 to 2,000 characters/)
})
