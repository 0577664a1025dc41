/**
 * Little teams that a clerk can count, and the figures that they give.
 */
import { civilDate, type LedgerRecord, shown } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { workforceView } from '@send-ledger/workforce'

type Told = readonly [stream: string, type: string, on: string, data: object]

const records = (...told: readonly Told[]): readonly LedgerRecord[] =>
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
  })) as never

const asked = (kept: readonly LedgerRecord[], asAt: string) =>
  shown(answerOf(kept, workforceView, { asAt: civilDate(asAt) }))

const terms = { team: 'SEN', role: 'coordinator', fte: 1, contract: 'permanent' }
const started = (worker: string, on: string, more: object = {}): Told => [
  `worker-${worker}`,
  'WorkerStarted',
  on,
  { ...terms, ...more },
]
const left = (worker: string, on: string): Told => [
  `worker-${worker}`,
  'WorkerLeft',
  on,
  { reason: 'resignation' },
]

test('who left on 29 February 2020 did not leave in the 12 months to 28 February 2021', () => {
  const kept = records(
    started('a', '2019-01-01'),
    started('b', '2019-01-01'),
    left('a', '2020-02-29'),
    left('b', '2020-03-01'),
  )
  expect(asked(kept, '2021-02-28').turnover.leaversFte).toBe('1')
  expect(asked(kept, '2021-02-27').turnover.leaversFte).toBe('2')
})

const established = (post: string, team: string, fte = 1): Told => [
  `post-${post}`,
  'PostEstablished',
  '2019-01-01',
  { team, role: 'coordinator', fte },
]

test('a team with more in post than established does not hide the vacancies of another', () => {
  const kept = records(
    established('a', 'SEN'),
    established('b', 'SEN', 0.6),
    established('c', 'EP'),
    started('a', '2019-01-01', { fte: 0.5 }),
    started('b', '2019-01-01', { team: 'EP' }),
    started('c', '2019-01-01', { team: 'EP', fte: 0.4 }),
    started('d', '2019-01-01', { team: 'Panel', fte: 0.2 }),
  )
  const { teams, totals } = asked(kept, '2021-02-28')
  expect(
    teams.map(({ team, vacantFte, overEstablishmentFte }) => [
      team,
      vacantFte,
      overEstablishmentFte,
    ]),
  ).toEqual([
    ['EP', '0', '0.4'],
    ['Panel', '0', '0.2'],
    ['SEN', '1.1', '0'],
  ])
  expect(totals).toEqual({
    establishmentFte: '2.6',
    inPostFte: '2.1',
    vacantFte: '1.1',
    overEstablishmentFte: '0.6',
    coverFte: '0',
  })
})

test('teams and roles whose names look alike stay apart in the totals', () => {
  const kept = records(
    established('a', 'A / B'),
    started('a', '2019-01-01', { team: 'A', role: 'B / coordinator', fte: 0.5 }),
  )
  const { vacantFte, overEstablishmentFte } = asked(kept, '2021-02-28').totals
  expect([vacantFte, overEstablishmentFte]).toEqual(['1', '0.5'])
})
