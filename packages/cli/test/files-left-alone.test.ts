/**
 * Files that are only looked at, or that were not made for it, are left as they are.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { program } from '../../../test/kit/command.js'
import { sampled } from '../../../test/kit/long.js'
import { fileOf, ledgerWithPlans, line, lines, newLedger, newPath, run, textOf } from './running.js'

/** What is in a folder, byte by byte. */
const everything = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')] as const)
    .sort()

/** A ledger by itself in a folder. */
const alone = async (ledger: Promise<string>): Promise<string> => {
  const path = newPath('walsall.sqlite')
  copyFileSync(await ledger, path)
  return path
}

const asAt = ['--as-at', '2021-07-31']

test('no command that asks changes a byte or leaves a file', async () => {
  const ledger = await alone(ledgerWithPlans())
  const before = everything(dirname(ledger))
  const into = (name: string) => newPath(name)
  const commands = [
    ['view', 'compliance', ledger, ...asAt],
    ['view', 'capacity', ledger, ...asAt],
    ['explain', 'compliance', ledger, ...asAt, '--figure', 'issued:2021-05'],
    ['reconcile', ledger, ...asAt, '--was-known-at', '2021-06-01'],
    ['told', ledger],
    ['assurance', ledger],
    ['check', ledger, ...asAt],
    ['checkpoint', ledger],
    ['verify', ledger],
    ['export', ledger],
    ['backup', ledger, '--out', into('backup.sqlite')],
    ['copy', ledger, into('copy.sqlite')],
    ['tables', ledger, '--into', into('bi.sqlite')],
  ]
  for (const command of commands) {
    const { code, err } = await run(command, { env: { XDG_CACHE_HOME: dirname(into('cache')) } })
    expect([command, code, err]).toEqual([command, 0, ''])
    expect([command, everything(dirname(ledger))]).toEqual([command, before])
  }
}, 60_000)

test('tables are written into nothing that was not made for them', async () => {
  const ledger = await alone(ledgerWithPlans())
  const foreign = newPath('shop.sqlite')
  const database = new DatabaseSync(foreign)
  database.exec('CREATE TABLE compliance (mine TEXT); INSERT INTO compliance VALUES (1)')
  database.close()
  const link = newPath('link.sqlite')
  symlinkSync(foreign, link)
  const folder = newPath('folder')
  mkdirSync(folder)
  const fifo = newPath('fifo')
  execFileSync('mkfifo', [fifo])
  const empty = fileOf('', 'empty.sqlite')
  const text = fileOf('my notes', 'notes.txt')
  const targets = [ledger, foreign, link, folder, fifo, empty, text]
  const before = targets.map((path) => everything(dirname(path)))
  const named = ['file:x.sqlite?mode=rwc', ':memory:', '/dev/zero', '']
  for (const target of [...targets, ...named]) {
    const { code, out, err } = await run(['tables', ledger, '--into', target])
    expect([target, out, err.split('\n').length, code > 1]).toEqual([target, '', 2, true])
  }
  expect(targets.map((path) => everything(dirname(path)))).toEqual(before)
  expect(readdirSync('.').filter((name) => /memory|^file:/.test(name))).toEqual([])
})

test('a table of another in a file of ours is not dropped', async () => {
  const ledger = await ledgerWithPlans()
  const into = newPath('bi.sqlite')
  expect((await run(['tables', ledger, '--into', into, '--view', 'wsoa'])).code).toBe(0)
  const database = new DatabaseSync(into)
  database.exec('CREATE TABLE compliance (mine TEXT)')
  database.close()
  const { code, err } = await run(['tables', ledger, '--into', into])
  expect([code, err]).toEqual([3, expect.stringContaining('not made here')])
})

test('tables that the first version made are gone on with', async () => {
  const ledger = await ledgerWithPlans()
  const into = newPath('bi.sqlite')
  await run(['tables', ledger, '--into', into])
  const old = newPath('old.sqlite')
  const made = new DatabaseSync(into)
  made.exec(`PRAGMA application_id = 0; VACUUM INTO '${old}'`)
  made.close()
  expect(await run(['tables', ledger, '--into', old])).toMatchObject({ code: 0, err: '' })
})

test('rejected lines are written over those of an earlier import, and over nothing else', async () => {
  const ledger = await newLedger()
  const rejects = newPath('rejects.ndjson')
  const importing = (text: string, to: string) =>
    run(['import', fileOf(text), '--into', ledger, '--rejects', to])
  await importing('x\n', rejects)
  await importing('y\n', rejects)
  expect(JSON.parse(textOf(rejects)).raw).toBe('y')
  expect((await importing(line(1), rejects)).code).toBe(0)
  expect(statSync(rejects, { throwIfNoEntry: false })).toBeUndefined()
  for (const text of ['', 'my notes', line(7)]) {
    const other = fileOf(text, 'other.ndjson')
    expect([(await importing('x\n', other)).code, textOf(other)]).toEqual([3, text])
  }
})

