/**
 * Dates, instants and sizes that are none are named at once: never an empty answer, never damage.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  ask,
  civilDate,
  defaultLaw,
  endOfDay,
  Fold,
  recorder,
  replay,
  streamId,
} from '@send-ledger/core'
import { follow } from '@send-ledger/core/live'
import { answerOf } from '@send-ledger/core/projection'
import { draftOf, ledgerAt, now, right } from '../ledger/recorder-parts.js'

const noDates = ['2021-02-30', '2021-6-15', '15/06/2021', '', 20210615, null, new Date(0), {}]
const noSizes = [-1, 1.5, Number.NaN, 'all', null]
const asAt = civilDate('2021-07-31')

test.each(noDates)('as at %p is a wrong argument', async (date) => {
  const told = { asAt: date as never }
  const answered = await answer(ledgerAt(), complianceView, told)()
  expect(answered).toMatchObject({ left: { _tag: 'WrongArgument', what: 'asAt' } })
  const { points } = new Fold(complianceView.projections, defaultLaw)
  const asking = () => ask(complianceView, { points, size: 0, ...told }, complianceView.defaults)
  expect(asking).toThrow(RangeError)
  expect(() => endOfDay(date as never)).toThrow(RangeError)
})

test.each([...noDates, '2021-06-15T09:12:00Z'])(
  'known at %p is a wrong argument',
  async (known) => {
    const answered = await answer(ledgerAt(), complianceView, { asAt, knownAt: known as never })()
    expect(answered).toMatchObject({ left: { _tag: 'WrongArgument', what: 'knownAt' } })
  },
)

test('known at a date is known at the end of that day in London', async () => {
  const ledger = ledgerAt()
  const data = { requestedBy: 'school', startedBy: 'request' }
  const drafts = [draftOf(1, streamId('case-1'), 'RequestReceived', data)]
  right(await recorder(ledger, { now }).record(drafts)())
  const sizeAt = async (knownAt: string) =>
    right(await answer(ledger, complianceView, { asAt, knownAt: civilDate(knownAt) })()).basis.size
  expect(await sizeAt('2021-05-03')).toBe(0)
  expect(await sizeAt('2021-05-04')).toBe(1)
})

test.each(noSizes)('a replay up to %p is a wrong argument', async (upTo) => {
  const fold = new Fold(complianceView.projections, defaultLaw)
  const replayed = await replay(ledgerAt(), fold, { upTo: upTo as never })()
  expect(replayed).toMatchObject({ left: { _tag: 'WrongArgument', what: 'upTo' } })
})

test.each(noSizes)('to follow from %p is a wrong argument', async (from) => {
  const stop = new AbortController()
  const pages: unknown[] = []
  for await (const page of follow(ledgerAt(), { from: from as never, stop: stop.signal })) {
    pages.push(page)
  }
  expect(pages).toMatchObject([{ left: { _tag: 'WrongArgument', what: 'from' } }])
})

test.each(['1989-12-31', '2100-01-02', '9021-07-31'])(
  'as at %s, a year mistyped, is a wrong argument',
  async (date) => {
    const answered = await answer(ledgerAt(), complianceView, { asAt: civilDate(date) })()
    expect(answered).toMatchObject({ left: { _tag: 'WrongArgument', what: 'asAt' } })
    expect(() => answerOf([], complianceView, { asAt: civilDate(date) })).toThrow(/asAt is/)
  },
)

test.each([undefined, null, 'compliance', 7])('a question that is %p is named', async (given) => {
  const answered = await answer(ledgerAt(), complianceView, given as never)()
  expect(answered).toMatchObject({ left: { _tag: 'WrongArgument', what: 'question' } })
  expect(() => answerOf([], complianceView, given as never)).toThrow(/^question is/)
})

test.each([undefined, null, 'compliance', {}])('a view that is %p is named', async (given) => {
  const answered = await answer(ledgerAt(), given as never, { asAt })()
  expect(answered).toMatchObject({ left: { _tag: 'WrongArgument', what: 'view' } })
  expect(() => answerOf([], given as never, { asAt })).toThrow(/^view is/)
})
