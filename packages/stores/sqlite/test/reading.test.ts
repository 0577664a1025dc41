/**
 * A ledger file that is only read: no byte of it changes, no file comes to stand beside it, and it
 * is read where nothing may be written.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkEvent, explain, instant, type Ledger, type NewEvent } from '@send-ledger/core'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { newPath } from './files.js'

const now = () => instant('2021-05-04T09:12:00.000Z')

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
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

const append = async (ledger: Ledger, n: number) =>
  right(
    await ledger.append([{ stream: noted(n).stream, expected: 'noStream', events: [noted(n)] }])(),
  )

/** A ledger in a folder of its own. */
const inFolder = async (): Promise<{ folder: string; path: string; ledger: Ledger }> => {
  const folder = newPath('-folder')
  mkdirSync(folder)
  const path = join(folder, 'odd name #1?%.sqlite')
  const ledger = right(await createSqliteLedger(path, 'urn:example', { now })())
  await append(ledger, 1)
  return { folder, path, ledger }
}

const everything = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])

const sizeRead = async (path: string): Promise<number> => {
  const ledger = right(await openSqliteLedger(path, { access: 'read' })())
  const records = right(await ledger.readAll({ from: 0, limit: 9 })())
  expect(right(await ledger.head()()).size).toBe(records.length)
  right(await ledger.close()())
  return records.length
}

test('a ledger that nobody has open is read without a trace', async () => {
  const { folder, path, ledger } = await inFolder()
  await ledger.close()()
  // The driver lets go of a closed file only when its statements are forgotten.
  const alone = join(folder, 'alone')
  mkdirSync(alone)
  const copy = join(alone, basename(path))
  copyFileSync(path, copy)
  const before = everything(alone)
  expect(await sizeRead(copy)).toBe(1)
  expect(everything(alone)).toEqual(before)
})

test('the newest records of a killed writer are read from the file beside, which stays', async () => {
  const { folder, path, ledger } = await inFolder()
  await append(ledger, 2)
  for (const endings of [
    ['', '-wal'],
    ['', '-wal', '-shm'],
  ]) {
    const copied = join(folder, `copied-${endings.length}`)
    mkdirSync(copied)
    const copy = join(copied, 'copy.sqlite')
    for (const end of endings) copyFileSync(`${path}${end}`, `${copy}${end}`)
    const before = everything(copied)
    expect(await sizeRead(copy)).toBe(2)
    // The index is of whoever looks into it: it holds no record.
    const kept = (files: typeof before) => files.filter(([name]) => !name.endsWith('-shm'))
    expect(kept(everything(copied))).toEqual(kept(before))
    expect(readdirSync(copied).sort()).toEqual(before.map(([name]) => name))
  }
  await ledger.close()()
})

test('it is read while another writes, and sees what was written', async () => {
  const { path, ledger } = await inFolder()
  const reader = right(await openSqliteLedger(path, { access: 'read' })())
  for (let n = 2; n < 40; n++) {
    await append(ledger, n)
    expect(right(await reader.head()()).size).toBe(n)
  }
  await ledger.close()()
  expect(right(await reader.head()()).size).toBe(39)
  await reader.close()()
})

test('a reader of a file that nobody had open sees what another begins to write', async () => {
  const { folder, path, ledger } = await inFolder()
  await ledger.close()()
  const copy = join(folder, 'copy.sqlite')
  copyFileSync(path, copy)
  const reader = right(await openSqliteLedger(copy, { access: 'read' })())
  expect(right(await reader.head()()).size).toBe(1)
  const grown = reader.grown(1, new AbortController().signal)()
  const writer = right(await openSqliteLedger(copy, { now })())
  await append(writer, 2)
  right(await grown)
  expect(right(await reader.head()()).size).toBe(2)
  await writer.close()()
  expect(right(await reader.readAll({ from: 0, limit: 9 })())).toHaveLength(2)
  await reader.close()()
})

test('nothing is appended to a ledger that was opened for reading', async () => {
  const { path, ledger } = await inFolder()
  await ledger.close()()
  const reader = right(await openSqliteLedger(path, { access: 'read' })())
  const appended = await reader.append([])()
  expect(E.isLeft(appended) && explain(appended.left)).toMatch(/opened for reading only/)
  await reader.close()()
})