test('names that mean no file are refused for a ledger, and make none', async () => {
  for (const name of [':memory:', 'file:a.sqlite']) {
    for (const command of [
      ['init', name],
      ['export', name],
      ['copy', await newLedger(), name],
    ]) {
      expect((await run(command)).code).toBe(2)
    }
  }
  expect(readdirSync('.').filter((name) => /memory|^file:/.test(name))).toEqual([])
})

test('an empty file becomes a ledger by init, and the target of a copy', async () => {
  const path = fileOf('', 'empty.sqlite')
  const { err } = await run(['export', path])
  expect(err).toMatch(/empty; send-ledger init makes/)
  expect((await run(['init', path])).code).toBe(0)
  const target = fileOf('', 'copy.sqlite')
  const { out } = await run(['copy', await ledgerWithPlans(), target])
  expect(out).toMatch(/^Copied 6 records/)
})

test('a ledger whose pages are damaged is told in a sentence that says what to do', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 3000)), '--into', ledger])
  const damaged = newPath('damaged.sqlite')
  const bytes = readFileSync(ledger)
  for (let at = 4096 * 12; at < bytes.length; at += 1000) bytes[at] = 0xff
  for (let at = 4096 * 20; at < 4096 * 60; at++) bytes[at] = 0xa5
  writeFileSync(damaged, bytes)
  for (const command of [
    ['view', 'compliance', damaged, ...asAt],
    ['export', damaged],
  ]) {
    const { code, err } = await run(command)
    expect([command[0], code, err.split('\n').length]).toEqual([command[0], 3, 2])
    expect(err).toMatch(/damaged/)
  }
  expect(readFileSync(damaged).equals(bytes)).toBe(true)
})

test('a copy that is killed at any moment is gone on with, or was done', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 3000)), '--into', ledger])
  const target = newPath('copy.sqlite')
  for (const killed of sampled([...Array(8).keys()], 4)) {
    const child = spawn(process.execPath, [program, 'copy', ledger, target])
    setTimeout(() => child.kill('SIGKILL'), 150 + 30 * killed)
    await once(child, 'exit')
  }
  const { code, out } = await run(['copy', ledger, target])
  expect([code, out]).toEqual([0, expect.stringContaining('Both ledgers hold 3000')])
}, 60_000)

describe('snapshots', () => {
  const view = (ledger: string, cache: string) =>
    run(['view', 'compliance', ledger, ...asAt], { env: { XDG_CACHE_HOME: cache } })

  /** The only file of snapshots. */
  const fileIn = (cache: string): string => {
    const [folder = ''] = readdirSync(join(cache, 'send-ledger'))
    const [file = ''] = readdirSync(join(cache, 'send-ledger', folder))
    return join(cache, 'send-ledger', folder, file)
  }

  const large = async (): Promise<{ ledger: string; cache: string; out: string }> => {
    const ledger = await newLedger()
    await run(['import', fileOf(lines(1, 5200)), '--into', ledger])
    const cache = dirname(newPath('cache'))
    const { out } = await view(ledger, cache)
    return { ledger, cache, out }
  }

  test('are kept with what the user may delete, and a damaged one changes no answer', async () => {
    const { ledger, cache, out } = await large()
    expect(readdirSync(dirname(ledger)).some((name) => name.includes('snapshots'))).toBe(false)
    const file = fileIn(cache)
    const bytes = readFileSync(file)
    for (const at of [0, 100, bytes.length >> 1, bytes.length - 60, bytes.length - 1]) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] as number) ^ 0x5a
      writeFileSync(file, damaged)
      expect(await view(ledger, cache)).toEqual({ code: 0, out, err: '' })
    }
  }, 60_000)

  test('whose directory is no JSON are thrown away', async () => {
    const { ledger, cache, out } = await large()
    const { snapshotFolder } = await import('@send-ledger/snapshots')
    const file = fileIn(cache)
    const name = decodeURIComponent(file.replace(/^.*\//, '').replace(/\.points$/, ''))
    for (const directory of ['{', '[]', 'null', '{"of":1}']) {
      snapshotFolder(dirname(file)).save(name, [], () => directory)
      expect(await view(ledger, cache)).toEqual({ code: 0, out, err: '' })
    }
  }, 60_000)

  test('whose hashes were made anew are named by verify and check', async () => {
    const { ledger, cache } = await large()
    const { snapshotFolder } = await import('@send-ledger/snapshots')
    const file = fileIn(cache)
    const name = decodeURIComponent(file.replace(/^.*\//, '').replace(/\.points$/, ''))
    const folder = snapshotFolder(dirname(file))
    const reader = folder.open(name)
    const sections: Buffer[] = []
    try {
      for (let n = 0; ; n++) sections.push(Buffer.from(reader?.section(n) as Uint8Array))
    } catch {
      // There are no more.
    }
    const longest = sections.reduce((a, b, i) => (i > 0 && b.length > a.length ? b : a))
    longest[longest.length - 1] = 7
    folder.save(name, sections, () => reader?.directory as string)
    const env = { XDG_CACHE_HOME: cache }
    const verified = await run(['verify', ledger], { env })
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('SnapshotWrong')])
    expect((await run(['check', ledger, ...asAt], { env })).code).toBe(1)
    expect((await run(['verify', ledger, '--no-snapshots'], { env })).code).toBe(0)
  }, 60_000)
})
