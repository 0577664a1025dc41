/**
 * Emmett's SQLite store in a process of its own, since its connections outlive its calls: keeps
 * events told by stream in a file, builds every state again some times over, and says how many
 * records that were and how long each time took.
 */
import { readFileSync } from 'node:fs'
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite'
import { times } from './measure.mjs'
import { begin, evolve } from './others.mjs'

const [, , told, fileName] = process.argv
const streams = JSON.parse(readFileSync(told, 'utf8'))
const events = getSQLiteEventStore({ fileName, schema: { autoMigration: 'CreateOrUpdate' } })
for (const [stream, records] of streams) await events.appendToStream(stream, records)

const rebuild = async () => {
  let count = 0
  for (const [stream] of streams) {
    const { state } = await events.aggregateStream(stream, {
      initialState: begin,
      evolve: (before, { type, data }) => evolve(before, type, data.effectiveOn),
    })
    count += state.records
  }
  return count
}

const count = await rebuild()
const taken = await times(5, rebuild)
process.stdout.write(JSON.stringify({ count, taken }), () => process.exit(0))
