/**
 * The first hour of who embeds a ledger, by the door alone.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  compliance,
  EventsRefused,
  events,
  LedgerError,
  type OpenLedger,
  openLedger,
} from 'send-ledger'

const origin = 'urn:example:walsall'
const place = (): string => join(mkdtempSync(join(tmpdir(), 'door-')), 'walsall.sqlite')

/** A clock that is set by the test. */
let present = '2021-05-04T09:12:00.000Z'
const now = (): string => present

const opened = async (at: string): Promise<OpenLedger> =>
  openLedger(at, { origin, create: true, now, snapshots: false })

const { requestReceived, assessmentAgreed, planIssued, eventCorrected } = events

beforeEach(() => {
  present = '2021-05-04T09:12:00.000Z'
})

const request = (stream = 'case-1042', key?: string) =>
  requestReceived(
    stream,
    '2021-01-04',
    { requestedBy: 'school', startedBy: 'request' },
    key === undefined ? {} : { key },
  )

const settled = async (ledger: OpenLedger): Promise<void> => {
  await ledger.record(request())
  await ledger.record(assessmentAgreed('case-1042', '2021-02-12'))
  present = '2021-05-24T15:00:00.000Z'
  await ledger.record(planIssued('case-1042', '2021-05-24'))
}

test('record, ask, correct, ask as known before and after, and why', async () => {
  const ledger = await opened(place())
  await settled(ledger)
  const before = await ledger.ask(compliance, { asAt: '2021-05-31' })
  expect(before.view.months.at(-1)?.percent.all).toBe('100.0')

  const [, , plan] = await ledger.recordsOf('case-1042')
  present = '2021-06-14T10:00:00.000Z'
  await ledger.record(
    eventCorrected('case-1042', '2021-06-14', {
      corrects: plan?.id as string,
      effectiveOn: '2021-05-26',
      reason: 'The date was that of the draft.',
    }),
  )
  const after = await ledger.ask(compliance, { asAt: '2021-05-31' })
  expect(after.view.months.at(-1)?.percent.all).toBe('0.0')
  const then = await ledger.ask(compliance, { asAt: '2021-05-31', knownAt: '2021-06-13' })
  expect(then.view).toEqual(before.view)

  const why = await before.explain('inTime:2021-05')
  expect(why).toMatchObject({ figure: 'months.inTime.all:2021-05', value: 1 })
  expect(why.parts.figure?.subjects).toMatchObject([{ stream: 'case-1042', count: 1 }])
  expect(why.parts.figure?.subjects[0]?.records.map(({ type }) => type)).toContain('PlanIssued')

  const changed = await after.changesSince(before)
  const inTime = changed.find(({ figure }) => figure === 'months.inTime.all:2021-05')
  expect(inTime).toMatchObject({ was: 1, is: 0 })
  expect(inTime?.causes).toMatchObject([
    { kind: 'corrected', stream: 'case-1042', change: -1, record: { type: 'EventCorrected' } },
  ])
  await ledger.close()
})

test('watch gives an answer at once, and the newest after each change; a close ends it', async () => {
  const ledger = await opened(place())
  const seen: number[] = []
  const watching = (async () => {
    for await (const { view } of ledger.watch(compliance, { asAt: '2021-05-31' })) {
      seen.push(view.open.total)
      if (seen.length === 1) await ledger.record(request())
      if (view.open.total === 1) break
    }
  })()
  await watching
  expect(seen).toEqual([0, 1])

  const records: string[] = []
  const following = (async () => {
    for await (const { type } of ledger.records()) records.push(type)
  })()
  await ledger.record(assessmentAgreed('case-1042', '2021-02-12'))
  while (records.length < 2) await new Promise((resolve) => setTimeout(resolve, 10))
  await ledger.close()
  await following
  expect(records).toEqual(['RequestReceived', 'AssessmentAgreed'])
})

test('a key of the own system makes an event that is recorded once', async () => {
  const at = place()
  const ledger = await opened(at)
  const first = await ledger.record(request('case-1042', 'SEN/2021/004512/REQ'))
  const again = await ledger.record(request('case-1042', 'SEN/2021/004512/REQ'))
  expect([first.duplicate, again.duplicate]).toEqual([false, true])
  expect(again.record).toEqual(first.record)
  await ledger.close()

  const later = await opened(at)
  expect((await later.record(request('case-1042', 'SEN/2021/004512/REQ'))).duplicate).toBe(true)
  await later.close()
})

test('what is asked for before a close is recorded, and after it refused', async () => {
  const at = place()
  const ledger = await opened(at)
  const recording = [ledger.record(request()), ledger.record(request('case-2'))]
  await ledger.close()
  await Promise.all(recording)
  await expect(ledger.record(request('case-3'))).rejects.toMatchObject({ code: 'ledger-closed' })
  const again = await openLedger(at, { now, snapshots: false })
  expect((await again.ask(compliance, { asAt: '2021-05-04' })).view.open.total).toBe(2)
  await again.close()
})

