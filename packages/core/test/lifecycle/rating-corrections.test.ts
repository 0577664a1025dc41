/**
 * A correction is judged by the scale of the programme, as the ratings would stand after it.
 */
import type { Draft } from '@send-ledger/core'
import type { EventType } from '@send-ledger/core/records'
import { draft, event, idOf } from '../given.js'
import { rulesOf } from './states.js'

const scale = (n: number, programme: string, on: string, ...codes: readonly string[]) => {
  const ratings = codes.map((code, order) => ({
    ...{ code, label: code, meaning: code, order },
    complete: false,
    notStarted: false,
  }))
  return late(n, programme, 'RagScaleAdopted', on, { scaleVersion: '1', ratings })
}
const late = (n: number, stream: string, type: EventType, on: string, data: object) =>
  draft(event(n, stream, type, on, data), '2021-11-30')
const rating = (rag: string) => ({ rag, reason: 'x', assessedBy: 'y' })
const agreed = (programmeId: string) => ({
  ...{ programmeId, number: '1', title: 'x', areaIds: ['1'], workstreamId: 'w', owner: 'o' },
  dueOn: '2021-12-31',
  successCriteria: [],
})
const corrected = (of: number, change: object): Draft =>
  late(9, 'action-1', 'EventCorrected', '2021-11-01', {
    corrects: idOf(of),
    reason: 'r',
    ...change,
  })

/** Green from 1 March, red from 1 May; another programme has red only. */
const given = [
  scale(1, 'programme-1', '2021-03-01', 'green'),
  scale(2, 'programme-1', '2021-05-01', 'red'),
  scale(3, 'programme-2', '2021-01-01', 'red'),
  late(4, 'action-1', 'ActionAgreed', '2021-01-01', agreed('programme-1')),
  late(5, 'action-1', 'ActionRagChanged', '2021-04-01', rating('green')),
]

test.each<[string, Draft, string]>([
  ['a code that the scale has not', corrected(5, { data: rating('pink') }), 'rating-of-scale'],
  ['a date of another scale', corrected(5, { effectiveOn: '2021-06-01' }), 'rating-of-scale'],
  [
    'a date and a code of another scale',
    corrected(5, { effectiveOn: '2021-06-01', data: rating('red') }),
    'ok',
  ],
  ['another reason', corrected(5, { data: { ...rating('green'), reason: 'z' } }), 'ok'],
  [
    'an action of another programme',
    corrected(4, { data: agreed('programme-2') }),
    'rating-of-scale',
  ],
  [
    'an action of a programme that is not on record',
    corrected(4, { data: agreed('programme-3') }),
    'ok',
  ],
  [
    'an action of another title',
    corrected(4, { data: { ...agreed('programme-1'), title: 'z' } }),
    'ok',
  ],
])('as corrected: %s', async (_, correction, rule) => {
  expect(await rulesOf([...given, correction])).toEqual([...given.map(() => 'ok'), rule])
})

test('what a later scale made unfit may have its reason mended', async () => {
  const adopted = scale(6, 'programme-1', '2021-03-15', 'amber')
  const mended = corrected(5, { data: { ...rating('green'), reason: 'z' } })
  expect(new Set(await rulesOf([...given, adopted, mended]))).toEqual(new Set(['ok']))
})
