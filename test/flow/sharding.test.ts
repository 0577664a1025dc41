/**
 * Worker processes that each fold a part of the subjects, over one log, give together the view
 * that one gives: also for records that come while they work.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { complianceView } from '@send-ledger/compliance'
import { answer, ask, civilDate, recorder, shown } from '@send-ledger/core'
import { type FollowedPoint, gatheredPoints, pointsMonoid } from '@send-ledger/core/live'
import { walsallHistory } from '@send-ledger/example-walsall'
import { createEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { failOnUnhandled } from '../../packages/stores/eventstoredb/test/server/no-unhandled.js'
import { startServer } from '../../packages/stores/eventstoredb/test/server/start-server.js'

failOnUnhandled()

const workers = 3
const asAt = civilDate('2021-07-31')

const right = <A>(either: { _tag: 'Left'; left: unknown } | { _tag: 'Right'; right: A }): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

const pointsOf = async (...args: readonly string[]): Promise<readonly FollowedPoint[]> => {
  const child = spawn(process.execPath, [join(__dirname, 'shard.mjs'), ...args])
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  if (err !== '') throw new Error(err)
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FollowedPoint)
}

test('three processes give the view that one gives', async () => {
  const server = await startServer()
  const url = `${server.url}&ledger=walsall`
  const ledger = right(await createEventStoreDbLedger(url, 'urn:send-ledger:walsall')())
  const drafts = walsallHistory().slice(0, 900)
  const now = () => drafts.at(-1)?.recordedAt as NonNullable<(typeof drafts)[0]['recordedAt']>
  const target = recorder(ledger, { now })
  right(await target.record(drafts.slice(0, 700))())
  const working = Array.from({ length: workers }, (_, i) =>
    pointsOf(url, String(i), String(workers), String(drafts.length)),
  )
  for (const outcome of right(await target.record(drafts.slice(700))())) right(outcome)
  const parts = (await Promise.all(working)).map((points) => gatheredPoints(points, drafts.length))
  expect(parts.every((part) => [...part.all()].length > 100)).toBe(true)
  const points = parts.reduce(pointsMonoid.concat)
  const together = ask(
    complianceView,
    { points, size: drafts.length, asAt },
    complianceView.defaults,
  )
  const alone = right(await answer(ledger, complianceView, { asAt })())
  expect(shown(together)).toEqual(shown(alone.answer))
  expect(shown(alone.answer).months.length).toBeGreaterThan(10)
  right(await ledger.close()())
  await server.stop()
}, 60_000)
