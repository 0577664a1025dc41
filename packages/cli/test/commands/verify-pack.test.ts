import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileOf, ledgerWithPlans, newPath, run, textOf } from '../running.js'
import { newKey } from '../signing.js'

const origin = 'urn:send-ledger:walsall'

interface Issued {
  readonly ledger: string
  readonly key: string
  readonly first: string
  readonly second: string
}

let issued: Issued

const evidence = async (ledger: string, key: string, asAt: string, ...more: readonly string[]) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'send-ledger-pack-')), 'pack')
  const argv = [
    'evidence',
    ledger,
    '--as-at',
    asAt,
    '--key',
    key,
    '--out',
    folder,
    '--zip',
    ...more,
  ]
  const { code, err } = await run(argv)
  if (code !== 0) throw new Error(err)
  return folder
}

beforeAll(async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey(origin)
  const first = await evidence(ledger, key, '2021-06-30', '--known-at', '2021-06-30')
  const second = await evidence(ledger, key, '2021-07-31', '--previous', first)
  issued = { ledger, key, first, second }
}, 60_000)

/** A copy of a pack with one of its files changed. */
const damaged = (folder: string, file: string): string => {
  const copy = newPath('copy')
  cpSync(folder, copy, { recursive: true })
  writeFileSync(join(copy, file), `${readFileSync(join(copy, file), 'utf8')} `)
  return copy
}

test('a pack is verified, as a folder and as a zip file', async () => {
  const { second, first, key } = issued
  for (const pack of [second, `${second}.zip`]) {
    for (const since of [first, `${first}.zip`]) {
      const { code, out, err } = await run([
        'verify',
        pack,
        '--key',
        `${key}.pub`,
        '--since',
        since,
      ])
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(
        /^The pack "SEND evidence of urn:send-ledger:walsall" of urn:send-ledger:walsall, as at 2021-07-31/,
      )
      expect(out).toContain('byte for byte')
      expect(out).toContain(`The checkpoint is signed by ${origin}`)
      expect(out.endsWith('Verified: what was looked at holds.\n')).toBe(true)
    }
  }
})

test('what was not checked is said', async () => {
  const { out, code } = await run(['verify', issued.second])
  expect(code).toBe(0)
  expect(out).toMatch(/^Not checked:\n(- .*\n)*- who made the pack: anybody can make one/m)
  expect(out).toContain('what that one said, and whether it is the one that you hold')
})

test('a pack that was changed is told, and the exit code says no', async () => {
  const copy = damaged(issued.second, 'data/report.html')
  const { code, out } = await run(['verify', copy, '--key', `${issued.key}.pub`, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    what: 'pack',
    holds: false,
    findings: [
      { _tag: 'DigestWrong', path: 'data/report.html', says: expect.stringMatching(/was changed/) },
      { _tag: 'DigestWrong' },
    ],
    notChecked: [{ _tag: 'RestNotChecked' }],
    checked: [expect.stringContaining('digests')],
  })
})

test('a pack by another key is told', async () => {
  const other = textOf(`${await newKey(origin)}.pub`).trim()
  const { code, out } = await run(['verify', issued.second, '--key', other])
  expect([code, out]).toEqual([1, expect.stringContaining('NotSigned: ')])
})

test('a witness that signed the checkpoint of the pack is told with its date', async () => {
  const chair = await newKey('chair.example.org', '--cosignature')
  const checkpoint = newPath('cosigned')
  const inside = join(issued.second, 'data/ledger/checkpoint')
  const signedBy = ['--signed-by', `${issued.key}.pub`]
  await run(['cosign', inside, '--key', chair, '--out', checkpoint, ...signedBy])
  const keys = ['--key', `${issued.key}.pub`, '--key', `${chair}.pub`]
  const { code, out } = await run(['verify', issued.second, '--checkpoint', checkpoint, ...keys])
  expect(code).toBe(0)
  expect(out).toContain('chair.example.org')
  const other = ['verify', issued.first, '--checkpoint', checkpoint, ...keys]
  expect(await run(other)).toMatchObject({
    code: 1,
    out: expect.stringContaining('CheckpointDiffers: '),
  })
})

test('the checkpoint of a pack finds a ledger that was cut since', async () => {
  const checkpoint = join(issued.second, 'data/ledger/checkpoint')
  const against = ['--checkpoint', checkpoint, '--key', `${issued.key}.pub`]
  expect((await run(['verify', issued.ledger, ...against])).code).toBe(0)
  const cut = await ledgerWithPlans()
  const { code, out } = await run(['verify', cut, ...against])
  expect([code, out]).toEqual([1, expect.stringContaining('LedgerTooShort')])
})

test('the ledger lists the packs that were issued from it', async () => {
  const { out } = await run(['verify', issued.ledger])
  const { packRoot } = JSON.parse((await run(['verify', issued.first, '--json'])).out)
  expect(out).toContain(packRoot)
})

test.each<[string, () => readonly string[], number]>([
  ['a folder that is no pack', () => [mkdtempSync(join(tmpdir(), 'no-pack-'))], 2],
  ['an earlier pack that is not there', () => [issued.second, '--since', newPath('none')], 3],
  [
    'an earlier pack that is none',
    () => [issued.second, '--since', mkdtempSync(join(tmpdir(), 'no-pack-'))],
    2,
  ],
  ['a checkpoint that is none', () => [issued.second, '--checkpoint', fileOf('a\n', 'b')], 2],
  ['a key that is none', () => [issued.second, '--key', 'hello'], 2],
  ['an earlier pack for a ledger', () => [issued.ledger, '--since', issued.first], 2],
])('%s is refused in a sentence', async (_, argv, code) => {
  const ran = await run(['verify', ...argv()])
  expect(ran).toMatchObject({ code, out: '' })
  expect(ran.err).toMatch(/^send-ledger: [^\n]+\n$/)
})

afterAll(() => {
  for (const folder of [issued.first, issued.second])
    rmSync(join(folder, '..'), { recursive: true })
})
