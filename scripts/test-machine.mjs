/**
 * `npm run test:machine`: the tests that need more of a machine than Node and npm: a browser, an
 * office suite, other versions of Node. It ends with a line that counts them.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { build, install, root } from './steps.mjs'

/** The packages of Debian that the tests need, and the program of each that they start. */
const programs = {
  chromium: 'chromium',
  'libreoffice-calc': 'soffice',
  'poppler-utils': 'pdftotext',
}

const missing = Object.entries(programs)
  .filter(([, program]) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
  .map(([name]) => name)
if (missing.length > 0) {
  console.error(`The tests of the machine need: apt-get install ${missing.join(' ')}`)
  process.exit(2)
}

install()
build()

const folder = join(root, 'test/machine')
const wanted = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => join(folder, name))

const counts = { passed: 0, failed: 0 }
const tests = run({ files, concurrency: 1, timeout: 600_000 })
tests.on('test:pass', ({ details, skip }) => {
  if (details.type !== 'suite' && skip === undefined) counts.passed++
})
// A file that cannot be run counts as a test that fails.
tests.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') counts.failed++
})
tests.compose(new spec()).pipe(process.stdout)
process.on('exit', (code) => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
  if (code === 0 && (counts.failed > 0 || counts.passed === 0)) process.exitCode = 1
})
