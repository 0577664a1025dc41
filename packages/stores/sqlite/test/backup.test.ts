/**
 * Backups of a ledger that is in use.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { checkEvent, explain, instant, type Ledger } from '@send-ledger/core'
import { backupSqliteLedger, createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { newPath } from './files.js'

const now = () => instant('2021-05-04T09:12:00.000Z')

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const open = async (): Promise<{ path: string; ledger: Ledger }> => {
  const path = newPath()
  const ledger = right(await createSqliteLedger(path, 'urn:example', { now })())
  const events = Array.from({ length: 1500 }, (_, n) =>
    right(
      checkEvent({
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        type: 'ActionProgressNoted',
        version: 1,
        stream: `action-${n}`,
        effectiveOn: '2021-05-04',
        data: { note: `note ${n}` },
      }),
    ),
  )
  right(
    await ledger.append(
      events.map((event) => ({ stream: event.stream, expected: 'noStream', events: [event] })),
    )(),
  )
  return { path, ledger }
}

test('a backup of a ledger in use has its root, and can be written to in its place', async () => {
  const { path, ledger } = await open()
  const out = newPath()
  const made = right(await backupSqliteLedger(path, out)())
  const { size, root } = right(await ledger.head()())
  expect(made).toEqual({ size, root: new Uint8Array(root) })
  expect(existsSync(`${out}-wal`)).toBe(false)
  expect(readdirSync(dirname(out)).filter((name) => name.includes('unfinished'))).toEqual([])
  const restored = right(await openSqliteLedger(out, { now })())
  expect(restored.origin).toBe('urn:example')
  expect(right((await restored.audit?.flaws()()) as never)).toEqual([])
})

test('a backup is made over nothing', async () => {
  const { path } = await open()
  const out = newPath()
  writeFileSync(out, '')
  const made = await backupSqliteLedger(path, out)()
  expect(E.isLeft(made) && explain(made.left)).toMatch(/already/)
  expect(readFileSync(out, 'utf8')).toBe('')
})

test('a ledger whose records do not give its root is not backed up', async () => {
  const { path } = await open()
  const database = new DatabaseSync(path)
  database.exec(`DROP TRIGGER record_refuses_update;
    UPDATE record SET record = replace(record, 'note 7"', 'note 8"') WHERE position = 7`)
  const out = newPath()
  const made = await backupSqliteLedger(path, out)()
  expect(E.isLeft(made) && made.left._tag).toBe('LedgerDamaged')
  expect(existsSync(out)).toBe(false)
})
