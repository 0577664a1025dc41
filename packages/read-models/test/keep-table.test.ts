/**
 * A table of points gives every figure of its view, whenever it is looked at, whatever stopped.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { complianceView } from '@send-ledger/compliance'
import {
  civilDate,
  type Draft,
  defaultLaw,
  endOfDay,
  Fold,
  type Ledger,
  type NewEvent,
  recorder,
  replay,
  streamId,
} from '@send-ledger/core'
import type { EventType } from '@send-ledger/core/records'
import { keepTable, type PointsOf, type TableOptions } from '@send-ledger/read-models'
import { memoryLedger } from '@send-ledger/store-memory'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const now = () => endOfDay(civilDate('2023-12-31'))
const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'send-ledger-tables-')), 'bi.sqlite')

const right = <A>(either: { _tag: 'Left'; left: unknown } | { _tag: 'Right'; right: A }): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

const draft = (
  n: number,
  stream: string,
  type: EventType,
  on: string,
  data: object = {},
): Draft => {
  const event = { id: id(n), type, version: 1, stream: streamId(stream), effectiveOn: on, data }
  return { event: event as unknown as NewEvent }
}

/** Cases from the one of a number on: requested, agreed, issued, some of them corrected. */
const cases = (from: number, count: number): readonly Draft[] =>
  Array.from({ length: count }, (_, i) => from + i).flatMap((n) => {
    const month = String(1 + (n % 6)).padStart(2, '0')
    const stream = `case-${n}`
    const path = [
      draft(4 * n, stream, 'RequestReceived', `2021-${month}-04`, {
        requestedBy: 'school',
        startedBy: 'request',
      }),
      draft(4 * n + 1, stream, 'AssessmentAgreed', `2021-${month}-20`),
      draft(4 * n + 2, stream, 'PlanIssued', n % 3 === 0 ? '2021-09-30' : '2021-12-01'),
    ]
    const mended = { corrects: id(4 * n + 2), effectiveOn: '2021-10-01', reason: 'typing mistake' }
    return n % 5 === 0
      ? [...path, draft(4 * n + 3, stream, 'EventCorrected', '2021-12-02', mended)]
      : path
  })

const record = async (ledger: Ledger, drafts: readonly Draft[]): Promise<void> => {
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
}

const ledgerOf = async (drafts: readonly Draft[]): Promise<Ledger> => {
  const ledger = memoryLedger({ sha256, now })
  await record(ledger, drafts)
  return ledger
}

/** Keeps the table until it has caught up, or as told. */
const keep = async (
  ledger: Ledger,
  path: string,
  { view = complianceView, ...options }: Partial<TableOptions> & { readonly view?: PointsOf } = {},
) => {
  const stop = new AbortController()
  return keepTable(ledger, view, {
    path,
    stop: stop.signal,
    onCaughtUp: () => stop.abort(),
    ...options,
  })()
}

const rowsIn = (path: string, sql: string, ...given: readonly (string | number)[]) => {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare(sql).all(...given) as Record<string, unknown>[]
  database.close()
  return rows
}

const pointsIn = (path: string): readonly string[] =>
  rowsIn(path, 'SELECT position, measure, happened_on, change, subject FROM compliance')
    .map((row) => JSON.stringify(Object.values(row)))
    .sort()

const pointsOf = async (ledger: Ledger): Promise<readonly string[]> => {
  const fold = right(await replay(ledger, new Fold(complianceView.projections, defaultLaw))())
  return [...fold.points.all()]
    .map(({ position, measure, day, change, subject }) =>
      JSON.stringify([
        position,
        measure.split('\u001f')[0],
        new Date(day * 86_400_000).toISOString().slice(0, 10),
        change,
        subject,
      ]),
    )
    .sort()
}

test('the table has the points of a replay, and its sums are the figures', async () => {
  const ledger = await ledgerOf(cases(0, 30))
  const path = newPath()
  right(await keep(ledger, path))
  expect(pointsIn(path)).toEqual(await pointsOf(ledger))
  const { points } = right(await replay(ledger, new Fold(complianceView.projections, defaultLaw))())
  for (const [on, size] of [
    ['2021-09-30', 1000],
    ['2021-10-01', 40],
    ['2021-12-31', 1000],
  ] as const) {
    const [row] = rowsIn(
      path,
      `SELECT coalesce(sum(change), 0) AS sum FROM compliance
       WHERE measure = 'open' AND happened_on <= ? AND position < ?`,
      on,
      size,
    )
    const day = Math.round(Date.parse(on) / 86_400_000)
    expect(row?.sum).toBe(points.sum('open', day, size))
  }
})

test('what was stopped is gone on from, and corrections reach what came before', async () => {
  const ledger = await ledgerOf(cases(0, 20))
  const path = newPath()
  right(await keep(ledger, path))
  await record(ledger, [
    draft(9001, 'case-7', 'EventCorrected', '2021-12-30', {
      corrects: id(28),
      effectiveOn: '2021-02-05',
      reason: 'typing mistake',
    }),
    draft(9002, 'case-8', 'PlanCeased', '2021-12-30', { reason: 'other' }),
    ...cases(100, 3),
  ])
  let reread = 0
  const counting: Ledger = {
    ...ledger,
    readAll: (page) => {
      if (page.from < 60) reread++
      return ledger.readAll(page)
    },
  }
  right(await keep(counting, path))
  expect(reread).toBe(0)
  expect(pointsIn(path)).toEqual(await pointsOf(ledger))
})

