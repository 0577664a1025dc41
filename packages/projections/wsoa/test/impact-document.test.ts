/**
 * The table of measures of impact: milestones and projected values beside the latest.
 */
import { civilDate, type LedgerRecord } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { csvText } from '@send-ledger/documents/files'
import { wsoaView } from '@send-ledger/wsoa'

const records = (...told: readonly (readonly [string, string, string, object])[]) =>
  told.map(([stream, type, effectiveOn, data], position) => ({
    id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    type,
    version: 1,
    stream,
    effectiveOn,
    data,
    position,
    revision: told.slice(0, position).filter(([other]) => other === stream).length,
    recordedAt: '2021-12-31T12:00:00.000Z',
  })) as unknown as readonly LedgerRecord[]

const defined = (key: string) =>
  [
    `measure-${key}`,
    'MeasureDefined',
    '2021-01-01',
    {
      programmeId: 'programme-1',
      title: `Waits ${key}`,
      unit: 'weeks',
      better: 'lower',
      target: { value: 20, by: '2021-12-31' },
    },
  ] as const

const recorded = (on: string, value: number, status: string) =>
  ['measure-a', 'MeasureRecorded', on, { value, status }] as const

test('milestones and projected values stand beside the latest, dates and verdicts with them', () => {
  const kept = records(
    defined('a'),
    ['measure-a', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-03-31', value: 30 }],
    ['measure-a', 'MeasureMilestoneSet', '2021-01-01', { by: '2021-06-30', value: 24.5 }],
    recorded('2021-05-31', 28, 'actual'),
    recorded('2021-06-30', 22, 'projected'),
    defined('b'),
  )
  const asAt = civilDate('2021-07-31')
  const { sections } = wsoaView.document(answerOf(kept, wsoaView, { asAt }), { asAt })
  const lines = (sections[0]?.tables ?? []).map((table) => csvText(table).trimEnd().split('\n'))
  expect(lines).toEqual([
    [
      'measure,unit,baseline,target,latest,on,met',
      'Waits a,weeks,[x],20,28,2021-05-31,false',
      'Waits b,weeks,[x],20,[x],[z],[z]',
    ],
    [
      'measure,milestone,milestoneBy,milestoneMet,stale,projected,projectedOn',
      'Waits a,24.5,2021-06-30,true,true,22,2021-06-30',
      'Waits b,[z],[z],[z],false,[z],[z]',
    ],
  ])
})

test('where no milestone was set and nothing projected there is no table of them', () => {
  const asAt = civilDate('2021-07-31')
  const answer = answerOf(records(defined('b')), wsoaView, { asAt })
  expect(wsoaView.document(answer, { asAt }).sections[0]?.tables).toHaveLength(1)
})
