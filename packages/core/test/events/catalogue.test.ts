import { checkEvent, explain } from '@send-ledger/core'
import { catalogue, type EventType } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { samples } from './samples.js'

const types = Object.keys(catalogue) as EventType[]

const eventOf = (type: EventType, data: unknown, stream?: string): unknown => {
  const { category, version } = catalogue[type]
  return {
    id: '0190a1b2-0000-7000-8000-000000000001',
    type,
    version,
    stream: stream ?? `${category === 'every' ? 'case' : category}-1`,
    effectiveOn: '2021-05-03',
    data,
  }
}

/** The sentence for an event that is refused; the empty text for one that is taken. */
const refusal = (event: unknown): string => {
  const checked = checkEvent(event)
  return E.isLeft(checked) ? explain(checked.left) : ''
}

test('there is a sample of every event type, and of no other', () => {
  expect(Object.keys(samples).sort()).toEqual([...types].sort())
})

test.each(types)('%s with all its fields is taken as it is', (type) => {
  const event = eventOf(type, samples[type])
  expect(checkEvent(event)).toEqual(E.right(event))
})

test.each(types)('%s with a field that is not known is refused', (type) => {
  const event = eventOf(type, { ...(samples[type] as object), resaon: 'typo' })
  expect(refusal(event)).toContain('data.resaon: is no field here')
})

test.each(types)('%s without a field that it needs is refused, and the field named', (type) => {
  const sample = samples[type] as Readonly<Record<string, unknown>>
  for (const key of Object.keys(sample)) {
    const { [key]: _, ...rest } = sample
    const sentence = refusal(eventOf(type, rest))
    expect(sentence === '' || sentence.includes(`data.${key}: is missing`)).toBe(true)
  }
})

test('the name of a codec is the name of its event type', () => {
  for (const type of types) expect(catalogue[type].name).toBe(type)
})

test.each<[EventType, unknown, string]>([
  [
    'RequestReceived',
    { requestedBy: 'scool', startedBy: 'request' },
    'data.requestedBy: must be one of parent, youngPerson, school, health, socialCare, other, not "scool"',
  ],
  [
    'WorkerStarted',
    { team: 'a', role: 'b', fte: 0.125, contract: 'agency' },
    'data.fte: must be a number above 0 with at most 2 decimals, not 0.125',
  ],
  [
    'WorkerStarted',
    { team: 'a', role: 'b', fte: 0, contract: 'agency' },
    'data.fte: must be a number above 0',
  ],
  ['WorkerChanged', {}, 'data: must name at least one thing that changes'],
  [
    'EventCorrected',
    { corrects: '0190a1b2-0000-7000-8000-000000000001', reason: 'x' },
    'data: must give a new effectiveOn, new data or both',
  ],
  [
    'ExceptionApplied',
    { limit: 'finalPlan', ground: 'schoolClosed', adviceId: '1' },
    'data: names adviceId, which belongs to the limit advice only',
  ],
  [
    'RiskRaised',
    { programmeId: 'programme-1', title: 'x', likelihood: 6, impact: 1 },
    'data.likelihood: must be a whole number from 1 to 5, not 6',
  ],
  [
    'MeasureDefined',
    { programmeId: 'action-1', title: 'x', unit: 'percent', better: 'higher' },
    'data.programmeId: must be the id of a programme stream',
  ],
  ['PlanRefused', { reason: ' ' }, 'data.reason: must be text of 1 to 2,000 characters'],
  [
    'PlanRefused',
    { reason: 'x'.repeat(2001) },
    'data.reason: must be text of 1 to 2,000 characters',
  ],
  ['PlanRefused', { reason: 'a\u0000b' }, 'none a control character'],
  ['PlanRefused', { reason: 'a\u001fb' }, 'none a control character'],
  ['PlanRefused', { reason: '\ud800' }, 'data.reason: must be text'],
  [
    'ReportPresented',
    { title: 'x', to: 'board', asAt: '2021-07-31', figures: [{ measure: 'a' }] },
    'data.figures.0.numerator: is missing',
  ],
  ['PlanRefused', [], 'data: must be an object'],
  ['PlanRefused', null, 'data: must be an object'],
])('%s with %j is refused: %s', (type, data, sentence) => {
  expect(refusal(eventOf(type, data))).toContain(sentence)
})

test('every flaw of an event is told, not the first alone', () => {
  const sentence = refusal({ ...(eventOf('RequestReceived', {}) as object), effectiveOn: 'May' })
  expect(sentence).toContain('effectiveOn')
  const both = refusal(eventOf('RequestReceived', { startedBy: 1, x: 2 }))
  expect(both.split('; ')).toHaveLength(3)
})

test('free text is trimmed, and may have lines', () => {
  const checked = checkEvent(eventOf('PlanRefused', { reason: '  one\ntwo ' }))
  expect(checked).toMatchObject(E.right({ data: { reason: 'one\ntwo' } }))
})

test('capitals in an id are read as lower case', () => {
  const event = {
    ...(eventOf('AssessmentAgreed', {}) as object),
    id: '0190A1B2-0000-7000-8000-00000000000A',
  }
  expect(checkEvent(event)).toMatchObject(E.right({ id: '0190a1b2-0000-7000-8000-00000000000a' }))
})

test.each([
  ['an unknown type', { type: 'PlanEaten' }, 'type: PlanEaten is no type of the catalogue'],
  ['a type that is a property of every object', { type: 'toString' }, 'type: toString is no type'],
  ['a newer schema version', { version: 2 }, 'version: 2 is newer than'],
  [
    'a stream of another category',
    { stream: 'worker-1' },
    'stream: AssessmentAgreed belongs in a case stream',
  ],
  ['no stream id', { stream: 'case-' }, 'stream: must be a category'],
  [
    'a date that does not exist',
    { effectiveOn: '2021-02-29' },
    'effectiveOn: must be a date that exists',
  ],
  ['no UUID', { id: '42' }, 'id: must be a UUID'],
  [
    'an unknown field of the envelope',
    { effectiveDate: '2021-05-03' },
    'effectiveDate: is no field',
  ],
  ['an own field __proto__', JSON.parse('{"__proto__":{"a":1}}'), '__proto__: is no field here'],
])('%s is refused', (_, change, sentence) => {
  const event = eventOf('AssessmentAgreed', {}) as object
  const given = Object.fromEntries([...Object.entries(event), ...Object.entries(change)])
  expect(refusal(Object.hasOwn(change, '__proto__') ? withProto(event) : given)).toContain(sentence)
})

const withProto = (event: object): unknown =>
  JSON.parse(JSON.stringify(event).replace('{', '{"__proto__":{"a":1},'))
