/**
 * The packs of the demo made again by the command as it is installed, in processes of their own: in
 * another time zone and another language they have the same bytes, zipped too.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(__dirname, '../../packages/cli/bin/send-ledger.js')

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

/** Makes the second pack of the demo again. */
const again = (
  machine: keyof typeof machines,
): { readonly packRoot: string; readonly zip: Buffer } => {
  const out = runOn(machines[machine], [
    ...['evidence', 'walsall.sqlite', '--as-at', '2021-10-31', '--known-at', '2021-10-31'],
    ...['--title', 'Walsall SEND improvement programme, 31 October 2021'],
    ...['--previous', 'evidence-2021-07-31', '--out', `again-${machine}`, '--zip', '--json'],
  ])
  return {
    packRoot: JSON.parse(out).packRoot,
    zip: readFileSync(join(folder, `again-${machine}.zip`)),
  }
}

test('the command has been built', () => {
  expect(existsSync(join(program, '../../dist/main.js'))).toBe(true)
})

test('a pack has the same bytes in Apia and Turkish as in UTC and C', () => {
  const demo = JSON.parse(runOn(machines.faraway, ['demo', '--out', '.', '--json']))
  const [plain, faraway] = [again('plain'), again('faraway')]
  expect(plain.packRoot).toBe(demo.packs[1].packRoot)
  expect(faraway.packRoot).toBe(plain.packRoot)
  expect(faraway.zip.equals(plain.zip)).toBe(true)
}, 180_000)
