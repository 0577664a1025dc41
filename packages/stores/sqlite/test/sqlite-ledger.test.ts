/**
 * What only the SQLite store promises: files, processes, triggers and settings.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { checkEvent, explain, instant, type Ledger, type NewEvent } from '@send-ledger/core'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { newPath } from './files.js'

const now = () => instant('2021-05-04T09:12:00.000Z')

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const created = async (): Promise<{ path: string; ledger: Ledger }> => {
  const path = newPath()
  return { path, ledger: right(await createSqliteLedger(path, 'urn:example', { now })()) }
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

const append = async (ledger: Ledger, ...events: readonly NewEvent[]) =>
  right(
    await ledger.append(
      events.map((event) => ({ stream: event.stream, expected: 'noStream', events: [event] })),
    )(),
  )

test('UPDATE and DELETE are refused by the file itself, whoever asks', async () => {
  const { path, ledger } = await created()
  await append(ledger, noted(1))
  const database = new DatabaseSync(path)
  for (const table of ['record', 'ledger', 'frontier']) {
    const column = { record: 'stream', ledger: 'origin', frontier: 'hashes' }[table]
    if (table === 'frontier') database.exec(`INSERT INTO frontier VALUES (9, x'00')`)
    expect(() => database.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow('only grows')
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('only grows')
  }
  expect(() =>
    database.exec(
      `INSERT INTO record VALUES (7, 'x', 'action-7', 0, '2021-05-04T09:12:00.000Z', '{}', x'00')`,
    ),
  ).toThrow('dense')
})

test('the file is durable: write-ahead, and synchronous in full', async () => {
  const { path } = await created()
  const database = new DatabaseSync(path)
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x53454e44 })
})

const failed = async (path: string): Promise<string> => {
  const opened = await openSqliteLedger(path)()
  return E.isLeft(opened) ? explain(opened.left) : 'opened'
}

test('what is no ledger of this version is not opened, and says why', async () => {
  expect(await failed(newPath())).toContain('no such file')
  const text = newPath()
  writeFileSync(text, 'not a database, but long enough to look like one'.repeat(40))
  expect(await failed(text)).toContain('no SQLite file')
  const other = newPath()
  new DatabaseSync(other).exec('CREATE TABLE t (a)')
  expect(await failed(other)).toContain('another application')
  const { path, ledger } = await created()
  await ledger.close()()
  new DatabaseSync(path).exec('PRAGMA user_version = 99')
  expect(await failed(path)).toContain('version 99')
})

test('a file that is there is not made anew', async () => {
  const { path } = await created()
  expect(E.isLeft(await createSqliteLedger(path, 'urn:other')())).toBe(true)
})

test.each([
  ['is no JSON', 1, `UPDATE record SET record = 'gone' WHERE position = 1`],
  ['is null', 1, `UPDATE record SET record = 'null' WHERE position = 1`],
  ['is two', 1, `UPDATE record SET record = record || ',' || record WHERE position = 1`],
  [
    'goes on in the next',
    0,
    `UPDATE record SET record = CASE position WHEN 0 THEN '{"a":[1' ELSE '2]}' END
     WHERE position < 2`,
  ],
  ['is gone', 1, 'DELETE FROM record WHERE position = 1'],
])('a record that %s is named by its position, and does not pass as one', async (_, at, damage) => {
  const { path, ledger } = await created()
  await append(ledger, noted(1), noted(2), noted(3))
  const database = new DatabaseSync(path)
  database.exec('DROP TRIGGER record_refuses_update; DROP TRIGGER record_refuses_delete')
  database.exec(damage)
  const page = await ledger.readAll({ from: 0, limit: 9 })()
  expect(page).toMatchObject({ left: { _tag: 'LedgerDamaged', position: at } })
})

test('more records than are read at a time come in order, from anywhere', async () => {
  const { ledger } = await created()
  const notes = Array.from({ length: 1203 }, (_, i) => noted(i + 1))
  await append(ledger, ...notes)
  for (const [from, limit] of [
    [0, 2000],
    [3, 500],
    [3, 501],
    [700, 503],
    [1203, 5],
  ] as const) {
    const page = right(await ledger.readAll({ from, limit })())
    const until = Math.min(1203, from + limit)
    expect(page.map(({ position }) => position)).toEqual(
      Array.from({ length: until - from }, (_, i) => from + i),
    )
    expect(page.map(({ id }) => id)).toEqual(notes.slice(from, until).map(({ id }) => id))
  }
})

test('a second connection reads while the first writes, and what was read stays', async () => {
  const { path, ledger } = await created()
  await append(ledger, noted(1))
  const reader = right(await openSqliteLedger(path, { now })())
  await append(ledger, noted(2))
  expect(right(await reader.head()()).size).toBe(2)
  expect(right(await reader.rootAt(1)())).toEqual(right(await ledger.rootAt(1)()))
})

/** A process that appends until it is killed, and says each record that was acknowledged. */
const writer = `
const { createRequire } = require('node:module')
const { DatabaseSync } = createRequire(process.argv[2])('@photostructure/sqlite')
const database = new DatabaseSync(process.argv[3], { timeout: 30000 })
database.exec('PRAGMA synchronous = 2')
const insert = database.prepare('INSERT INTO record VALUES (?, ?, ?, 0, ?, ?, ?)')
const last = database.prepare('SELECT max(position) AS p FROM record')
for (let n = 0; ; n++) {
  database.exec('BEGIN IMMEDIATE')
  const position = (last.get().p ?? -1) + 1
  const id = process.pid + '-' + n
  insert.run(position, id, 'action-' + id, '2021-05-04T09:12:00.000Z', '{}', new Uint8Array(32))
  database.exec('COMMIT')
  process.send(position)
}
`

test('writers queue, and a killed one leaves every acknowledged record and no half one', async () => {
  const { path } = await created()
  const script = newPath('.cjs')
  writeFileSync(script, writer)
  const start = () => fork(script, [__filename, path], { execArgv: [] })
  const writers = [start(), start()]
  const told: number[] = []
  for (const each of writers) each.on('message', (position) => told.push(Number(position)))
  while (told.length < 60) await new Promise((done) => setTimeout(done, 20))
  for (const each of writers) each.kill('SIGKILL')
  await Promise.all(writers.map((each) => each.exitCode ?? each.signalCode ?? once(each, 'exit')))
  const database = new DatabaseSync(path)
  const rows = database.prepare('SELECT position FROM record ORDER BY position').all()
  const positions = rows.map((row) => (row as { position: number }).position)
  expect(positions).toEqual(positions.map((_, i) => i))
  expect(new Set(told).size).toBe(told.length)
  expect(Math.max(...told)).toBeLessThan(positions.length)
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
}, 30_000)

test('the driver brings its binaries in its package', () => {
  const manifest = JSON.parse(
    readFileSync(join(__dirname, '../node_modules/@photostructure/sqlite/package.json'), 'utf8'),
  )
  expect(manifest.version).toBe('1.2.1')
})