describe('mistakes of a newcomer', () => {
  test('a forgotten await says so', async () => {
    const at = place()
    const opening = openLedger(at, { origin, create: true, now, snapshots: false })
    // @ts-expect-error a promise is no ledger
    expect(() => opening.record).toThrow(/openLedger gives a promise: write await before it/)
    const ledger = await opening
    const asking = ledger.ask(compliance, { asAt: '2021-05-31' })
    // @ts-expect-error a promise is no answer
    expect(() => asking.view).toThrow(/ask gives a promise: write await before it/)
    await asking
    await ledger.close()
  })

  test.each([
    [
      'a Date object as the date of an event',
      (ledger: OpenLedger) =>
        ledger.record({ ...request(), effectiveOn: new Date(0) as unknown as string }),
      'invalid-event',
      /effectiveOn: must be a date.*YYYY-MM-DD, not a Date object/,
    ],
    [
      'a Date object in a question',
      (ledger: OpenLedger) => ledger.ask(compliance, { asAt: new Date(0) as unknown as string }),
      'wrong-argument',
      /asAt is a Date object, and must be a date that there is, written YYYY-MM-DD/,
    ],
    [
      'a field that is misspelt',
      (ledger: OpenLedger) =>
        ledger.record({
          ...request(),
          data: { requestdBy: 'school', startedBy: 'request' } as never,
        }),
      'invalid-event',
      /data\.requestdBy: .*requestedBy is meant/,
    ],
    [
      'a code that is misspelt',
      (ledger: OpenLedger) =>
        ledger.record({
          ...request(),
          data: { requestedBy: 'scool', startedBy: 'request' } as never,
        }),
      'invalid-event',
      /data\.requestedBy: .*not "scool"; perhaps school is meant/,
    ],
    [
      'a type that is misspelt',
      (ledger: OpenLedger) => ledger.record({ ...request(), type: 'RequestRecieved' as never }),
      'invalid-event',
      /type: RequestRecieved is no type of the catalogue; perhaps RequestReceived is meant/,
    ],
    [
      'what comes before its time',
      (ledger: OpenLedger) => ledger.record(planIssued('case-7', '2021-05-03')),
      /^life-cycle-/,
      /PlanIssued of case-7 was refused/,
    ],
    [
      'one key for two events',
      async (ledger: OpenLedger) => {
        await ledger.record(request('case-1', 'KEY-1'))
        return ledger.record(request('case-2', 'KEY-1'))
      },
      'id-reused',
      /Give a new event a new id/,
    ],
    [
      'a figure that is misspelt',
      async (ledger: OpenLedger) => {
        await ledger.record(request())
        const answer = await ledger.ask(compliance, { asAt: '2021-05-31' })
        return answer.explain('isued:2021-05')
      },
      'no-such-figure',
      /issued/,
    ],
    [
      'nothing at all',
      (ledger: OpenLedger) => ledger.record(undefined as never),
      'invalid-event',
      /must be an object/,
    ],
  ])('%s', async (_, act, code, sentence) => {
    const ledger = await opened(place())
    const failed = await act(ledger).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    expect(failed).toBeInstanceOf(LedgerError)
    expect((failed as LedgerError).code).toMatch(code)
    expect((failed as LedgerError).message).toMatch(sentence)
    await ledger.close()
  })

  test('of several events those that are good are recorded, and each other is named', async () => {
    const ledger = await opened(place())
    const failed = await ledger
      .record([request('case-1'), planIssued('case-9', '2021-05-03'), request('case-2')])
      .catch((cause: unknown) => cause)
    expect(failed).toBeInstanceOf(EventsRefused)
    const { refused, recorded } = failed as EventsRefused
    expect(refused).toMatchObject([{ index: 1, event: { stream: 'case-9' } }])
    expect(recorded.map(({ record }) => record.stream)).toEqual(['case-1', 'case-2'])
    await ledger.close()
  })

  test.each([
    ['no origin', { create: true }, /origin/],
    ['another origin', { origin: 'urn:example:dudley' }, /calls itself urn:example:walsall, not/],
    ['making it for reading', { origin, create: true, access: 'read' as const }, /access read/],
  ])('opening with %s', async (_, options, sentence) => {
    const at = place()
    await (await opened(at)).close()
    await expect(openLedger(at, { now, snapshots: false, ...options })).rejects.toThrow(sentence)
  })

  test.each([
    ['no file', 'none.sqlite', 'ledger-unavailable'],
    ['another URL', 'https://user:secret@host/x', 'wrong-argument'],
    ['nothing', '', 'wrong-argument'],
  ])('opening %s', async (_, name, code) => {
    const failed = await openLedger(name && `${name}`).catch((cause: unknown) => cause)
    expect(failed).toMatchObject({ code })
    expect((failed as Error).message).not.toContain('secret')
  })
})
