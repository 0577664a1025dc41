/**
 * Event types of a council's own: what is declared, what is refused, and what is carried by who
 * does not know them.
 */
import { checkEvent, explain, instant, type LedgerRecord } from '@send-ledger/core'
import { code, eventTypes, isCarried, localType, ourTypes } from '@send-ledger/core/own-events'
import { checkKept, streamRefusal } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'

const declared = {
  name: 'walsall.PanelHeld',
  category: 'case',
  dateMeans: 'the day on which the panel met',
  fields: { outcome: code('agreed', 'deferred') },
} as const

const panelHeld = localType(declared)
const types = eventTypes(panelHeld)

const event = (change: object = {}) => ({
  id: '0190a1b2-0000-7000-8000-000000000001',
  type: 'walsall.PanelHeld',
  version: 1,
  stream: 'case-1',
  effectiveOn: '2021-02-01',
  data: { outcome: 'agreed' },
  ...change,
})

const recordOf = (revision: number, change: object): LedgerRecord =>
  ({
    ...event({ id: `0190a1b2-0000-7000-8000-00000000000${revision}`, ...change }),
    position: revision,
    revision,
    recordedAt: instant('2021-03-01T12:00:00.000Z'),
  }) as unknown as LedgerRecord

test.each([
  ['no namespace', { name: 'PanelHeld' }, 'write a namespace'],
  ['a capital in it', { name: 'Walsall.PanelHeld' }, 'write a namespace'],
  ['two namespaces', { name: 'uk.walsall.PanelHeld' }, 'write a namespace'],
  ['no such category', { category: 'child' }, 'its category must be one of case'],
  ['the ledger’s own category', { category: 'ledger' }, 'not ledger'],
  ['no upcasts', { version: 2 }, 'version 2 needs 1 upcasts'],
])('a declaration with %s is none', (_, change, problem) => {
  expect(() => localType({ ...declared, ...(change as object) })).toThrow(problem)
})

test('two types of one name are none', () => {
  expect(() => eventTypes(panelHeld, localType(declared))).toThrow('two event types are called')
})

test.each([
  ['a code', { data: { outcome: 'agred' } }, 'perhaps agreed is meant'],
  ['a field', { data: { outcome: 'agreed', room: 1 } }, 'data.room: is no field here'],
  ['its stream', { stream: 'action-1' }, 'belongs in a case stream'],
  ['its version', { version: 2 }, 'newer than'],
  ['its name', { type: 'walsall.PanelHelt' }, 'perhaps walsall.PanelHeld is meant'],
])('an event with a wrong %s is refused', (_, change, problem) => {
  const checked = checkEvent(event(change), types)
  expect(E.isLeft(checked) && explain(checked.left)).toContain(problem)
})

test('an event is good by the types that it was checked by, and by no others', () => {
  const checked = checkEvent(event(), types)
  if (E.isLeft(checked)) throw new Error(explain(checked.left))
  expect(checkEvent(checked.right, types)).toEqual(checked)
  expect(E.isLeft(checkEvent(checked.right))).toBe(true)
  const others = eventTypes(localType({ ...declared, fields: { outcome: code('yes') } }))
  expect(E.isLeft(checkEvent(checked.right, others))).toBe(true)
})

test('what is kept of a type that is not known is carried; a name without namespace is damage', () => {
  const carried = event({ data: { whatever: 1 } })
  expect([isCarried(carried, ourTypes), isCarried(carried, types)]).toEqual([true, false])
  expect(E.isRight(checkKept(carried, ourTypes))).toBe(true)
  for (const change of [{ type: 'PanelHeld' }, { data: [] }, { stream: 'child-1' }, { id: 'x' }]) {
    expect(E.isLeft(checkKept({ ...carried, ...change }, ourTypes))).toBe(true)
  }
  expect(E.isLeft(checkKept(carried, types))).toBe(true)
})

test('ahead of its day it is refused by its declaration, and by nobody who does not know that', () => {
  const request = { requestedBy: 'school', startedBy: 'request' }
  const start = recordOf(0, { type: 'RequestReceived', effectiveOn: '2021-01-04', data: request })
  const ahead = recordOf(1, { effectiveOn: '2021-09-01' })
  const refused = streamRefusal([start], ahead, types)
  expect(refused && explain(refused)).toContain('2021-09-01 (the day on which the panel met) lies')
  expect(streamRefusal([start], ahead)).toBeUndefined()
  const announced = eventTypes(localType({ ...declared, announcedAhead: true }))
  expect(streamRefusal([start], ahead, announced)).toBeUndefined()
  // The rules of its category hold for it, known or not.
  expect(streamRefusal([], recordOf(0, {}))).toMatchObject({ rule: 'starts-with' })
  expect(streamRefusal([], recordOf(0, {}), types)).toMatchObject({ rule: 'starts-with' })
})

test('a correction must be whole data of the type that it mends, where that is known', () => {
  const request = { requestedBy: 'school', startedBy: 'request' }
  const start = recordOf(0, { type: 'RequestReceived', effectiveOn: '2021-01-04', data: request })
  const held = recordOf(1, {})
  const data = { corrects: held.id, reason: 'misread', data: { outcome: 'agred' } }
  const mend = recordOf(2, { type: 'EventCorrected', data })
  const refused = streamRefusal([start, held], mend, types)
  expect(refused && explain(refused)).toContain('data.data.outcome')
  expect(streamRefusal([start, held], mend)).toBeUndefined()
})
