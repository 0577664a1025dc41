/**
 * A closed ledger ends whoever follows it, in every store, wherever the reader stands: it waits
 * for growth, it was just told something, it is reading, or it waits to try again. Nothing stays.
 */
import { complianceView, pathProjection } from '@send-ledger/compliance'
import { checkEvent, civilDate, type Ledger, streamId } from '@send-ledger/core'
import {
  facts$,
  follow,
  followPoints,
  type RetryAfter,
  records$,
  view$,
} from '@send-ledger/core/live'
import { keepTable } from '@send-ledger/read-models'
import type { Observable } from 'rxjs'
import { failOnUnhandled } from '../../packages/stores/eventstoredb/test/server/no-unhandled.js'
import { sampled } from '../kit/long.js'
import { newPath, right, stores } from './stores.js'

failOnUnhandled()

/** Who follows: how patiently, and what it does, for how long, with what it is told. */
interface Follower {
  readonly retryAfter: RetryAfter
  readonly onTold: () => unknown
}

/** Follows until the following ends by itself; a failure fails. */
type Way = (ledger: Ledger, follower: Follower) => Promise<void>

const never = () => new AbortController().signal

const completed = <A>(told: Observable<A>, next: () => unknown): Promise<void> =>
  new Promise((complete, error) => {
    told.subscribe({ next, complete, error })
  })

const asAt = civilDate('2021-05-04')

const ways: readonly (readonly [way: string, follow: Way])[] = [
  [
    'records$',
    (ledger, { retryAfter, onTold }) => completed(records$(ledger, { retryAfter }), onTold),
  ],
  [
    'facts$',
    (ledger, { retryAfter, onTold }) =>
      completed(facts$(ledger, pathProjection, { retryAfter }), onTold),
  ],
  [
    'view$',
    (ledger, { retryAfter, onTold }) =>
      completed(view$(ledger, complianceView, { asAt }, { retryAfter }), onTold),
  ],
  [
    'follow',
    async (ledger, { retryAfter, onTold }) => {
      for await (const page of follow(ledger, { stop: never(), retryAfter })) {
        right(page)
        await onTold()
      }
    },
  ],
  [
    'followPoints',
    async (ledger, { retryAfter, onTold }) => {
      const options = { stop: never(), retryAfter }
      for await (const page of followPoints(ledger, complianceView.projections, options)) {
        right(page)
        await onTold()
      }
    },
  ],
  [
    'keepTable',
    async (ledger, { retryAfter, onTold }) => {
      const options = { path: newPath(), stop: never(), retryAfter, onProgress: onTold }
      const kept = await keepTable(ledger, complianceView, options)()
      expect(kept).toMatchObject({ left: { _tag: 'LedgerClosed' } })
    },
  ],
]

const added = async (writer: Ledger, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) {
    const event = checkEvent({
      id: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
      type: 'RequestReceived',
      version: 1,
      stream: `case-${n}`,
      effectiveOn: '2021-05-04',
      data: { requestedBy: 'school', startedBy: 'request' },
    })
    const stream = streamId(`case-${n}`)
    const write = { stream, expected: 'noStream', events: [right(event)] } as const
    expect(right(await writer.append([write])()).refused).toBeUndefined()
  }
}

/** More than two pages of the tests. */
const records = 5
const mostAtOnce = 2

const away = { _tag: 'LedgerUnavailable', ledger: 'x', doing: 'reading', reason: 'away' } as const

/** What a reader does when the ledger is closed: how it is brought there, and when it is there. */
type Standing = (
  ledger: Ledger,
  there: () => unknown,
) => { readonly ledger: Ledger } & Partial<Follower>

/** A ledger that is closed while its second page is read. */
const readingOf = (ledger: Ledger, there: () => unknown): Ledger => ({
  ...ledger,
  readAll: (page) => () => {
    const reading = ledger.readAll(page)()
    if (page.from === mostAtOnce) there()
    return reading
  },
})

const standings: readonly (readonly [standing: string, Standing])[] = [
  [
    'waits for growth',
    (ledger, there) => ({
      ledger: {
        ...ledger,
        grown: (size, stop) => {
          setTimeout(there, 20)
          return ledger.grown(size, stop)
        },
      },
    }),
  ],
  ['was just told something', (ledger, there) => ({ ledger, onTold: there })],
  [
    'is slow with what it was told',
    (ledger, there) => ({
      ledger,
      onTold: async () => {
        there()
        await new Promise((done) => setTimeout(done, 30))
      },
    }),
  ],
  ['reads its second page', (ledger, there) => ({ ledger: readingOf(ledger, there) })],
  [
    'reads, and never tries again',
    (ledger, there) => ({ ledger: readingOf(ledger, there), retryAfter: () => undefined }),
  ],
  [
    'waits to try again from the start',
    (ledger, there) => ({
      ledger: { ...ledger, readAll: () => async () => ({ _tag: 'Left', left: away }) as const },
      retryAfter: () => {
        setTimeout(there, 20)
        return 60_000
      },
    }),
  ],
  [
    'waits to try its second page again',
    (ledger, there) => ({
      ledger: {
        ...ledger,
        readAll: (page) =>
          page.from === 0 ? ledger.readAll(page) : async () => ({ _tag: 'Left', left: away }),
      },
      retryAfter: () => {
        setTimeout(there, 20)
        return 60_000
      },
    }),
  ],
]

/** What keeps the process alive, in order. */
const keepsAlive = (): readonly string[] => [...process.getActiveResourcesInfo()].sort()

/** Waits a little for the process to be kept alive by no more than before. */
const nothingStays = async (before: readonly string[]): Promise<void> => {
  const more = () => keepsAlive().length > before.length
  for (let i = 0; i < 100 && more(); i++) await new Promise((tick) => setTimeout(tick, 10))
  expect(more() ? keepsAlive() : before).toEqual(before)
}

// In a short run each standing meets some ways in each store, and each way some standings.
const numbered = <A extends readonly unknown[]>(list: readonly A[]) =>
  list.map((each, i) => [...each, i] as const)

describe.each(numbered(stores))('in %s', (_store, open, i) => {
  describe.each(numbered(standings))('who %s', (_standing, standing, j) => {
    test.each(sampled(ways, 3, i + j))(
      'ends %s',
      async (_way, follows) => {
        const before = keepsAlive()
        const { ledger, writer, close } = await open()
        await added(writer, records)
        let closing: Promise<unknown> | undefined
        const { ledger: brought, ...how } = standing(ledger, () => {
          closing ??= ledger.close()()
        })
        const { onTold = () => {}, retryAfter = () => 1 } = how
        await follows({ ...brought, mostAtOnce }, { onTold, retryAfter })
        expect(await closing).toMatchObject({ _tag: 'Right' })
        await close()
        await nothingStays(before)
      },
      10_000,
    )
  })

  test.each<[string, (ledger: Ledger) => Promise<unknown>]>([
    ['head', (ledger) => ledger.head()()],
    ['readAll', (ledger) => ledger.readAll({ from: 0, limit: 10 })()],
    ['readStream', (ledger) => ledger.readStream(streamId('case-1'))()],
    ['rootAt', (ledger) => ledger.rootAt(1)()],
  ])('%s that is under way is answered, or told that it is closed', async (_call, call) => {
    const { ledger, writer, close } = await open()
    await added(writer, records)
    const calling = call(ledger)
    await ledger.close()()
    const answered = (await calling) as { readonly _tag: string }
    if (answered._tag === 'Left') expect(answered).toMatchObject({ left: { _tag: 'LedgerClosed' } })
    await close()
  })
})
