/**
 * The first hour does what its page says; and tests of one's own, as the page shows them.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// #region own-tests
import { given, knownOn, refused } from '@send-ledger/testing'
import { compliance, events } from 'send-ledger'
// #endregion own-tests
import { firstHour } from '../08-first-hour.js'

test('8: the first hour', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'first-hour-')), 'walsall.sqlite')
  expect(await firstHour(path)).toEqual({
    first: '100.0',
    reasons: [expect.stringMatching(/^life-cycle-plan-issued-once: /)],
    both: ['100.0', '0.0'],
    cases: ['case-1042'],
    causes: [{ kind: 'corrected', stream: 'case-1042', change: -1 }],
    totals: [0, 1],
  })
})

// #region own-tests

const request = events.requestReceived('case-1', '2021-01-04', {
  requestedBy: 'school',
  startedBy: 'request',
})
const plan = events.planIssued('case-1', '2021-05-24')

test('a plan is sent once', async () => {
  const again = given(request, plan).when(events.planIssued('case-1', '2021-06-01'))
  await again.then(refused('plan-issued-once'))
})

test('a plan that was entered in June was not known in May', async () => {
  const late = given(request, knownOn('2021-06-20', plan))
  await late.asAt('2021-05-31').expect(compliance, { open: { total: 0 } })
  const inMay = late.asAt('2021-05-31', { knownAt: '2021-05-31' })
  await inMay.expect(compliance, { open: { total: 1 } })
})
// #endregion own-tests
