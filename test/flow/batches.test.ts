/**
 * An import records by batches, and an answer goes on from a snapshot by pages: each takes every
 * line and every record once, whatever their number, in every store, also while others write.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  checkEvent,
  civilDate,
  type Ledger,
  type LedgerRecord,
  type NewEvent,
  type Recorder,
  recorder,
  streamId,
} from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { importNdjson, type RecordedTime } from '@send-ledger/interop'
import { snapshotFolder } from '@send-ledger/snapshots'
import { failOnUnhandled } from '../../packages/stores/eventstoredb/test/server/no-unhandled.js'
import { isLong, sampled } from '../kit/long.js'
import { newPath, now, type Opened, right, stores } from './stores.js'

failOnUnhandled()

const sizesAround = (page: number) => [0, 1, page - 1, page, page + 1, 2 * page]

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const requested = { requestedBy: 'school', startedBy: 'request' }
const report = { title: 'A report', to: 'board', asAt: '2020-01-31', figures: [] }

const request = (n: number, stream = `case-${n}`): NewEvent => {
  const event = { id: id(n), type: 'RequestReceived', version: 1, stream }
  return right(checkEvent({ ...event, effectiveOn: '2021-05-04', data: requested }))
}

const closing: Opened['close'][] = []

/** Closed after the test, whatever became of it. */
const kept = async (open: () => Promise<Opened>): Promise<Opened> => {
  const opened = await open()
  closing.push(opened.close)
  return opened
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** All records, however many. */
const all = async (ledger: Ledger): Promise<readonly LedgerRecord[]> =>
  right(await ledger.readAll({ from: 0, limit: 20_000 })())

const added = async (ledger: Ledger, from: number, until: number): Promise<void> => {
  for (let n = from; n < until; n++) {
    const write = {
      stream: streamId(`case-${n}`),
      expected: 'noStream',
      events: [request(n)],
    } as const
    expect(right(await ledger.append([write])()).refused).toBeUndefined()
  }
}

/** Lines that an import records by one call. */
const batch = 1000

/** Few subjects: it is about lines, and a store with a stream for each line takes longer. */
const line = (n: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id: id(n),
    source: 'urn:send-ledger:test',
    type: 'uk.send-ledger.ReportPresented.v1',
    subject: `oversight-${n % 97}`,
    effectivedate: '2021-05-04',
    recordedtime: now(),
    datacontenttype: 'application/json',
    data: { ...report, title: `Report ${n}` },
  })

/** A file in chunks; something is done after each. */
async function* chunksOf(file: string, after: () => Promise<void>) {
  const bytes = Buffer.from(file)
  const size = Math.max(1, Math.ceil(bytes.length / 5))
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size)
    await after()
  }
}

/** How files end. */
const endings = ['\n', '']

const wanted = sizesAround(batch).flatMap((size) =>
  endings.map((ending) => ({ size, ending, recordedTime: 'keep' as RecordedTime })),
)

// In a short run each store meets some sizes, and each size some stores.
const numbered = stores.map(([store, open], i) => [store, open, i] as const)

