import * as E from 'fp-ts/lib/Either.js'
import { checkData } from '../../src/events/check-event.js'
import { eventOf } from '../../src/events/event.js'
import { text } from '../../src/events/fields.js'

const PlanIssued = eventOf('case')(
  'PlanIssued',
  3,
  { setting: text, sentBy: text },
  {
    upcasts: [
      ({ settingKind }) => ({ setting: settingKind }),
      (data) => ({ ...data, sentBy: 'post' }),
    ],
  },
)

test('data of an older schema version is brought up to the present one, step by step', () => {
  expect(checkData(PlanIssued, 1, { settingKind: 'special' })).toEqual(
    E.right({ setting: 'special', sentBy: 'post' }),
  )
  expect(checkData(PlanIssued, 2, { setting: 'special' })).toEqual(
    E.right({ setting: 'special', sentBy: 'post' }),
  )
})

test('data of the present version is taken as it is', () => {
  const data = { setting: 'special', sentBy: 'email' }
  expect(checkData(PlanIssued, 3, data)).toEqual(E.right(data))
})

test('a version without its upcasts does not load', () => {
  expect(() => eventOf('case')('PlanIssued', 2, {})).toThrow('version 2 needs 1 upcasts')
})
