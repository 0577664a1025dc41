/**
 * A view apart gives the figures of the view, and shares no measure with another one.
 */
import { complianceView } from '@send-ledger/compliance'
import { ask, civilDate, defaultLaw, Fold, type LedgerRecord, shown } from '@send-ledger/core'
import { lawsOf } from '@send-ledger/core/figures'
import { apart } from '@send-ledger/core/projection'

const asAt = civilDate('2021-07-31')

const records = [
  ['case-1', 'RequestReceived', '2021-01-04', { requestedBy: 'school', startedBy: 'request' }],
  ['case-1', 'AdviceRequested', '2021-02-01', { requestId: 'a', kind: 'health' }],
  ['case-1', 'PlanIssued', '2021-05-04', {}],
  ['case-2', 'RequestReceived', '2021-03-01', { requestedBy: 'parent', startedBy: 'request' }],
].map(([stream, type, effectiveOn, data], position) => ({
  id: `00000000-0000-4000-8000-00000000000${position}`,
  type,
  version: 1,
  stream,
  effectiveOn,
  data,
  position,
  revision: position % 3,
  recordedAt: '2021-12-31T12:00:00.000Z',
})) as unknown as readonly LedgerRecord[]

const folded = (views: readonly (typeof complianceView)[]) => {
  const fold = new Fold(
    views.flatMap(({ projections }) => projections),
    defaultLaw,
  )
  for (const record of records) fold.next(record)
  return { points: fold.points, size: records.length, asAt }
}

const mine = apart({ ...complianceView, name: 'mine' })

test('folded together, both give what each gives by itself', () => {
  const alone = shown(ask(complianceView, folded([complianceView]), complianceView.defaults))
  const together = folded([complianceView, mine])
  expect(alone.open.total).toBe(1)
  for (const view of [complianceView, mine]) {
    const options = { ...view.defaults, openOn: civilDate('2021-03-31') }
    expect(shown(ask(view, together, view.defaults))).toEqual(alone)
    expect(shown(ask(view, together, options)).cohortCleared).toMatchObject({ cases: 2 })
  }
})

test('every measure of its laws is its own', () => {
  const laws = lawsOf(mine, folded([mine]))
  expect(laws.length).toBe(lawsOf(complianceView, folded([complianceView])).length)
  for (const { terms } of laws) {
    for (const { measure } of terms) expect(measure).toMatch(/^mine\//)
  }
})