const asked = `
import(process.argv[2]).then(async ({ openSqliteLedger }) => {
  asNobody()
  const opened = await openSqliteLedger(process.argv[3], { access: 'read' })()
  if (opened._tag === 'Left') throw new Error(JSON.stringify(opened.left))
  const head = await opened.right.head()()
  const closed = await opened.right.close()()
  if (closed._tag === 'Left') throw new Error(JSON.stringify(closed.left))
  console.log(head.right.size)
})
`

const writing = `
import(process.argv[2]).then(async ({ openSqliteLedger }) => {
  asNobody()
  const opened = await openSqliteLedger(process.argv[3])()
  console.log(opened._tag === 'Left' ? opened.left.reason : 'opened')
})
`

/**
 * No permission binds the superuser, so a process becomes another user; only once our code is
 * loaded, which may lie where that user cannot read.
 */
const becoming = `
const asNobody = () => {
  if (process.getuid?.() !== 0) return
  process.setgid(65534)
  process.setuid(65534)
}
`

test.each([
  ['alone', []],
  ['with newest records beside it', ['-wal']],
  ['as a killed writer left it', ['-wal', '-shm']],
])('a ledger in a folder that may not be written to is read: %s', async (_, endings) => {
  const { folder, path, ledger } = await inFolder()
  if (endings.length === 0) await ledger.close()()
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  const copy = join(locked, 'copy.sqlite')
  for (const end of ['', ...endings]) {
    copyFileSync(`${path}${end}`, `${copy}${end}`)
    chmodSync(`${copy}${end}`, 0o444)
  }
  for (const each of [dirname(folder), folder]) chmodSync(each, 0o755)
  chmodSync(locked, 0o555)
  const before = everything(locked)
  const said = (text: string): string => {
    const script = newPath('.cjs')
    writeFileSync(script, becoming + text)
    const dist = join(__dirname, '../dist/index.js')
    const args = [script, dist, copy]
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    return stdout + stderr
  }
  expect(said(asked)).toBe('1\n')
  expect(said(writing)).toMatch(/^it may only be read/)
  expect(everything(locked)).toEqual(before)
  chmodSync(locked, 0o755)
  rmSync(locked, { recursive: true })
  expect(statSync(path).isFile()).toBe(true)
})

test('what a killed writer left is read, and written to by the process that reads it', async () => {
  const { path, ledger } = await inFolder()
  await ledger.close()()
  const end = await heldElsewhere(path)
  await end()
  // As in a service that asks first and records later: the reader is still there.
  writeFileSync(`${path}-wal`, '', { flag: 'a' })
  const reader = right(await openSqliteLedger(path, { access: 'read' })())
  expect(right(await reader.head()()).size).toBe(1)
  const writer = right(await openSqliteLedger(path, { now })())
  await append(writer, 2)
  expect(right(await reader.head()()).size).toBe(2)
  await writer.close()()
  await reader.close()()
})

/** Another process that has a ledger open for writing until it is ended. */
const heldElsewhere = async (path: string) => {
  const script = newPath('.cjs')
  writeFileSync(
    script,
    `import(process.argv[2]).then(async ({ openSqliteLedger }) => {
  const opened = await openSqliteLedger(process.argv[3], { trustClock: true })()
  if (opened._tag === 'Left') throw new Error(JSON.stringify(opened.left))
  await opened.right.head()()
  process.stdout.write('open')
  process.stdin.resume()
})`,
  )
  const child = spawn(process.execPath, [
    script,
    pathToFileURL(join(__dirname, '../dist/index.js')).href,
    path,
  ])
  await once(child.stdout, 'data')
  return async () => {
    child.kill()
    await once(child, 'close')
  }
}

test('beside another process a ledger is read, and written to by the one that reads it', async () => {
  const { path, ledger } = await inFolder()
  await ledger.close()()
  const end = await heldElsewhere(path)
  try {
    const reader = right(await openSqliteLedger(path, { access: 'read' })())
    expect(right(await reader.head()()).size).toBe(1)
    const writer = right(await openSqliteLedger(path, { now })())
    await append(writer, 2)
    expect(right(await reader.head()()).size).toBe(2)
    await writer.close()()
    await reader.close()()
  } finally {
    await end()
  }
})