test('it follows: each record is there soon after it was recorded', async () => {
  const ledger = await ledgerOf(cases(0, 2))
  const path = newPath()
  const stop = new AbortController()
  let covered = 0
  const keeping = keep(ledger, path, {
    stop: stop.signal,
    onCaughtUp: (size) => {
      covered = size
    },
  })
  const until = async (size: number): Promise<void> => {
    for (let i = 0; i < 500 && covered < size; i++) await new Promise((t) => setTimeout(t, 5))
    expect(covered).toBe(size)
  }
  await until(7)
  await record(ledger, cases(2, 1))
  await until(10)
  expect(pointsIn(path)).toEqual(await pointsOf(ledger))
  stop.abort()
  right(await keeping)
})

test('a view that counts otherwise is made anew beside the old, which stays readable and whole', async () => {
  const ledger = await ledgerOf(cases(0, 1500))
  const path = newPath()
  right(await keep(ledger, path))
  const old = pointsIn(path)
  const [path0, ...others] = complianceView.projections
  const view = { ...complianceView, projections: [{ ...path0, version: 99 }, ...others] } as never
  // Stopped in the course of making it anew: readers see the old one.
  const stop = new AbortController()
  const seen: boolean[] = []
  right(
    await keep(ledger, path, {
      view,
      stop: stop.signal,
      onProgress: () => {
        seen.push(pointsIn(path).length === old.length)
        stop.abort()
      },
    }),
  )
  expect(seen).toEqual([true])
  expect(rowsIn(path, 'SELECT count(*) AS n FROM compliance')[0]?.n).toBe(old.length)
  right(await keep(ledger, path, { view }))
  expect(pointsIn(path)).toEqual(old)
  const tables = rowsIn(path, "SELECT name FROM sqlite_master WHERE type = 'table'")
  expect(tables.map(({ name }) => name).sort()).toEqual(['compliance', 'send_ledger_progress'])
  const [progress] = rowsIn(path, 'SELECT identity FROM send_ledger_progress')
  expect(progress?.identity).toContain('99')
})

test('a table of another history is left alone', async () => {
  const path = newPath()
  right(await keep(await ledgerOf(cases(0, 3)), path))
  const before = pointsIn(path)
  const outcome = await keep(await ledgerOf(cases(1, 5)), path)
  expect(outcome).toMatchObject({ _tag: 'Left', left: { _tag: 'OtherLedger' } })
  expect(await keep(await ledgerOf([]), path)).toMatchObject({ left: { _tag: 'OtherLedger' } })
  expect(pointsIn(path)).toEqual(before)
})

test('a file that is no database, or cannot be made, is told', async () => {
  const outcome = await keep(await ledgerOf([]), join(newPath(), 'nowhere', 'bi.sqlite'))
  expect(outcome).toMatchObject({ _tag: 'Left', left: { _tag: 'TableUnavailable' } })
})

test('a lock of another on the file is waited for while the process goes on', async () => {
  const path = newPath()
  const once = (): TableOptions => {
    const stop = new AbortController()
    return { path, stop: stop.signal, onCaughtUp: () => stop.abort() }
  }
  const ledger = memoryLedger({ sha256, now })
  right(await keepTable(ledger, complianceView, once())())
  right(await recorder(ledger, { now }).record(cases(1, 3))())
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  let beats = 0
  const beat = setInterval(() => {
    if (++beats === 20) other.exec('ROLLBACK')
  }, 5)
  right(await keepTable(ledger, complianceView, once())())
  clearInterval(beat)
  expect(beats).toBeGreaterThanOrEqual(20)
  const counted = other.prepare(
    "SELECT sum(change) AS n FROM compliance WHERE measure = 'requests'",
  )
  expect((counted.get() as { n: number }).n).toBeGreaterThan(0)
  other.close()
})

test.each(['the stop', 'the close of the ledger'])(
  'a lock of another is not waited for any longer after %s',
  async (by) => {
    const path = newPath()
    const ledger = memoryLedger({ sha256, now })
    right(await keep(ledger, path))
    right(await recorder(ledger, { now }).record(cases(1, 3))())
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    const stop = new AbortController()
    const keeping = keep(ledger, path, { stop: stop.signal })
    await new Promise((waiting) => setTimeout(waiting, 50))
    if (by === 'the stop') stop.abort()
    else await ledger.close()()
    const ended = await keeping
    if (by === 'the stop') right(ended)
    else expect(ended).toMatchObject({ left: { _tag: 'LedgerClosed' } })
    // It is still held: had it been waited for, the file would be told to be locked.
    other.exec('ROLLBACK')
    other.close()
  },
)
