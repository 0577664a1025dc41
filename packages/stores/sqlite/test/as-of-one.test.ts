/**
 * Several processes that record at random into one ledger get the answers that one would get.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LedgerRecord } from '@send-ledger/core'
import { flawsAsOfOne, type RecordCall } from '@send-ledger/store-contract'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { isLong } from '../../../../test/kit/long.js'
import { newPath } from './files.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

interface Told {
  readonly calls: readonly RecordCall[]
  /** The longest time for which its event loop did nothing else. Unit: milliseconds. */
  readonly heldUp: number
}

/** What each process tells, once all of them are ready and have begun together. */
const recordedBy = async (children: readonly ChildProcess[]): Promise<readonly Told[]> => {
  await Promise.all(children.map((child) => once(child, 'message')))
  const told = children.map(async (child) => {
    const [first] = await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (typeof first !== 'object' || first === null) throw new Error(`it ended with ${first}`)
    return first as Told
  })
  for (const child of children) child.send('begin')
  return Promise.all(told)
}

const recordsAt = async (path: string): Promise<readonly LedgerRecord[]> => {
  const ledger = right(await openSqliteLedger(path, { access: 'read' })())
  const records = right(await ledger.readAll({ from: 0, limit: 1_000_000 })())
  await ledger.close()()
  return records
}

/** How many drafts were told, by what became of them. */
const counted = (calls: readonly RecordCall[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const outcome of calls.flatMap(({ outcomes }) => outcomes)) {
    const kind = E.isLeft(outcome)
      ? 'rule' in outcome.left
        ? outcome.left.rule
        : outcome.left._tag
      : outcome.right.duplicate
        ? 'duplicate'
        : 'recorded'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

const script = join(__dirname, 'recording-process.mjs')

test.each([
  [2, isLong ? 2000 : 60],
  [8, isLong ? 1000 : 25],
])(
  '%i processes that record %i drafts each, at random on the same subjects, are as one',
  async (count, drafts) => {
    const path = newPath()
    const now = () => '2021-05-04T09:10:00.000Z' as never
    await right(await createSqliteLedger(path, 'urn:example', { now })()).close()()
    const seed = Math.floor(Math.random() * 1e9)
    const children = Array.from({ length: count }, (_, i) =>
      fork(script, [path, String(seed + i), String(drafts)], { execArgv: [] }),
    )
    try {
      const told = await recordedBy(children)
      const calls = told.flatMap((each) => each.calls)
      const records = await recordsAt(path)
      expect([seed, await flawsAsOfOne(records, calls)]).toEqual([seed, []])
      const counts = counted(calls)
      expect([...counts.values()].reduce((a, b) => a + b)).toBeGreaterThanOrEqual(count * drafts)
      const often = ['recorded', 'duplicate', ...(isLong ? ['IdReused', 'rating-of-scale'] : [])]
      expect([...counts.keys()]).toEqual(expect.arrayContaining(often))
      expect(counts.get('StaleRevision')).toBeUndefined()
      if (isLong)
        process.stderr.write(`${JSON.stringify([...counts, told.map((t) => t.heldUp)])}\n`)
    } finally {
      for (const child of children) child.kill('SIGKILL')
    }
  },
  isLong ? 600_000 : 60_000,
)
