/**
 * The EventStoreDB store beside its bare client, both against the server double of the tests in a
 * process of its own. A real server takes longer for each call, and what we add weighs less.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ratios } from './measure.mjs'
import { built, core, here, recordText, right } from './ours.mjs'

const require = createRequire(join(here, '../../packages/stores/eventstoredb/package.json'))
const { EventStoreDBClient, NO_STREAM, jsonEvent } = require('@eventstore/db-client')
const { createEventStoreDbLedger } = await built('stores/eventstoredb/dist/index.js')

/** Credentials of a call make the client take the append that has a deadline. */
const credentials = { username: 'any', password: 'any' }

const bareAppend = async (client, prefix, records) => {
  for (const record of records) {
    const { id, type, revision } = record
    const data = JSON.parse(recordText(record))
    await client.appendToStream(`${prefix}.${record.stream}`, jsonEvent({ id, type, data }), {
      expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
      credentials,
    })
  }
}

/** The write of a record, as a recorder hands it to the store: its event is checked already. */
const writeOf = ({ position: _, revision, recordedAt, ...event }) => ({
  stream: event.stream,
  expected: revision === 0 ? 'noStream' : revision - 1,
  events: [right(core.checkEvent(event))],
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

/** Rounds that are measured, and those before them, until both sides run as they do in a day. */
const rounds = 7
const warming = 3

/**
 * Appends one after the other, and a read of everything. Each has a server of its own, for a
 * ledger reads past what others write into the log of its server.
 */
export const besideBareClient = (all) =>
  withServer((oursAt) =>
    withServer(async (theirsAt) => {
      const records = all.slice(0, 600)
      const client = EventStoreDBClient.connectionString(theirsAt)
      const ledgers = []
      for (let i = 0; i < rounds + warming; i++) {
        const made = createEventStoreDbLedger(`${oursAt}&ledger=ours${i}`, 'urn:send-ledger:bench')
        ledgers.push(right(await made()))
      }
      const writes = records.map(writeOf)
      const ours = async (i) => {
        const { appended, refused } = right(await ledgers[i].append(writes)())
        if (refused || appended.length !== records.length) throw new Error(JSON.stringify(refused))
      }
      /** What came before in the log is read when a ledger is opened, and not while it is used. */
      const open = async (i) => right(await ledgers[i].head()())
      for (let i = rounds; i < rounds + warming; i++) {
        await open(i)
        await ours(i)
        await bareAppend(client, `bare${i}`, records)
      }
      const appending = await ratios(
        rounds,
        ours,
        (i) => bareAppend(client, `bare${i}`, records),
        open,
      )
      const ledger = ledgers[0]
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
    }),
  )
