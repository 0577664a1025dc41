/**
 * What users run must run on Windows too: as far as that can be read from the sources.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitsWindows } from '../kit/windows-names.js'
import { root, sources } from './sources.js'

test('a name that Windows does not take is known', () => {
  const none = [
    'con',
    'views/aux.json',
    'NUL.txt',
    'com1',
    'a:b',
    'what?.csv',
    'end.',
    'end ',
    'a\\b',
  ]
  expect(none.filter(fitsWindows)).toEqual([])
  const good = ['console.ts', 'views/auxiliary.json', 'com10.txt', '.gitignore', 'a b.csv']
  expect(good.filter((name) => !fitsWindows(name))).toEqual([])
})

test('every file of the repository has a name that Windows takes, and one only', () => {
  const kept = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  const files = kept.split('\0').filter((file) => file !== '')
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => !fitsWindows(file))).toEqual([])
  expect(files.filter((file) => file.length > 150)).toEqual([])
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
})

/** What only some systems have, or what goes wrong on Windows. */
const notThere: readonly (readonly [string, RegExp])[] = [
  ['a program of the system', /from 'node:child_process'|\bspawn(Sync)?\(|\bexecFile/],
  ['an owner or bits of a file changed', /\b(chmod|chown|getuid|getgid|umask)\b/],
  ['a folder of one system', /['"`]\/(tmp|dev|var|etc|usr|bin)\//],
  ['a path out of a URL', /new URL\([^)]*\)\.pathname/],
  ['a path cut at slashes', /\b(path|file|folder)\.split\('\/'\)\.(at|pop)/],
  // Windows flushes no file that is open for reading only.
  ['a file flushed that is open for reading', /openSync\([^)]*, 'r'\)\s*try \{\s*fsyncSync/],
  ['a program imported by its path', /import\((?!'|pathToFileURL)[^)]/],
]

test.each(notThere)('no source uses %s', (_, wrong) => {
  // Comments name such things; the examples in them are run by the tests on this system only.
  const code = (file: string) =>
    readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  expect(sources.filter((file) => wrong.test(code(file)))).toEqual([])
})
