/**
 * A kept record that is no longer what was recorded is named at its position by every command.
 */
import { DatabaseSync } from '@photostructure/sqlite'
import { ledgerWithPlans, newPath, run } from '../running.js'
import { newKey } from '../signing.js'

/** Does something to the file of a ledger that the ledger itself refuses. */
const tampered = (ledger: string, sql: string): string => {
  const database = new DatabaseSync(ledger)
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`)
  database.exec(sql)
  database.close()
  return ledger
}

const inRecord = (change: string): string =>
  `UPDATE record SET record = ${change} WHERE position = 1`

const damages: readonly (readonly [string, string])[] = [
  ...['id', 'type', 'version', 'stream', 'revision', 'effectiveOn', 'recordedAt', 'data'].flatMap(
    (field): readonly (readonly [string, string])[] => [
      [`the name of ${field}`, inRecord(`replace(record, '"${field}":', '"${field}x":')`)],
      [`${field} being null`, inRecord(`json_set(record, '$.${field}', NULL)`)],
    ],
  ),
  ['a type that there is not', inRecord(`json_set(record, '$.type', 'toString')`)],
  ['a stream of no category', inRecord(`json_set(record, '$.stream', 'house-1')`)],
  ['a list', inRecord(`'[]'`)],
  ['null', inRecord(`'null'`)],
  ['no JSON', inRecord(`'{'`)],
]

test.each(damages)('%s is damage at its position', async (_, sql) => {
  const ledger = tampered(await ledgerWithPlans(), sql)
  const out = newPath('pack')
  const key = await newKey('urn:send-ledger:walsall')
  const asked = [
    ['export', ledger],
    ['view', 'compliance', ledger, '--as-at', '2021-07-31', '--no-snapshots'],
    ['assurance', ledger],
    ['evidence', ledger, '--as-at', '2021-07-31', '--key', key, '--out', out],
    ['copy', ledger, newPath('copy.sqlite')],
  ]
  for (const argv of asked) {
    const { code, err } = await run(argv)
    expect([argv[0], code, err]).toEqual([argv[0], 3, expect.stringContaining('position 1')])
  }
  expect((await run(['verify', ledger])).code).toBe(1)
})

test('the instants that are asked by are those of the records', async () => {
  const argv = (ledger: string) => ['export', ledger, '--known-at', '2021-01-31']
  const sound = await run(argv(await ledgerWithPlans()))
  expect(sound.out.split('\n')).toHaveLength(4)
  for (const at of ['2020-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z']) {
    const changed = tampered(await ledgerWithPlans(), `UPDATE record SET recorded_at = '${at}'`)
    expect((await run(argv(changed))).out).toBe(sound.out)
  }
})
