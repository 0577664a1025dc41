/**
 * An answer from a snapshot is the answer of a replay, whatever came after it, and whatever
 * happened to its file. All cases are invented.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complianceView } from '@send-ledger/compliance'
import {
  answer,
  answerText,
  checkEvent,
  civilDate,
  type Draft,
  defaultLaw,
  endOfDay,
  instant,
  type Ledger,
  recorder,
} from '@send-ledger/core'
import { isSnapshotTrue } from '@send-ledger/core/store'
import { snapshotFolder } from '@send-ledger/snapshots'
import { memoryLedger } from '@send-ledger/store-memory'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const now = () => instant('2022-01-01T00:00:00.000Z')
const right = <A>(either: {
  readonly _tag: string
  readonly right?: A
  readonly left?: unknown
}) => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right as A
}

const dayOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let id = 0
const draft = (stream: string, type: string, day: number, data: object): Draft => ({
  event: right(
    checkEvent({
      id: uuid(++id),
      type,
      version: 1,
      stream,
      effectiveOn: dayOf(day),
      data,
    }),
  ),
  recordedAt: instant(`${dayOf(18_300)}T12:00:00.000Z`),
})

const cases = (from: number, to: number): readonly Draft[] =>
  Array.from({ length: to - from }, (_, i) => from + i).flatMap((n) => {
    const start = 17_500 + ((n * 37) % 600)
    const stream = `case-${n}`
    const request = draft(stream, 'RequestReceived', start, {
      requestedBy: 'school',
      startedBy: 'request',
    })
    const issued = draft(stream, 'PlanIssued', start + 100 + ((n * 13) % 80), {})
    const corrected = draft(stream, 'EventCorrected', start + 190, {
      corrects: issued.event.id,
      effectiveOn: dayOf(start + 120),
      reason: 'wrong date',
    })
    const retracted = draft(stream, 'EventRetracted', start + 190, {
      retracts: issued.event.id,
      reason: 'wrong case',
    })
    const agreed = draft(stream, 'AssessmentAgreed', start + 30, {})
    const mended = n % 5 === 0 ? [corrected] : n % 7 === 0 ? [retracted] : []
    return [request, ...(n % 11 === 0 ? [] : [agreed]), issued, ...mended]
  })

const record = async (ledger: Ledger, drafts: readonly Draft[]): Promise<void> => {
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) right(outcome)
}

const large = async (): Promise<Ledger> => {
  const plain = memoryLedger({ sha256, now })
  await record(plain, cases(0, 1900))
  return plain
}

let made: Promise<Ledger> | undefined

/**
 * A ledger of more records than are replayed each time, with and without a folder: made once for
 * all tests that record nothing more.
 */
const ledgers = async ({ isOwn = false } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-snapshots-'))
  if (!isOwn) made ??= large()
  const plain = await (isOwn ? large() : (made as Promise<Ledger>))
  return { folder, plain, kept: { ...plain, snapshots: snapshotFolder(folder) } }
}

const dates = ['2018-03-31', '2018-12-31', '2019-06-30', '2019-08-31'].map(civilDate)

const textOf = async (ledger: Ledger, asAt: string, knownAt?: string, law = defaultLaw) =>
  answerText(
    right(
      await answer(ledger, complianceView, {
        asAt: civilDate(asAt),
        law,
        ...(knownAt ? { knownAt: endOfDay(civilDate(knownAt)) } : {}),
      })(),
    ),
  )

const textsOf = async (ledger: Ledger): Promise<readonly string[]> => {
  const texts: string[] = []
  for (const date of dates) texts.push(await textOf(ledger, date))
  return texts
}

const expectSame = async (kept: Ledger, plain: Ledger): Promise<void> => {
  expect(await textsOf(kept)).toEqual(await textsOf(plain))
}

const truth = async (ledger: Ledger) =>
  right(await isSnapshotTrue({ ledger, view: complianceView, law: defaultLaw }))

test('an answer from a snapshot is that of a replay, now and after more was recorded', async () => {
  const { folder, plain, kept } = await ledgers({ isOwn: true })
  await expectSame(kept, plain)
  expect(readdirSync(folder)).toEqual(['compliance.england-1.exclusive.points'])
  expect(await truth(kept)).toBe(true)
  await expectSame(kept, plain)
  // New cases, and corrections and ends of cases that only the snapshot has seen.
  const streams = right(await plain.readStream('case-8' as never)())
  const last = streams.at(-1)
  await record(plain, [
    ...cases(1900, 1910),
    draft('case-8', 'EventCorrected', 18_200, {
      corrects: last?.id,
      effectiveOn: '2019-05-01',
      reason: 'wrong month',
    }),
    draft('case-3', 'PlanCeased', 18_290, { reason: 'other' }),
    draft('case-14', 'PlanIssued', 18_100, {}),
  ])
  await expectSame(kept, plain)
  expect(await truth(kept)).toBe(true)
  expect(await textOf(kept, '2019-08-31', '2019-01-01')).toBe(
    await textOf(plain, '2019-08-31', '2019-01-01'),
  )
}, 60_000)

test('another law has a snapshot of its own', async () => {
  const { folder, plain, kept } = await ledgers()
  const inclusive = { ...defaultLaw, counting: 'inclusive' } as const
  await expectSame(kept, plain)
  const [mine, theirs] = await Promise.all(
    [kept, plain].map((ledger) => textOf(ledger, '2019-08-31', undefined, inclusive)),
  )
  expect(mine).toBe(theirs)
  expect(readdirSync(folder)).toHaveLength(2)
}, 60_000)

test('a snapshot of another version, or of another ledger, is ignored', async () => {
  const { folder, plain, kept } = await ledgers()
  await expectSame(kept, plain)
  const projections = complianceView.projections.map((each) => ({ ...each, version: 2 }))
  const newer = { ...complianceView, projections }
  expect(right(await isSnapshotTrue({ ledger: kept, view: newer, law: defaultLaw }))).toBe(
    undefined,
  )
  const other = memoryLedger({ sha256, now })
  await record(other, cases(5000, 7000))
  const withTheirs = { ...other, snapshots: snapshotFolder(folder) }
  expect(await truth(withTheirs)).toBe(undefined)
  await expectSame(withTheirs, other)
}, 60_000)

test('a changed byte is found, wherever it is, and the answer is that of a replay', async () => {
  const { folder, plain, kept } = await ledgers()
  const replayed = await textsOf(plain)
  expect(await textsOf(kept)).toEqual(replayed)
  const path = join(folder, 'compliance.england-1.exclusive.points')
  const whole = readFileSync(path)
  for (const place of [0.01, 0.3, 0.6, 0.9, 0.99, 0.9999]) {
    const changed = Buffer.from(whole)
    const at = Math.floor(place * (whole.length - 1))
    changed[at] = (changed[at] as number) ^ 1
    writeFileSync(path, changed)
    expect(await truth(kept)).not.toBe(true)
    writeFileSync(path, changed)
    expect(await textsOf(kept)).toEqual(replayed)
  }
  writeFileSync(path, whole.subarray(0, whole.length / 2))
  expect(await textsOf(kept)).toEqual(replayed)
  writeFileSync(path, '')
  expect(await textsOf(kept)).toEqual(replayed)
}, 120_000)

test('a folder that cannot be written is no hindrance', async () => {
  const { folder, plain } = await ledgers()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expectSame({ ...plain, snapshots: snapshotFolder(join(file, 'under')) }, plain)
  rmSync(folder, { recursive: true })
}, 60_000)
