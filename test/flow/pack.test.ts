/**
 * Packs, in a long run those of the demo, made again by the command as it is installed, in processes of their own: in
 * another time zone and another language they have the same bytes, zipped too.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../kit/command.js'
import { longTest } from '../kit/long.js'

const machines = {
  plain: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  // A day ahead of London, and a language whose small letter of I is no i.
  faraway: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
}

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-packs-'))

const runOn = (machine: Readonly<Record<string, string>>, args: readonly string[]): string => {
  const { PATH = '' } = process.env
  const ran = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH, ...machine },
    encoding: 'utf8',
  })
  expect([args[0], ran.status, ran.stderr]).toEqual([args[0], 0, ''])
  return ran.stdout
}

/** Makes a pack on a machine. */
const packOn = (
  machine: keyof typeof machines,
  ledger: string,
  args: readonly string[],
): { readonly packRoot: string; readonly zip: Buffer } => {
  const pack = `${ledger}-${machine}`
  const made = ['evidence', `${ledger}.sqlite`, ...args, '--out', pack, '--zip', '--json']
  const { packRoot } = JSON.parse(runOn(machines[machine], made))
  return { packRoot, zip: readFileSync(join(folder, `${pack}.zip`)) }
}

/** Makes the second pack of the demo again. */
const again = (machine: keyof typeof machines) =>
  packOn(machine, 'walsall', [
    ...['--as-at', '2021-10-31', '--known-at', '2021-10-31'],
    ...['--title', 'Walsall SEND improvement programme, 31 October 2021'],
    ...['--previous', 'evidence-2021-07-31'],
  ])

/** Lines on both sides of midnight in London, of a request and of somebody who starts work. */
const lines = [
  {
    type: 'uk.send-ledger.RequestReceived.v1',
    subject: 'case-1',
    effectivedate: '2021-01-08',
    recordedtime: '2021-01-08T23:59:59.999Z',
    data: { requestedBy: 'school', startedBy: 'request' },
  },
  {
    type: 'uk.send-ledger.WorkerStarted.v1',
    subject: 'worker-i',
    effectivedate: '2021-07-01',
    recordedtime: '2021-06-30T23:00:00.000Z',
    data: { team: '\u0130stanbul \u0131', role: 'ITINERANT', fte: 0.8, contract: 'permanent' },
  },
].map((line, i) => ({
  specversion: '1.0',
  id: `0190a1b2-0000-7000-8000-00000000000${i}`,
  source: 'urn:send-ledger:test',
  datacontenttype: 'application/json',
  ...line,
}))

test('the command has been built', () => {
  expect(existsSync(join(program, '../../dist/main.js'))).toBe(true)
})

test('a small pack has the same bytes in Apia and Turkish as in UTC and C', () => {
  writeFileSync(join(folder, 'lines.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'))
  const { plain } = machines
  runOn(plain, ['init', 'small.sqlite', '--origin', 'urn:example:small'])
  runOn(plain, ['key', 'new', 'small.sqlite.key', '--name', 'urn:example:small'])
  runOn(plain, ['import', 'lines.ndjson', '--into', 'small.sqlite', '--recorded-time', 'keep'])
  const asked = ['--as-at', '2021-07-31', '--known-at', '2021-07-31']
  const [here, faraway] = [packOn('plain', 'small', asked), packOn('faraway', 'small', asked)]
  expect(faraway.packRoot).toBe(here.packRoot)
  expect(faraway.zip.equals(here.zip)).toBe(true)
}, 60_000)

longTest(
  'a pack has the same bytes in Apia and Turkish as in UTC and C',
  () => {
    const demo = JSON.parse(runOn(machines.faraway, ['demo', '--out', '.', '--json']))
    const [plain, faraway] = [again('plain'), again('faraway')]
    expect(plain.packRoot).toBe(demo.packs[1].packRoot)
    expect(faraway.packRoot).toBe(plain.packRoot)
    expect(faraway.zip.equals(plain.zip)).toBe(true)
  },
  180_000,
)
