/**
 * Every reader that pages reads each record once and comes to an end, whatever the number of
 * records, in every store, also where the ledger grows between two pages or at the end of one.
 */
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  checkEvent,
  civilDate,
  defaultLaw,
  Fold,
  type Ledger,
  type NewEvent,
  replay,
  streamId,
} from '@send-ledger/core'
import { follow, followPoints, records$, view$ } from '@send-ledger/core/live'
import { keyTexts, readSignerKey, treeOfLedger } from '@send-ledger/core/proof'
import { recordPages } from '@send-ledger/core/records'
import { buildPack, packSource } from '@send-ledger/evidence'
import { ed25519 } from '@send-ledger/evidence/sign'
import { checkpointOfLedger, verifyLedger } from '@send-ledger/evidence/verify'
import { copyLedger, exportNdjson } from '@send-ledger/interop'
import { keepTable } from '@send-ledger/read-models'
import { memoryLedger } from '@send-ledger/store-memory'
import type { Observable } from 'rxjs'
import { failOnUnhandled } from '../../packages/stores/eventstoredb/test/server/no-unhandled.js'
import { sampled } from '../kit/long.js'
import { newPath, now, origin, right, sha256, stores } from './stores.js'

failOnUnhandled()

const asAt = civilDate('2021-05-04')

const report = { title: 'A report', to: 'board', asAt: '2020-01-31', figures: [] }

const note = (n: number): NewEvent => {
  const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  const event = { id, type: 'ReportPresented', version: 1, stream: `oversight-${n}` }
  return right(checkEvent({ ...event, effectiveOn: '2021-05-04', data: report }))
}

const added = async (ledger: Ledger, from: number, until: number): Promise<void> => {
  if (until <= from) return
  const writes = Array.from({ length: until - from }, (_, i) => {
    const stream = streamId(`oversight-${from + i}`)
    return { stream, expected: 'noStream', events: [note(from + i)] } as const
  })
  expect(right(await ledger.append(writes)()).refused).toBeUndefined()
}

const signer = right(
  readSignerKey(
    sha256,
    ed25519,
    right(
      keyTexts(sha256, ed25519, {
        name: origin,
        use: 'signature',
        privateKey: new Uint8Array(32).fill(9),
      }),
    ).signerKey,
  ),
)

const packed = async (ledger: Ledger): Promise<number> => {
  const source = await packSource(ledger, { knownAt: undefined, now: now() })()
  if (source._tag === 'Left' && source.left._tag === 'NothingRecorded') return 0
  const software = { name: 'send-ledger', version: '0.1.0' }
  const order = { title: 'Pages', asAt, law: defaultLaw, signer, software }
  return right(await buildPack(right(source), order)()).basis.size
}

const size = async (ledger: Ledger): Promise<number> => right(await ledger.head()()).size

const lines = async (ledger: Ledger): Promise<number> => {
  let text = ''
  for await (const piece of exportNdjson(ledger, await size(ledger))) text += right(piece).text
  return text.split('\n').length - 1
}

/** The size that a following comes to, once it has all that there is at least. */
const followed = async (
  pages: AsyncIterable<Parameters<typeof right<{ isCaughtUp: boolean }>>[0]>,
  sizeOf: (page: never) => number,
  least: number,
): Promise<number> => {
  let reached = 0
  for await (const page of pages) {
    reached += sizeOf(right(page) as never)
    if (right(page).isCaughtUp && reached >= least) break
  }
  return reached
}

const observedUntil = <A>(told: Observable<A>, isEnough: (each: A) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const open = told.subscribe({
      next: (each) => {
        if (!isEnough(each)) return
        queueMicrotask(() => open.unsubscribe())
        resolve()
      },
      error: reject,
      complete: () => reject(new Error('it ended')),
    })
  })

const stop = () => new AbortController().signal

/** How many records a reader says it has read, who ends once it has at least so many. */
type Reader = (ledger: Ledger, least: number) => Promise<number>

