/**
 * The package as it is built, in processes of its own: the same report gives the same bytes
 * whatever the time zone and the language of the machine.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reportFiles } from '@send-ledger/documents/files'
import { held, publicSample, sample } from './model/sample.js'

const doors = ['index.js', 'files.js'].map((door) => join(__dirname, '../dist', door))

const machines = {
  plain: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  // A day ahead of London, and a language whose small letter of I is no i.
  faraway: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
} as const

const program = `
  import { createHash } from 'node:crypto'
  import { readFileSync } from 'node:fs'
  const { checkDocument } = await import(process.argv[1])
  const { reportFiles } = await import(process.argv[2])
  for (const document of JSON.parse(readFileSync(0, 'utf8'))) {
    for (const [path, bytes] of reportFiles(checkDocument(document).right)) {
      console.log(path, createHash('sha256').update(bytes).digest('hex'))
    }
  }
`

const digestsOn = (machine: Readonly<Record<string, string>>): string => {
  const { PATH = '' } = process.env
  const urls = doors.map((door) => pathToFileURL(door).href)
  const args = ['--input-type=module', '-e', program, ...urls]
  const ran = spawnSync(process.execPath, args, {
    env: { PATH, ...machine },
    input: JSON.stringify([sample, publicSample]),
    encoding: 'utf8',
  })
  expect(ran.stderr).toBe('')
  return ran.stdout
}

test('the package has been built', () => {
  expect(doors.map((door) => existsSync(door))).toEqual([true, true])
})

test('the same report gives the same bytes in Apia and Turkish as in UTC and C, and here', () => {
  const here = [sample, publicSample].flatMap((document) =>
    [...reportFiles(held(document))].map(
      ([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}\n`,
    ),
  )
  expect(here).toHaveLength(2 * (4 + 2 + 4))
  expect(digestsOn(machines.plain)).toBe(here.join(''))
  expect(digestsOn(machines.faraway)).toBe(here.join(''))
}, 60_000)
