/**
 * The command's reference and man page say what its help says: `npm run docs:command` writes both.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/sources.js'
import { type Described, described } from './described.js'
import { commandPage, manPage } from './pages.js'

const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = text('docs/4-reference/command.md')
let all: readonly Described[]

beforeAll(async () => {
  all = await described()
}, 60_000)

test('every command, argument and option is described', () => {
  expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['init', 'key new', 'demo']))
  const terms = all.flatMap((each) => [...each.arguments, ...each.options])
  expect(terms.length).toBeGreaterThan(60)
  expect([...all, ...terms].filter(({ says }) => says.trim() === '')).toEqual([])
})

test('docs/4-reference/command.md is what npm run docs:command writes', () => {
  expect(commandPage(page, all)).toBe(page)
})

test('so is the man page', () => {
  expect(text('packages/cli/man/send-ledger.1')).toBe(manPage(page, all))
})

test('man finds nothing wrong with it, where it is installed', () => {
  const file = join(root, 'packages/cli/man/send-ledger.1')
  const said = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', file], { encoding: 'utf8' })
  if (said.error === undefined) expect(said.stderr).toBe('')
})
