/**
 * A process that has nothing to do but one thing with a ledger whose lock another holds. It tells
 * each beat of its event loop, with the time since the one before. Started by `waiting.test.ts`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openOrCreateSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'

const [path, act] = process.argv.slice(2)

const event = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'ActionProgressNoted',
  version: 1,
  stream: 'action-1',
  effectiveOn: '2021-05-04',
  data: { note: 'a note' },
}

const options = { now: () => '2021-05-04T09:12:00.000Z' }

const ledger = act === 'append' ? (await openSqliteLedger(path, options)()).right : undefined

const acts = {
  append: () => ledger.append([{ stream: event.stream, expected: 'noStream', events: [event] }]),
  open: () => openSqliteLedger(path, options),
  make: () => openOrCreateSqliteLedger(path, 'urn:example', options),
}

process.once('message', async () => {
  let last = performance.now()
  const beat = setInterval(() => {
    const since = performance.now() - last
    last = performance.now()
    process.send({ since, longest: loop.max / 1e6 })
  }, 5)
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const outcome = await acts[act]()()
  clearInterval(beat)
  loop.disable()
  await (ledger ?? outcome.right)?.close?.()()
  process.send({ outcome: outcome._tag, left: outcome.left }, () => process.disconnect())
})
process.send('ready')
