/**
 * How a ledger file comes to be: whole, or not at all, also where the making is cut off.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain, type Ledger } from '@send-ledger/core'
import { createSqliteLedger, openOrCreateSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { sampled } from '../../../../test/kit/long.js'
import { newPath } from './files.js'

const dist = join(__dirname, '../dist/index.js')

const said = (made: E.Either<Parameters<typeof explain>[0], Ledger>): string =>
  E.isLeft(made) ? explain(made.left) : 'made'

test('an empty file becomes a ledger', async () => {
  const path = newPath()
  writeFileSync(path, '')
  expect(said(await createSqliteLedger(path, 'urn:example')())).toBe('made')
})

test('whatever else is there is left as it is', async () => {
  const text = newPath()
  writeFileSync(text, 'my notes')
  const folder = newPath()
  mkdirSync(folder)
  const link = newPath()
  symlinkSync(newPath(), link)
  for (const path of [text, folder, link]) {
    expect(said(await createSqliteLedger(path, 'urn:example')())).toMatch(/already/)
    expect(said(await openOrCreateSqliteLedger(path, 'urn:example')())).not.toBe('made')
  }
  expect(readFileSync(text, 'utf8')).toBe('my notes')
})

test.each(['', 'a b', 'a\nb', 'a+b', 'a\u202eb', 'a\u00a0b', 'x'.repeat(201)])(
  'no ledger is made that could never be signed: %j',
  async (origin) => {
    expect(said(await openOrCreateSqliteLedger(newPath(), origin)())).toMatch(/never be signed/)
  },
)

test('a ledger that calls itself otherwise is not opened', async () => {
  const path = newPath()
  expect(said(await openOrCreateSqliteLedger(path, 'urn:one')())).toBe('made')
  expect(said(await openOrCreateSqliteLedger(path, 'urn:two')())).toMatch(
    /"urn:one", not "urn:two"/,
  )
})

const making = `
process.on('message', async () => {
  const { createSqliteLedger } = await import(process.argv[2])
  process.send('begins')
  const made = await createSqliteLedger(process.argv[3], 'urn:example')()
  process.send(made._tag)
})
process.send('ready')
`

test('a making that is killed at any moment is made again, or was done', async () => {
  const script = newPath('.cjs')
  writeFileSync(script, making)
  for (const n of sampled([...Array(12).keys()], 4)) {
    const path = newPath()
    const child = fork(script, [dist, path], { execArgv: [] })
    await once(child, 'message')
    child.send('go')
    await once(child, 'message')
    await new Promise((done) => setTimeout(done, n))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(said(await openOrCreateSqliteLedger(path, 'urn:example')())).toBe('made')
  }
}, 60_000)

const full = `
import(process.argv[1]).then(async ({ createSqliteLedger }) => {
  const made = await createSqliteLedger(process.argv[2], 'urn:example')()
  console.log(JSON.stringify(made.left))
})
`

test('where the disk is full nothing half made stays behind', async () => {
  const path = newPath()
  const limited = `trap '' XFSZ; ulimit -f 16; exec "$0" -e "$1" "$2" "$3"`
  const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, full, dist, path], {
    encoding: 'utf8',
  })
  expect(JSON.parse(stdout)).toMatchObject({ _tag: 'LedgerUnavailable', doing: 'creating it' })
  expect(said(await openOrCreateSqliteLedger(path, 'urn:example')())).toBe('made')
})

const filling = `
import(process.argv[1]).then(async ({ createSqliteLedger, openSqliteLedger }) => {
  const ledger = (await createSqliteLedger(process.argv[2], 'urn:example')()).right
  let kept = 0
  for (let n = 0; ; n++) {
    const id = '00000000-0000-4000-8000-' + String(n).padStart(12, '0')
    const event = { id, type: 'ActionProgressNoted', version: 1, stream: 'action-' + n,
      effectiveOn: '2021-05-04', data: { note: 'note'.repeat(500) } }
    const appended = await ledger.append([{ stream: event.stream, expected: 'noStream', events: [event] }])()
    if (appended._tag === 'Left') {
      const head = await ledger.head()()
      console.log(JSON.stringify({ kept, failure: appended.left, size: head.right?.size }))
      process.exit(0)
    }
    kept++
  }
})
`

test('where the disk fills up a write fails with what to do, and all that was kept stays', async () => {
  const path = newPath()
  const limited = `trap '' XFSZ; ulimit -f 400; exec "$0" -e "$1" "$2" "$3"`
  const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, filling, dist, path], {
    encoding: 'utf8',
  })
  const { kept, failure, size } = JSON.parse(stdout)
  expect([failure._tag, failure.reason]).toEqual([
    'LedgerUnavailable',
    expect.stringMatching(/disk .*; (make room|check the disk)/),
  ])
  expect(size).toBe(kept)
  const again = await openOrCreateSqliteLedger(path, 'urn:example')()
  const head = E.isRight(again) ? await again.right.head()() : again
  expect(E.isRight(head) && head.right.size).toBe(kept)
})
