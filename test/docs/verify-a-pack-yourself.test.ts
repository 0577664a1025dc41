/**
 * The page for those who verify a pack without this software: its script and its commands, run as
 * they stand, on a pack as it was made and on packs that were forged.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { main } from '@send-ledger/cli'
import { instant } from '@send-ledger/core'
import { root } from '../house/sources.js'

const page = readFileSync(join(root, 'docs/3-how-to/verify-a-pack-yourself.md'), 'utf8')

const blocksIn = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  )

const byHand = page.slice(page.indexOf('## Without send-ledger'))
const [script = ''] = blocksIn(byHand, 'python')
const [commands = ''] = blocksIn(byHand, 'sh')

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-yourself-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...argv: readonly string[]): Promise<string> => {
  let said = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      said += String(chunk)
      done()
    },
  })
  const code = await main(argv, {
    stdout: sink,
    stderr: sink,
    stdin: (async function* () {})(),
    env: {},
    isTTY: { stdout: false, stderr: false },
    now: () => instant('2021-11-01T12:00:00.000Z'),
  })
  return `${code}: ${said}`
}

const at = (name: string): string => join(folder, name)

/** What the page needs, told by name where a machine has not got it. */
const needed: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['sha256sum', ['--version'], /coreutils|sha256sum/],
  ['python3', ['--version'], /^Python 3\./],
  ['openssl', ['version'], /^OpenSSL ([3-9]|\d\d)\./],
]

beforeAll(async () => {
  for (const [tool, argv, says] of needed) {
    const { stdout = '', error } = spawnSync(tool, argv, { encoding: 'utf8' })
    if (error !== undefined || !says.test(stdout)) {
      throw new Error(`this test needs ${tool} (${says}), and found ${error?.message ?? stdout}`)
    }
  }
  const ledger = at('walsall.sqlite')
  const issued = ['evidence', ledger, '--as-at', '2021-07-31', '--key', at('council.key')]
  const done = [
    await run('init', ledger, '--origin', 'urn:example:walsall'),
    await run('key', 'new', at('council.key'), '--name', 'urn:example:walsall'),
    await run('key', 'new', at('other.key'), '--name', 'urn:example:walsall'),
    ...(await recorded(ledger, [1, 2, 3])),
    await run(...issued, '--out', at('earlier-pack')),
    ...(await recorded(ledger, [4])),
    await run(...issued, '--out', at('pack'), '--previous', at('earlier-pack')),
  ]
  for (const each of done) expect(each).toMatch(/^0: /)
}, 60_000)

const recorded = async (ledger: string, cases: readonly number[]): Promise<readonly string[]> => {
  const done: string[] = []
  for (const n of cases) {
    const data = JSON.stringify({ requestedBy: 'school', startedBy: 'request' })
    const event = [`case-${n}`, 'RequestReceived', '--on', `2021-05-0${n}`, '--data', data]
    done.push(await run('record', ledger, ...event))
  }
  return done
}

/** Follows the page in a new folder, with a pack and a key. */
const followed = (pack: string, key: string): { readonly code: number | null; said: string } => {
  const place = mkdtempSync(join(folder, 'run-'))
  cpSync(pack, join(place, 'pack'), { recursive: true })
  cpSync(key, join(place, 'council.key.pub'))
  writeFileSync(join(place, 'check.py'), script)
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', commands], {
    cwd: place,
    encoding: 'utf8',
  })
  return { code: status, said: `${stdout}${stderr}` }
}

const copyOf = (pack: string): string => {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(pack, copy, { recursive: true })
  return copy
}

