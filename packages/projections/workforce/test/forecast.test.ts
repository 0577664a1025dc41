/**
 * The forecast: labelled, named by its assumptions, and exact.
 */
import { civilDate, type LedgerRecord, shown } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { capacityView } from '@send-ledger/workforce'

const record = (
  stream: string,
  type: string,
  effectiveOn: string,
  data: object,
  position: number,
) =>
  ({
    id: `id-${position}`,
    type,
    version: 1,
    stream,
    effectiveOn,
    data,
    position,
    revision: 0,
  }) as never

const ten = Array.from({ length: 10 }, (_, i) =>
  record(`case-${i}`, 'RequestReceived', '2021-01-04', {}, i),
) as LedgerRecord[]

const worker = record(
  'worker-1',
  'WorkerStarted',
  '2021-01-04',
  { team: 'EHC', role: 'coordinator', fte: 1, contract: 'permanent' },
  10,
) as LedgerRecord

const asked = (plans: number, inductionFactor?: number) =>
  shown(
    answerOf([...ten, worker], capacityView, {
      asAt: civilDate('2021-07-31'),
      options: {
        assumption: {
          plansPerFtePerMonth: { coordinator: plans },
          ...(inductionFactor === undefined ? {} : { inductionFactor }),
        },
      },
    }),
  ).forecast

test('ten overdue cases take one worker at four a month three months', () => {
  expect(asked(4)).toMatchObject({ label: 'forecast', overdue: 10, clearedIn: '2021-10' })
})

test('someone in induction does as much less as is assumed', () => {
  expect(asked(4, 0.5)).toMatchObject({
    clearedIn: '2021-12',
    roles: [{ role: 'coordinator', plansPerMonth: '2.0' }],
  })
})

test('a role that does nothing never clears anything', () => {
  expect(asked(0)?.clearedIn).toBeNull()
  expect(asked(4, 0)?.clearedIn).toBeNull()
})

test('the assumptions are named', () => {
  expect(asked(4)?.assumptions[0]).toBe(
    'coordinator: 4 plans a month from each full-time equivalent',
  )
})
