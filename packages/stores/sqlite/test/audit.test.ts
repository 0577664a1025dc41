/**
 * The keeping of a file laid open: bytes as they stand in it, gaps and all.
 */

import { createHash } from 'node:crypto'
import { DatabaseSync } from '@photostructure/sqlite'
import { checkEvent, instant } from '@send-ledger/core'
import { type Audit, leafHash, recordBytes, type Sha256 } from '@send-ledger/core/proof'
import { createSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { newPath } from './files.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const whole = { from: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER, limit: 9000 }

const kept = async (count: number) => {
  const path = newPath()
  const now = () => instant('2021-05-04T09:12:00.000Z')
  const ledger = right(await createSqliteLedger(path, 'urn:example', { now })())
  const events = Array.from({ length: count }, (_, n) =>
    right(
      checkEvent({
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        type: 'ActionProgressNoted',
        version: 1,
        stream: 'action-1',
        effectiveOn: '2021-05-04',
        data: { note: `note ${n} \u20ac` },
      }),
    ),
  )
  const stream = events[0]?.stream as (typeof events)[0]['stream']
  right(await ledger.append([{ stream, expected: 'noStream', events }])())
  return { path, ledger, audit: ledger.audit as Audit }
}

test('what is kept is the canonical bytes of each record, its leaf and what it is found by', async () => {
  const { ledger, audit } = await kept(3)
  const records = right(await ledger.readAll({ from: 0, limit: 9 })())
  expect(right(await audit.records(whole)())).toEqual(
    records.map((record) => {
      const { position, id, stream, revision, recordedAt } = record
      const bytes = recordBytes(record)
      const index = { id, stream, revision, recordedAt }
      return { position, bytes: Buffer.from(bytes), leaf: leafHash(sha256, bytes), index }
    }),
  )
})

test('a stretch ends before its end, and at its limit', async () => {
  const { audit } = await kept(5)
  const positions = async (from: number, until: number, limit: number) =>
    right(await audit.records({ from, until, limit })()).map(({ position }) => position)
  expect(await positions(1, 4, 9)).toEqual([1, 2, 3])
  expect(await positions(1, 4, 2)).toEqual([1, 2])
})

test('a gap stays a gap, and bytes that are no text stay as they are', async () => {
  const { path, audit } = await kept(3)
  const database = new DatabaseSync(path)
  database.exec('DROP TRIGGER record_refuses_update; DROP TRIGGER record_refuses_delete')
  database.exec('DELETE FROM record WHERE position = 1')
  database.exec(`UPDATE record SET record = CAST(x'7bff7d' AS TEXT) WHERE position = 2`)
  const records = right(await audit.records(whole)())
  expect(records.map(({ position }) => position)).toEqual([0, 2])
  expect([...(records[1]?.bytes ?? [])]).toEqual([0x7b, 0xff, 0x7d])
})

test('the edges of the tree are those of every 1024 records', async () => {
  const { audit } = await kept(2050)
  const edges = right(await audit.edges()())
  expect(edges.map(({ size, hashes }) => [size, hashes.length])).toEqual([
    [1024, 1],
    [2048, 1],
  ])
})

test('a file as it was made has no flaws, though statistics were gathered on it', async () => {
  const { path, audit } = await kept(3)
  new DatabaseSync(path).exec('ANALYZE')
  expect(right(await audit.flaws()())).toEqual([])
})

test.each([
  ['DROP TRIGGER frontier_refuses_delete', 'the trigger frontier_refuses_delete is missing'],
  ['CREATE INDEX more ON record (id)', 'the index more was added'],
  ['CREATE VIEW more AS SELECT 1', 'the view more was added'],
])('%s is a flaw', async (sql, flaw) => {
  const { path, audit } = await kept(1)
  new DatabaseSync(path).exec(sql)
  expect(right(await audit.flaws()())).toEqual([flaw])
})
