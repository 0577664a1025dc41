/**
 * Given, when, then with an event of a council's own, as the example declares it; and the way of
 * such an event by the door of promises into a file and out of it.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { given, ledgerInMemory, recorded, refused } from '@send-ledger/testing'
import { EventsRefused, events, openLedger } from 'send-ledger'
import { panel, panelHeld, panelsView, types } from '../../../examples/10-your-own-event.js'

const { requestReceived, assessmentAgreed, eventCorrected, eventRetracted } = events
const request = requestReceived('case-1', '2021-01-04', {
  requestedBy: 'school',
  startedBy: 'request',
})
const agreed = panel('case-1', '2021-02-01', { outcome: 'agreed' })

test('a rule of one’s own refuses, and what it takes is counted', async () => {
  const open = given(request, agreed).withTypes(types)
  await open.asAt('2021-02-28').expect(panelsView, { agreed: 1 })
  await open.asAt('2021-01-31').expect(panelsView, { agreed: 0 })
  await open.when(assessmentAgreed('case-1', '2021-02-12')).then(recorded())
  const early = panel('case-1', '2021-01-03', { outcome: 'deferred' })
  await open.when(early).then(refused('starts-with'))
  const without = given().withTypes(types).when(agreed)
  await without.then(refused('starts-with'))
})

test('without its declaration it is refused, and says so', async () => {
  await given(request).when(agreed).then(refused('invalid-event'))
})

test('it is kept in a file, read typed, corrected, retracted, and counted anew each time', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'own-')), 'walsall.sqlite')
  const now = () => '2021-05-04T09:12:00.000Z'
  const origin = 'urn:example:walsall'
  const options = { origin, create: true, now, snapshots: false, types }
  const ledger = await openLedger(place, options)
  const keyed = { ...agreed, key: 'panel/1' }
  await ledger.record(request)
  const { record } = await ledger.record(keyed)
  expect(await ledger.record(keyed)).toMatchObject({ duplicate: true })
  expect(panelHeld.of(record)?.data.outcome).toBe('agreed')
  const [first, second] = await ledger.recordsOf('case-1')
  expect([first, second].map((each) => each && panelHeld.of(each)?.effectiveOn)).toEqual([
    undefined,
    '2021-02-01',
  ])
  const count = async () => {
    const { view } = await ledger.ask(panelsView, { asAt: '2021-02-28' })
    return view.agreed
  }
  expect(await count()).toBe(1)
  const mending = { corrects: record.id, reason: 'misread' }
  const wrong = eventCorrected('case-1', '2021-05-01', { ...mending, data: { outcome: 'yes' } })
  await expect(ledger.record(wrong)).rejects.toThrow(EventsRefused)
  const later = eventCorrected('case-1', '2021-05-01', { ...mending, effectiveOn: '2021-03-01' })
  await ledger.record(later)
  expect(await count()).toBe(0)
  await ledger.record(
    eventRetracted('case-1', '2021-05-02', { retracts: record.id, reason: 'of another case' }),
  )
  expect(await count()).toBe(0)
  await ledger.close()
  // Who does not know it reads all records, and counts what is known.
  const ignorant = await openLedger(place, { access: 'read', snapshots: false })
  expect((await ignorant.recordsOf('case-1')).map(({ type }) => type)).toEqual([
    'RequestReceived',
    'walsall.PanelHeld',
    'EventCorrected',
    'EventRetracted',
  ])
  await ignorant.close()
})

test('a view that is watched follows it', async () => {
  const ledger = ledgerInMemory('2021-05-04', types)
  const seen: number[] = []
  await ledger.record(request)
  for await (const { view } of ledger.watch(panelsView, { asAt: '2021-02-28' })) {
    seen.push(view.agreed)
    if (view.agreed === 1) break
    await ledger.record(agreed)
  }
  expect(seen).toEqual([0, 1])
  await ledger.close()
})