const change = (pack: string, file: string, to: (text: string) => string): void => {
  const path = join(pack, file)
  const before = readFileSync(path, 'utf8')
  const after = to(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

/** Makes every digest of a pack again, as a forger does. */
const relisted = (pack: string): void => {
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(pack, file)))
      .digest('hex')
  const paths = readdirSync(join(pack, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(pack.length + 1))
    .sort((a, b) => (a < b ? -1 : 1))
  const lines = (of: readonly string[]) => of.map((path) => `${digest(path)}  ${path}\n`).join('')
  writeFileSync(join(pack, 'manifest-sha256.txt'), lines(paths))
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt']
  writeFileSync(join(pack, 'tagmanifest-sha256.txt'), lines(tags))
}

test('the page uses nothing but the three tools', () => {
  const tools = [...commands.matchAll(/(?:^|&& )\(?(?:cd pack && )?(\w+)/gm)].map(
    ([, tool]) => tool,
  )
  expect(tools).toEqual(['sha256sum', 'python3', 'openssl'])
  const modules = [...script.matchAll(/^(?:import|from) (.*)$/gm)].map(([, names]) => names)
  expect(modules).toEqual(['base64, hashlib, pathlib, sys'])
})

test('a pack as it was made is verified by hand', () => {
  const { code, said } = followed(at('pack'), at('council.key.pub'))
  expect(said).toContain('Signature Verified Successfully')
  expect(said).toMatch(/^urn:example:walsall: 5 records, root \S{44}\./m)
  expect(code).toBe(0)
})

test('a file that was changed', () => {
  const pack = copyOf(at('pack'))
  change(pack, 'data/report.html', (html) => html.replace('5', '6'))
  const { code, said } = followed(pack, at('council.key.pub'))
  expect([code, said]).toEqual([1, expect.stringContaining('data/report.html: FAILED')])
})

test('a file more than is listed', () => {
  const pack = copyOf(at('pack'))
  writeFileSync(join(pack, 'data/more.txt'), 'Trust me.')
  const { code, said } = followed(pack, at('council.key.pub'))
  expect([code, said]).toEqual([
    1,
    expect.stringContaining("NO: not listed, or missing: ['data/more.txt']"),
  ])
})

test('a report changed, and every digest made again', () => {
  const pack = copyOf(at('pack'))
  change(pack, 'data/report.html', (html) => html.replace('5', '6'))
  relisted(pack)
  const { code, said } = followed(pack, at('council.key.pub'))
  expect([code, said]).toEqual([
    1,
    expect.stringContaining('NO: the files are not those that were signed'),
  ])
})

/** Makes the line for the files again too, which only breaks the signature. */
const resealed = (pack: string): void => {
  const covered = readFileSync(join(pack, 'manifest-sha256.txt'), 'utf8')
    .split('\n')
    .filter(
      (line) => line !== '' && !/ data\/(ledger\/checkpoint|ro-crate-metadata\.json)$/.test(line),
    )
    .map((line) => `${line}\n`)
    .join('')
  const seal = createHash('sha256').update(covered).digest('hex')
  change(pack, 'data/ledger/checkpoint', (note) => note.replace(/(?<=pack sha256 )[0-9a-f]+/, seal))
  relisted(pack)
}

test('the last record cut off, and everything made again but the signature', () => {
  const pack = copyOf(at('pack'))
  change(pack, 'data/ledger/records.ndjson', (lines) => lines.replace(/[^\n]+\n$/, ''))
  relisted(pack)
  resealed(pack)
  const cut = followed(pack, at('council.key.pub'))
  expect([cut.code, cut.said]).toEqual([
    1,
    expect.stringContaining('NO: there are 4 records, and 5 were signed'),
  ])
})

test('a record changed, and everything made again but the signature', () => {
  const pack = copyOf(at('pack'))
  change(pack, 'data/ledger/records.ndjson', (lines) => lines.replace('"school"', '"parent"'))
  relisted(pack)
  resealed(pack)
  const { code, said } = followed(pack, at('council.key.pub'))
  expect([code, said]).toEqual([
    1,
    expect.stringContaining('NO: the records are not those that were signed'),
  ])
})

test('a report changed, and everything made again but the signature', () => {
  const pack = copyOf(at('pack'))
  change(pack, 'data/report.html', (html) => html.replace('5', '6'))
  relisted(pack)
  resealed(pack)
  const { code, said } = followed(pack, at('council.key.pub'))
  expect([code, said]).toEqual([1, expect.stringMatching(/Signature Verification Failure/)])
})

test('a pack by another key', () => {
  const { code, said } = followed(at('pack'), at('other.key.pub'))
  expect([code, said]).toEqual([1, expect.stringContaining('NO: it is not signed with this key')])
})

test('the same pack is verified with send-ledger, as the page says', async () => {
  const lines = blocksIn(page.slice(0, page.indexOf(byHand)), 'sh')
    .join('')
    .trim()
    .split('\n')
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    const argv = line.split(' ').slice(2)
    const inFolder = argv.map((each) =>
      /^(pack|earlier-pack|council\.key\.pub)$/.test(each) ? at(each) : each,
    )
    expect(await run(...inFolder)).toMatch(/^0: .*Verified/s)
  }
})
