/**
 * Floors: the least that must be done, done by hand, with the same driver and the same durability.
 */
import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cacheForWriting, DatabaseSync, recordText, schema, settings } from './ours.mjs'

/** A bare scan of the rows, one by one, each parsed: the plain way to read them. */
export const scan = (path) => {
  const database = new DatabaseSync(path, { readOnly: true })
  let count = 0
  const rows = database.prepare('SELECT record FROM record ORDER BY position')
  for (const { record } of rows.iterate()) if (JSON.parse(record)) count++
  database.close()
  return count
}

/** The same in pages of 10,000 rows, which is faster. */
export const pagedScan = (path) => {
  const database = new DatabaseSync(path, { readOnly: true })
  const page = database.prepare(
    'SELECT position, record FROM record WHERE position >= ? ORDER BY position LIMIT 10000',
  )
  let count = 0
  for (;;) {
    const rows = page.all(count)
    for (const { record } of rows) if (JSON.parse(record)) count++
    if (rows.length < 10_000) break
  }
  database.close()
  return count
}

const sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

const emptyTable = (path) => {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  const database = new DatabaseSync(path)
  for (const [name, value] of Object.entries(settings)) database.exec(`PRAGMA ${name} = ${value}`)
  database.exec(cacheForWriting)
  database.exec(schema)
  return database
}

const insertInto = (database) =>
  database.prepare(
    `INSERT INTO record (position, id, stream, revision, recorded_at, record, leaf)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )

/**
 * What an import cannot do without: each line parsed, canonical bytes made, hashed as a leaf and
 * once as a node, and inserted in transactions of a thousand.
 */
export const bareImport = (lines, records, path) => {
  const database = emptyTable(path)
  const insert = insertInto(database)
  const node = new Uint8Array(65)
  for (let from = 0; from < records.length; from += 1000) {
    database.exec('BEGIN IMMEDIATE')
    for (let i = from; i < Math.min(from + 1000, records.length); i++) {
      JSON.parse(lines[i])
      const { position, id, stream, revision, recordedAt } = records[i]
      const text = recordText(records[i])
      const leaf = sha256(`\0${text}`)
      node.set(leaf, 1)
      sha256(node)
      insert.run(position, id, stream, revision, recordedAt, text, leaf)
    }
    database.exec('COMMIT')
  }
  database.close()
}

/** Single inserts, each durable before the next. */
export const bareAppends = (path) => {
  const database = emptyTable(path)
  const insert = insertInto(database)
  return {
    append: ({ position, id, stream, revision, recordedAt }, text) => {
      database.exec('BEGIN IMMEDIATE')
      insert.run(position, id, stream, revision, recordedAt, text, sha256(`\0${text}`))
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}
