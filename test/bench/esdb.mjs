/**
 * The EventStoreDB store beside its bare client, both against the server double of the tests in a
 * process of its own. A real server takes longer for each call, and what we add weighs less.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ratios } from './measure.mjs'
import { built, here, right, store } from './ours.mjs'

const require = createRequire(join(here, '../../packages/stores/eventstoredb/package.json'))
const { EventStoreDBClient, NO_STREAM, jsonEvent } = require('@eventstore/db-client')
const { createEventStoreDbLedger } = await built('stores/eventstoredb/dist/index.js')

/** Credentials of a call make the client take the append that has a deadline. */
const credentials = { username: 'any', password: 'any' }

const bareAppend = async (client, prefix, records) => {
  for (const record of records) {
    const { id, type, revision } = record
    const data = JSON.parse(store.recordText(record))
    await client.appendToStream(`${prefix}.${record.stream}`, jsonEvent({ id, type, data }), {
      expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
      credentials,
    })
  }
}

const writeOf = ({ position: _, revision, recordedAt, ...event }) => ({
  stream: event.stream,
  expected: revision === 0 ? 'noStream' : revision - 1,
  events: [event],
  recordedAt,
})

const withServer = async (use) => {
  const server = spawn(process.execPath, [join(here, 'esdb-server.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout, 'data')
  try {
    return await use(String(line).trim())
  } finally {
    server.kill()
  }
}

const rounds = 5

/** Appends one after the other, and a read of everything. */
export const besideBareClient = (all) =>
  withServer(async (url) => {
    const records = all.slice(0, 600)
    const client = EventStoreDBClient.connectionString(url)
    const ledgers = []
    for (let i = 0; i <= rounds; i++) {
      ledgers.push(
        right(await createEventStoreDbLedger(`${url}&ledger=ours${i}`, 'urn:send-ledger:bench')()),
      )
    }
    const ours = async (i) => {
      const { appended, refused } = right(await ledgers[i].append(records.map(writeOf))())
      if (refused || appended.length !== records.length) throw new Error(JSON.stringify(refused))
    }
    await ours(rounds)
    await bareAppend(client, 'warm', records)
    const appending = await ratios(rounds, ours, (i) => bareAppend(client, `bare${i}`, records))
    const ledger = ledgers[rounds]
    const reading = await ratios(
      rounds,
      async () => {
        const page = right(await ledger.readAll({ from: 0, limit: records.length })())
        if (page.length !== records.length) throw new Error('records are missing')
      },
      async () => {
        let count = 0
        for await (const { event } of client.readAll({ maxCount: records.length + 20 })) {
          if (JSON.stringify(event.data).length > 0) count++
        }
        if (count < records.length) throw new Error('events are missing')
      },
    )
    for (const each of ledgers) await each.close()()
    await client.dispose()
    const against = 'the bare client'
    return [
      { name: 'appends to EventStoreDB', against, target: '≤ 1.25', ...appending },
      { name: 'a read of everything in EventStoreDB', against, ...reading },
    ]
  })