describe.each(numbered)('in %s', (store, open, i) => {
  const table = [
    ...(store === 'EventStoreDB' ? wanted.filter(({ ending }) => ending !== '\n') : wanted),
    { size: 2 * batch, ending: '\n', recordedTime: 'assign' as const },
  ]

  test('an import takes every line once, by batches, while others record', async () => {
    if (store.endsWith('only')) return
    for (const { size, ending, recordedTime } of sampled(table, 4, i)) {
      const { ledger, writer } = await kept(open)
      const lengths: number[] = []
      const by = recorder(ledger, { now })
      const counting: Recorder = {
        record: (drafts, declare) => {
          lengths.push(drafts.length)
          return by.record(drafts, declare)
        },
      }
      let others = 0
      const after = () => added(writer, 50_000 + others, 50_000 + ++others)
      const file = Array.from({ length: size }, (_, n) => line(n)).join('\n') + (size ? ending : '')
      const importing = () =>
        importNdjson(counting, chunksOf(file, after), {
          name: 'file.ndjson',
          recordedTime,
          onReject: ({ reason }) => {
            throw new Error(reason)
          },
        })()
      const batches = [...Array(Math.floor(size / batch)).fill(batch), size % batch].filter(Boolean)
      expect(right(await importing())).toMatchObject({ accepted: size, duplicates: 0, rejected: 0 })
      expect(lengths).toEqual(batches)
      const { sha256, duplicates, declared } = right(await importing())
      expect({ duplicates, declared }).toEqual({ duplicates: size, declared: false })
      const records = await all(writer)
      const lines = records.filter(({ type }) => type === 'ReportPresented')
      expect(lines.map((each) => each.id)).toEqual(Array.from({ length: size }, (_, n) => id(n)))
      const declarations = records.filter(({ type }) => type === 'ImportDeclared')
      const counts = declarations.map(({ data }) => (data as { count: number }).count)
      expect(counts).toEqual(recordedTime === 'keep' ? batches : [])
      // The last one is of the whole file, also where it ends with a batch, or in mid-line.
      if (counts.length > 0) expect(declarations.at(-1)?.data).toMatchObject({ sha256 })
      expect(records).toHaveLength(size + declarations.length + others)
    }
  }, 120_000)

  // The server of the tests is slow at so many records.
  const isQuick = store !== 'EventStoreDB' || isLong
  const run = isQuick ? test : test.skip

  run(
    'an answer goes on from a snapshot of any number of records before',
    async () => {
      const { ledger, writer } = await kept(open)
      const snapshots = snapshotFolder(newPath())
      const asAt = civilDate('2021-05-04')
      const first = 5000
      await added(writer, 0, 3)
      await filled(writer, 3, first)
      right(await answer({ ...ledger, snapshots }, complianceView, { asAt })())
      const before = await all(writer)
      const mostAtOnce = 3
      let there = first
      for (const by of sampled([0, 1, mostAtOnce], 3, i)) {
        for (const more of sizesAround(mostAtOnce)) {
          const size = Math.max(there, first + more)
          await added(writer, there, size)
          there = size
          const froms: number[] = []
          const growing: Ledger = {
            ...ledger,
            snapshots,
            mostAtOnce,
            readAll: (page) => async () => {
              froms.push(page.from)
              const given = await ledger.readAll(page)()
              // Behind the first page and the last: behind each, it would double with each answer.
              if (page.from > first && page.from + page.limit < size) return given
              await added(writer, there, there + by)
              there += by
              return given
            },
          }
          const { answer: answered, basis } = right(
            await answer(growing, complianceView, { asAt })(),
          )
          expect(basis.size).toBe(size)
          expect(froms).toEqual(froms.map((_, i) => first + mostAtOnce * i))
          expect(froms).toHaveLength(Math.ceil((size - first) / mostAtOnce))
          const since = right(await writer.readAll({ from: first, limit: size - first })())
          const known = [...before, ...since]
          expect(answered).toEqual(answerOf(known, complianceView, { asAt }))
          expect(answered.open.total.value).toBe(3 + size - first)
        }
      }
    },
    120_000,
  )
})

/** Adds reports on one subject, many at once, up to a size. */
const filled = async (ledger: Ledger, from: number, until: number): Promise<void> => {
  const stream = streamId('oversight-1')
  for (let at = from; at < until; ) {
    const count = Math.min(1000, until - at)
    const events = Array.from({ length: count }, (_, i) =>
      right(
        checkEvent({
          id: id(100_000 + at + i),
          type: 'ReportPresented',
          version: 1,
          stream,
          effectiveOn: '2021-05-04',
          data: report,
        }),
      ),
    )
    const expected = at === from ? 'noStream' : at - from - 1
    const appended = right(await ledger.append([{ stream, expected, events }])())
    expect(appended.refused).toBeUndefined()
    at += count
  }
}
