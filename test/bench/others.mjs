/**
 * What a user would pick instead: DuckDB over raw events and over versions made by hand, SQLite
 * over raw events; Castore in memory and Emmett's SQLite store for a rebuild.
 */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowOf, versionsOf } from './events.mjs'
import { DatabaseSync } from './ours.mjs'
import { figureSql, seriesSql, versionsSql } from './questions-sql.mjs'

const eventColumns = ['position', 'id', 'subject', 'type', 'day', 'corrects', 'retracts', 'newDay']
const versionColumns = ['subject', 'from', 'to', 'received', 'plan', 'ended']

const csv = (path, columns, rows) => {
  writeFileSync(path, '')
  let text = ''
  for (const row of rows) {
    text += `${columns.map((column) => row[column] ?? '').join(',')}\n`
    if (text.length > 1 << 20) {
      appendFileSync(path, text)
      text = ''
    }
  }
  appendFileSync(path, text)
}

const plain = (rows) => rows.map((row) => row.map(Number))

/** DuckDB with both tables, in a file. */
export const duckdb = async (records, folder) => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const path = join(folder, 'events.duckdb')
  rmSync(path, { force: true })
  const rows = records.map(rowOf)
  csv(join(folder, 'event.csv'), eventColumns, rows)
  csv(join(folder, 'version.csv'), versionColumns, versionsOf(rows))
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(`
    CREATE TABLE event (position BIGINT, id VARCHAR, subject VARCHAR, type VARCHAR, day INTEGER,
      corrects VARCHAR, retracts VARCHAR, new_day INTEGER);
    COPY event FROM '${join(folder, 'event.csv')}' (HEADER false, NULLSTR '');
    CREATE TABLE version (subject VARCHAR, from_position BIGINT, to_position BIGINT,
      received INTEGER, plan INTEGER, ended INTEGER);
    COPY version FROM '${join(folder, 'version.csv')}' (HEADER false, NULLSTR '');
    CHECKPOINT;`)
  const read = async (sql) => plain((await connection.runAndReadAll(sql)).getRowsJson())
  return {
    path,
    series: (question) => read(seriesSql(question)),
    versions: (question) => read(versionsSql(question)),
    figure: async (question) => (await read(figureSql(question)))[0][0],
    one: () => read('SELECT 1'),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** SQLite with raw events, indexed by the subject and the id. */
export const sqlite = (records) => {
  const database = new DatabaseSync(':memory:')
  database.exec(`
    CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT UNIQUE, subject TEXT, type TEXT,
      day INTEGER, corrects TEXT, retracts TEXT, new_day INTEGER);
    CREATE INDEX event_type ON event (type);
    BEGIN`)
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const record of records) {
    const row = rowOf(record)
    insert.run(...eventColumns.map((column) => row[column]))
  }
  database.exec('COMMIT; ANALYZE')
  const read = (sql) => plain(database.prepare(sql).all().map(Object.values))
  return {
    series: (question) => read(seriesSql(question)),
    figure: (question) => read(figureSql(question))[0][0],
    close: () => database.close(),
  }
}

/** The records of some streams, by stream. */
export const byStream = (records) => {
  const streams = new Map()
  for (const record of records) {
    if (!record.stream.startsWith('case-')) continue
    const stream = streams.get(record.stream)
    if (stream) stream.push(record)
    else streams.set(record.stream, [record])
  }
  return streams
}

/** State of a case before its first event, and after one: as little as can be kept. */
export const begin = () => ({ records: 0, received: null, plan: null })

export const evolve = (state, type, effectiveOn) => ({
  records: state.records + 1,
  received: type === 'RequestReceived' ? effectiveOn : state.received,
  plan: type === 'PlanIssued' ? effectiveOn : state.plan,
})

/** Castore's event store in memory: every aggregate is built from its events. */
export const castore = async (streams) => {
  const { EventStore } = await import('@castore/core')
  const { InMemoryEventStorageAdapter } = await import('@castore/event-storage-adapter-in-memory')
  const events = new EventStore({
    eventStoreId: 'CASES',
    eventTypes: [],
    reducer: (state, { type, payload }) => ({
      ...evolve(state ?? begin(), type, payload.effectiveOn),
      aggregateId: '',
      version: 0,
    }),
    eventStorageAdapter: new InMemoryEventStorageAdapter(),
  })
  for (const [aggregateId, records] of streams) {
    for (const [i, { type, effectiveOn, data }] of records.entries()) {
      await events.pushEvent({ aggregateId, version: i + 1, type, payload: { effectiveOn, data } })
    }
  }
  return {
    rebuild: async () => {
      let count = 0
      for (const id of streams.keys()) {
        count += (await events.getAggregate(id)).aggregate.records
      }
      return count
    },
  }
}
