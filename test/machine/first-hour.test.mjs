/**
 * The first hour with `send-ledger` alone, from its tarball: `npm install send-ledger` in an empty
 * folder brings the door and the command, however one writes JavaScript.
 */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { before, describe, test } from 'node:test'
import { build } from 'esbuild'
import { write } from './folder.mjs'
import { output } from './ran.mjs'
import { installedAlone, nodes, packed, programOf, root } from './tarballs.mjs'

/** The example of the package's README, as it stands there. */
const example = () => {
  const text = readFileSync(join(root, 'packages/send-ledger/README.md'), 'utf8')
  const [, code] = /```ts\n([\s\S]*?)```/.exec(text)
  assert.match(code, /^import \{ .* \} from 'send-ledger'\n/)
  return code
}

/** The same for those who write CommonJS, where nothing can be awaited outside a function. */
const inCommonJs = (code) => {
  const [, names] = /^import (\{ .* \}) from 'send-ledger'\n/.exec(code)
  const rest = code.slice(code.indexOf('\n') + 1)
  return `const ${names} = require('send-ledger')\nconst main = async () => {\n${rest}}\nmain()\n`
}

/** These bring files of their own, which no bundle can hold. */
const external = ['@photostructure/sqlite', '@eventstore/db-client']

let folder

before(async () => {
  folder = installedAlone('send-ledger', packed())
  const code = example()
  write(folder, [
    ['by-import.mjs', code],
    ['by-require.cjs', inCommonJs(code)],
    ['by-tsx.mts', code],
  ])
  const bundled = { absWorkingDir: folder, bundle: true, platform: 'node', external }
  const [esm, cjs] = [['by-import.mjs'], ['by-require.cjs']]
  await build({ ...bundled, entryPoints: esm, format: 'esm', outfile: 'bundled.mjs' })
  await build({ ...bundled, entryPoints: cjs, format: 'cjs', outfile: 'bundled.cjs' })
})

test('ours are there once, each as it was packed, and none was named by the user', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const ours = Object.entries(lock.packages).filter(([path]) => /@send-ledger\//.test(path))
  assert.ok(ours.length > 10)
  for (const [path, { resolved }] of ours) assert.match(resolved, /^file:/, path)
})

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')

for (const node of nodes) {
  describe(node === 'this Node' ? node : `Node ${node}`, () => {
    let program

    before(() => {
      program = programOf(node)
    })

    for (const [how, args] of [
      ['by import', ['by-import.mjs']],
      ['by require', ['by-require.cjs']],
      ['bundled as an ES module', ['bundled.mjs']],
      ['bundled as CommonJS', ['bundled.cjs']],
      ['by tsx', [tsx, 'by-tsx.mts']],
    ]) {
      test(how, () => {
        // A folder of its own, with a space in its name, for the ledger that it makes.
        const cwd = join(folder, `${how} ${node}`)
        mkdirSync(cwd)
        const file = join(folder, args.at(-1))
        assert.equal(output(program, [...args.slice(0, -1), file], { cwd }), '100.0\n')
      })
    }

    // That each Node makes the demo is a test of the packages.
    test('npx finds the command', () => {
      const PATH = [dirname(program), process.env.PATH].join(delimiter)
      const made = [
        'send-ledger',
        'init',
        `by npx ${node}.sqlite`,
        '--origin',
        'urn:example:walsall',
      ]
      const said = output('npx', made, { cwd: folder, env: { PATH } })
      assert.match(said, /an empty ledger called urn:example:walsall/)
    })
  })
}