const readers: readonly (readonly [reader: string, read: Reader])[] = [
  [
    'recordPages',
    async (ledger) => {
      const positions: number[] = []
      for await (const page of recordPages(ledger)) {
        positions.push(...right(page).records.map(({ position }) => position))
      }
      expect(positions).toEqual(positions.map((_, i) => i))
      return positions.length
    },
  ],
  [
    'follow',
    (ledger, least) =>
      followed(
        follow(ledger, { stop: stop() }),
        ({ records }: { records: unknown[] }) => records.length,
        least,
      ),
  ],
  [
    'followPoints',
    async (ledger, least) => {
      let before = 0
      const grownBy = ({ size: now }: { size: number }) => {
        const by = now - before
        before = now
        return by
      }
      const pages = followPoints(ledger, complianceView.projections, { stop: stop() })
      return followed(pages, grownBy, least)
    },
  ],
  [
    'records$',
    async (ledger, least) => {
      let count = 0
      if (least === 0) return 0
      await observedUntil(records$(ledger), () => ++count >= least)
      return count
    },
  ],
  [
    'view$',
    async (ledger, least) => {
      let reached = 0
      await observedUntil(view$(ledger, complianceView, { asAt }), ({ basis }) => {
        reached = basis.size
        return reached >= least
      })
      return reached
    },
  ],
  [
    'keepTable',
    async (ledger, least) => {
      const ending = new AbortController()
      let reached = 0
      const onCaughtUp = (at: number) => {
        reached = at
        if (at >= least) ending.abort()
      }
      const options = { path: newPath(), stop: ending.signal, onCaughtUp }
      right(await keepTable(ledger, complianceView, options)())
      return reached
    },
  ],
  [
    'answer',
    async (ledger) => right(await answer(ledger, complianceView, { asAt })()).known.points.size,
  ],
  [
    'replay',
    async (ledger) => {
      const fold = new Fold(complianceView.projections, defaultLaw)
      return right(await replay(ledger, fold)()).points.size
    },
  ],
  ['export', lines],
  [
    'copy',
    async (ledger) => right(await copyLedger(ledger, memoryLedger({ sha256, now, origin }))()).size,
  ],
  [
    'the tree of its records',
    async (ledger) => right(await treeOfLedger(sha256, ledger, await size(ledger))()).size,
  ],
  [
    'checkpoint',
    async (ledger) => right(await checkpointOfLedger(ledger, await size(ledger))()).size,
  ],
  [
    'verify',
    async (ledger) => {
      const verified = right(await verifyLedger(ledger)())
      expect(verified.findings.filter(({ _tag }) => _tag !== 'NoRecords')).toEqual([])
      return verified.streams
    },
  ],
  ['evidence', packed],
]

/** A page of the tests. */
const mostAtOnce = 3

// In a short run each store meets some readers, and each reader some stores.
const numbered = stores.map(([store, open], i) => [store, open, i] as const)

describe.each(numbered)('in %s', (_store, open, i) => {
  const sizes = [0, 1, mostAtOnce - 1, mostAtOnce, mostAtOnce + 1, 2 * mostAtOnce]

  test.each(sampled(readers, 3, i))('%s reads any number of records', async (_reader, read) => {
    const { ledger, writer, close } = await open()
    let there = 0
    for (const wanted of sizes) {
      await added(writer, there, wanted)
      there = wanted
      expect(await read({ ...ledger, mostAtOnce }, wanted)).toBe(wanted)
    }
    await close()
  })

  test.each(sampled(readers, 3, i + 1))(
    '%s comes to an end while the ledger grows',
    async (_reader, read) => {
      for (const by of [1, mostAtOnce]) {
        const { ledger, writer, close } = await open()
        const first = 2 * mostAtOnce
        const last = first + 2 * mostAtOnce
        await added(writer, 0, first)
        let there = first
        const grow = async () => {
          const until = Math.min(last, there + by)
          await added(writer, there, until)
          there = until
        }
        const growing: Ledger = {
          ...ledger,
          mostAtOnce,
          readAll: (page) => async () => {
            const given = await ledger.readAll(page)()
            await grow()
            return given
          },
        }
        const { audit } = ledger
        const shown = audit && {
          ...audit,
          records: (stretch: Parameters<typeof audit.records>[0]) => async () => {
            const given = await audit.records(stretch)()
            await grow()
            return given
          },
        }
        const reached = await read(shown ? { ...growing, audit: shown } : growing, first)
        expect(reached).toBeGreaterThanOrEqual(first)
        expect(reached).toBeLessThanOrEqual(there)
        await close()
      }
    },
  )
})

test.each([1999, 2000, 2001, 4000])('%i records are caught up with', async (count) => {
  const ledger = memoryLedger({ sha256, now })
  await added(ledger, 0, count)
  const sizes: number[] = []
  let seen = 0
  for await (const page of follow(ledger, { stop: stop() })) {
    seen += right(page).records.length
    if (!right(page).isCaughtUp) continue
    sizes.push(seen)
    break
  }
  expect(sizes).toEqual([count])
})
