/**
 * Writers of several processes: none holds up its own process while it waits, and all come through.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { checkEvent, explain, instant, type NewEvent } from '@send-ledger/core'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { isLong } from '../../../../test/kit/long.js'
import { newPath } from './files.js'

const now = () => instant('2021-05-04T09:12:00.000Z')

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const noted = (n: number): NewEvent =>
  right(
    checkEvent({
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      type: 'ActionProgressNoted',
      version: 1,
      stream: `action-${n}`,
      effectiveOn: '2021-05-04',
      data: { note: `note ${n}` },
    }),
  )

const writeOf = (n: number) =>
  ({ stream: noted(n).stream, expected: 'noStream', events: [noted(n)] }) as const

const created = async (): Promise<string> => {
  const path = newPath()
  await right(await createSqliteLedger(path, 'urn:example', { now })()).close()()
  return path
}

/** What is done, and how often the event loop came round meanwhile. */
const beating = async <A>(
  act: () => Promise<A>,
  told: (beats: number) => void = () => undefined,
): Promise<readonly [A, number]> => {
  let beats = 0
  const beat = setInterval(() => told(++beats), 2)
  try {
    return [await act(), beats]
  } finally {
    clearInterval(beat)
  }
}

test('a write waits for the lock of another while the process goes on, and then is kept', async () => {
  const path = await created()
  const ledger = right(await openSqliteLedger(path, { now })())
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  const [outcomes] = await beating(
    () =>
      Promise.all([ledger.append([writeOf(1)])(), ledger.append([writeOf(2)])(), ledger.close()()]),
    (beats) => {
      if (beats === 20) other.exec('ROLLBACK')
    },
  )
  expect(outcomes.map(({ _tag }) => _tag)).toEqual(['Right', 'Right', 'Right'])
  other.close()
  const again = right(await openSqliteLedger(path, { access: 'read' })())
  const records = right(await again.readAll({ from: 0, limit: 9 })())
  expect(records.map(({ stream }) => stream)).toEqual(['action-1', 'action-2'])
  await again.close()()
})

test('a lock that is held for too long is a failure that says what to do, and nothing is kept', async () => {
  const path = await created()
  const ledger = right(await openSqliteLedger(path, { now, patience: 500 })())
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  const [appended, beats] = await beating(ledger.append([writeOf(1)]))
  expect(E.isLeft(appended) && explain(appended.left)).toMatch(/lock for too long; try again/)
  expect(beats).toBeGreaterThan(4)
  expect(right(await ledger.head()()).size).toBe(0)
  other.exec('ROLLBACK')
  expect(E.isRight(await ledger.append([writeOf(1)])())).toBe(true)
  other.close()
  await ledger.close()()
})

// Other processes may have the processor at the time.
if (isLong) jest.retryTimes(2)

/** How long a lock is held at least. Unit: milliseconds. */
const held = isLong ? 2000 : 0

const waitingProcess = (path: string, act: string) =>
  fork(join(__dirname, 'waiting-process.mjs'), [path, act], { execArgv: [] })

/** In a process that has ended: here a closed connection may linger, and with it its lock. */
const createdElsewhere = async (path: string): Promise<void> => {
  const child = waitingProcess(path, 'make')
  await once(child, 'message')
  child.send('begin')
  expect(await once(child, 'exit')).toEqual([0, null])
}

/** Takes the lock that stands in the way of an act, and gives what releases it. */
const lockedFor = (path: string, act: string): (() => void) => {
  const other = new DatabaseSync(path)
  if (act !== 'append') other.exec('PRAGMA locking_mode = EXCLUSIVE')
  other.exec('BEGIN EXCLUSIVE')
  return () => {
    other.exec('ROLLBACK')
    other.close()
  }
}

test.each(['append', 'open', 'make'])(
  'a process that only waits, to %s, is not held up by it: the lock goes when it has beaten',
  async (act) => {
    const path = newPath()
    if (act !== 'make') await createdElsewhere(path)
    const child = waitingProcess(path, act)
    try {
      await once(child, 'message')
      const release = lockedFor(path, act)
      const since = performance.now()
      const gaps: number[] = []
      let longest = 0
      child.send('begin')
      const outcome = await new Promise((resolve, reject) => {
        let isHeld = true
        child.once('exit', () => reject(new Error('it ended')))
        child.on('message', (told: Beat | Ended) => {
          if ('outcome' in told) resolve(isHeld ? 'it did not wait' : told)
          else if (isHeld) {
            gaps.push(told.since)
            longest = told.longest
            if (gaps.length < 20 || performance.now() - since < held) return
            isHeld = false
            release()
          }
        })
      })
      expect(outcome).toEqual({ outcome: 'Right' })
      if (!isLong) return
      process.stderr.write(`${act}: ${gaps.length} beats, ${Math.max(...gaps)} and ${longest} ms\n`)
      expect(Math.max(...gaps)).toBeLessThan(50)
      expect(longest).toBeLessThan(50)
    } finally {
      child.kill('SIGKILL')
    }
  },
  60_000,
)

/** What a process tells of each beat of its event loop, and at its end. Unit: milliseconds. */
interface Beat {
  readonly since: number
  readonly longest: number
}

interface Ended {
  readonly outcome: string
}

/** A process that opens the ledger, makes it where there is none, and records at random. */
const recording = `
const [dist, path, from, count] = process.argv.slice(2)
const main = async () => {
  const { openOrCreateSqliteLedger } = await import(dist)
  const opened = await openOrCreateSqliteLedger(path, 'urn:example')()
  if (opened._tag === 'Left') throw new Error(JSON.stringify(opened.left))
  const ledger = opened.right
  const work = []
  for (let n = Number(from); n < Number(from) + Number(count); n++) {
    const id = '00000000-0000-4000-8000-' + String(n).padStart(12, '0')
    const event = { id, type: 'ActionProgressNoted', version: 1, stream: 'action-' + n,
      effectiveOn: '2021-05-04', data: { note: 'note' } }
    const appended = ledger.append([{ stream: event.stream, expected: 'noStream', events: [event] }])()
    work.push(appended.then((outcome) => {
      if (outcome._tag === 'Left' || outcome.right.refused) throw new Error(JSON.stringify(outcome))
    }))
    if (Math.random() < 0.5) await Promise.all(work)
    if (Math.random() < 0.2) await ledger.head()()
  }
  await Promise.all(work)
  const closed = await ledger.close()()
  if (closed._tag === 'Left') throw new Error(JSON.stringify(closed))
}
main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1) })
`

test.each(isLong ? [2, 8] : [3])(
  '%i processes that open or make one ledger at once and record lose nothing',
  async (count) => {
    const path = newPath()
    const script = newPath('.cjs')
    require('node:fs').writeFileSync(script, recording)
    const dist = join(__dirname, '../dist/index.js')
    const each = 40
    const children = Array.from({ length: count }, (_, i) =>
      fork(script, [dist, path, String(1000 * i), String(each)], { execArgv: [] }),
    )
    const ended = await Promise.all(children.map((child) => once(child, 'exit')))
    expect(ended).toEqual(children.map(() => [0, null]))
    const ledger = right(await openSqliteLedger(path, { access: 'read' })())
    const records = right(await ledger.readAll({ from: 0, limit: 9999 })())
    expect(records).toHaveLength(count * each)
    expect(new Set(records.map(({ id }) => id)).size).toBe(count * each)
    await ledger.close()()
    await pause(0)
  },
  60_000,
)
