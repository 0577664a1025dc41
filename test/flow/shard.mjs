/**
 * One worker of several: follows the log, folds the subjects that are its own up to a size, and
 * tells the points that they make. Started as a process by `sharding.test.ts`.
 */
import { createHash } from 'node:crypto'
import { complianceView } from '@send-ledger/compliance'
import { followPoints } from '@send-ledger/core/live'
import { openEventStoreDbLedger } from '@send-ledger/store-eventstoredb'

const [url, worker, workers, upTo] = process.argv.slice(2)

/** The worker that a subject belongs to: any rule will do that all of them keep to. */
const workerOf = (subject) => createHash('sha256').update(subject).digest()[0] % Number(workers)

const ledger = await openEventStoreDbLedger(url)()
if (ledger._tag === 'Left') throw new Error(JSON.stringify(ledger.left))
const only = (subject) => workerOf(subject) === Number(worker)
const stop = new AbortController()
const options = { only, stop: stop.signal }
for await (const page of followPoints(ledger.right, complianceView.projections, options)) {
  if (page._tag === 'Left') throw new Error(JSON.stringify(page.left))
  for (const point of page.right.points) process.stdout.write(`${JSON.stringify(point)}\n`)
  if (page.right.size >= Number(upTo)) stop.abort()
}
await ledger.right.close()()
