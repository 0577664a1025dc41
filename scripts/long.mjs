/**
 * `node scripts/long.mjs`: the test files of which `npm test` takes a part, whole. They are those
 * that import `test/kit/long.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { installed, root } from './steps.mjs'

const testsIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name.endsWith('.test.ts') && !/node_modules/.test(parentPath))
    .map(({ name, parentPath }) => relative(root, join(parentPath, name)))

const files = ['packages', 'examples', 'test']
  .flatMap(testsIn)
  .filter((file) => readFileSync(join(root, file), 'utf8').includes("kit/long.js'"))
if (files.length === 0) throw new Error('no test file imports test/kit/long.ts')

installed('jest/bin/jest.js', ['--runTestsByPath', ...files, ...process.argv.slice(2)], {
  env: { SEND_LEDGER_LONG: '1' },
})
