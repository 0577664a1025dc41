/**
 * Each numbered example does what it says.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answer, civilDate, endOfDay, type Ledger, recorder, shown } from '@send-ledger/core'
import { walsallHistory } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import { embed } from '../01-embed.js'
import { percentKnownOn } from '../02-record-late-and-correct.js'
import { openAsKnownThen } from '../03-replay-as-at-an-inspection.js'
import { draftsView } from '../04-your-own-projection.js'
import { openCases } from '../05-follow-a-ledger.js'
import { compose } from '../07-by-the-fp-ts-door.js'
import { event } from '../small/event.js'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const now = () => endOfDay(civilDate('2021-12-31'))

const emptyLedger = (): Ledger => memoryLedger({ sha256, now })

const walsall = async (): Promise<Ledger> => {
  const ledger = emptyLedger()
  const recorded = await recorder(ledger, { now }).record(walsallHistory())()
  if (recorded._tag === 'Left') throw new Error(recorded.left._tag)
  expect(recorded.right.filter(({ _tag }) => _tag === 'Left')).toEqual([])
  return ledger
}

test('1: a ledger is made, recorded in and asked in 20 lines', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-example-'))
  expect(await embed(join(folder, 'ledger.sqlite'))).toBe('100.0')
})

test('7: and by the fp-ts door', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-example-'))
  expect(await compose(join(folder, 'ledger.sqlite'))).toBe('100.0')
})

test('2: what is recorded late or corrected changes what is known, and nothing before', async () => {
  const percents = await percentKnownOn(emptyLedger(), ['2021-05-31', '2021-06-15', '2021-06-30'])
  expect(percents).toEqual(['100.0', '0.0', null])
})

test('3: one replay answers every inspection date', async () => {
  const open = await openAsKnownThen(await walsall(), ['2019-03-31', '2021-07-31'])
  expect(open[1]).toBe(346)
  expect(open[0]).toBeGreaterThan(300)
})

test('4: a projection of your own is asked at any two dates', async () => {
  const ledger = await walsall()
  const ask = async (asAt: string, knownAt: string): Promise<number> => {
    const question = { asAt: civilDate(asAt), knownAt: endOfDay(civilDate(knownAt)) }
    const asked = await answer(ledger, draftsView, question)()
    if (asked._tag === 'Left') throw new Error(asked.left._tag)
    return shown(asked.right.answer).waiting
  }
  expect(await ask('2021-05-31', '2021-07-31')).toBeGreaterThan(0)
  expect(await ask('2021-05-31', '2019-03-04')).toBe(0)
}, 60_000)

test('5: who follows a ledger is told of each change, and of nothing else', async () => {
  const ledger = emptyLedger()
  const told: unknown[] = []
  const following = openCases(ledger, '2021-06-30').subscribe((each) => told.push(each))
  const record = async (...drafts: Parameters<typeof event>[]): Promise<void> => {
    const { length } = told
    await recorder(ledger, { now }).record(drafts.map((draft) => event(...draft)))()
    for (let i = 0; i < 200 && told.length === length; i++)
      await new Promise((t) => setTimeout(t, 5))
  }
  for (let i = 0; i < 200 && told.length === 0; i++) await new Promise((t) => setTimeout(t, 5))
  const request = { requestedBy: 'school', startedBy: 'request' }
  await record([1, 'case-1', 'RequestReceived', '2021-01-04', request])
  await record([2, 'case-2', 'RequestReceived', '2021-06-04', request])
  await record([3, 'case-1', 'PlanIssued', '2021-06-28'])
  following.unsubscribe()
  expect(told).toEqual([
    { open: 0, overdue: 0 },
    { open: 1, overdue: 1 },
    { open: 2, overdue: 1 },
    { open: 1, overdue: 0 },
  ])
})
