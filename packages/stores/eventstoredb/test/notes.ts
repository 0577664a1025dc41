/**
 * Small events, writes and answers for tests of the store.
 */
import { createHash } from 'node:crypto'
import {
  civilDate,
  type EventId,
  explain,
  type Instant,
  instant,
  type Ledger,
  type LedgerFailure,
  type LedgerRecord,
  type NewEvent,
  type StreamId,
  streamId,
} from '@send-ledger/core'
import type { AppendOutcome, ExpectedRevision, Write } from '@send-ledger/core/store'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** A UUID for a small number. */
export const idOf = (n: number): EventId =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as EventId

/** The stream of an action. */
export const stream = (name: string): StreamId => streamId(`action-${name}`)

/** Progress noted on an action. */
export const note = (n: number, of: StreamId, text = `note ${n}`): NewEvent => ({
  id: idOf(n),
  type: 'ActionProgressNoted',
  version: 1,
  stream: of,
  effectiveOn: civilDate('2021-05-04'),
  data: { note: text },
})

/** A write of notes by number to one stream. */
export const write = (
  name: string,
  expected: ExpectedRevision,
  ...numbers: readonly number[]
): Write => ({
  stream: stream(name),
  expected,
  events: numbers.map((n) => note(n, stream(name))),
})

/** An instant of one day, by the second. */
export const second = (n: number): Instant =>
  instant(new Date(Date.UTC(2021, 4, 4, 9) + n * 1000).toISOString())

/** The right of what a task answers; a failure fails the test. */
export const done = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const either = await task()
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}

/** The failure of a task that must fail. */
export const failureOf = async (
  task: TaskEither<LedgerFailure, unknown>,
): Promise<LedgerFailure> => {
  const either = await task()
  if (E.isLeft(either)) return either.left
  throw new Error(`This did not fail: ${JSON.stringify(either.right)}`)
}

/** The sentence of the failure of a task that must fail. */
export const sentenceOf = async (task: TaskEither<LedgerFailure, unknown>): Promise<string> =>
  explain(await failureOf(task))

/** Appends writes that must not fail; they may be refused. */
export const append = (ledger: Ledger, ...writes: readonly Write[]): Promise<AppendOutcome> =>
  done(ledger.append(writes))

/** Every record. */
export const all = (ledger: Ledger): Promise<readonly LedgerRecord[]> =>
  done(ledger.readAll({ from: 0, limit: 1_000_000 }))

/** A root as text. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A ledger in memory with nothing in it. */
export const emptyMemory = (now: () => Instant): Ledger =>
  memoryLedger({ sha256: (bytes) => createHash('sha256').update(bytes).digest(), now })

/** A ledger in memory that was told the same records, one by one. */
export const toldAgain = async (records: readonly LedgerRecord[]): Promise<Ledger> => {
  const ledger = emptyMemory(() => second(0))
  for (const record of records) {
    const { position: _, revision, recordedAt, ...event } = record
    const expected = revision === 0 ? 'noStream' : revision - 1
    const { appended } = await append(ledger, {
      stream: record.stream,
      expected,
      events: [event],
      recordedAt,
    })
    if (appended.length === 0) throw new Error(`Refused: ${JSON.stringify(record)}`)
  }
  return ledger
}

/** Fails unless a ledger is dense, has each id once, and has the root that its records have. */
export const expectSound = async (ledger: Ledger): Promise<readonly LedgerRecord[]> => {
  const records = await all(ledger)
  expect(records.map(({ position }) => position)).toEqual([...records.keys()])
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  const head = await done(ledger.head())
  expect(head.size).toBe(records.length)
  const again = await toldAgain(records)
  expect(hex(head.root)).toBe(hex((await done(again.head())).root))
  return records
}
