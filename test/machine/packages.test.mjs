/**
 * The packages as they are published, in the hands of somebody who installs them: with the oldest
 * Node that is promised, with those that followed, and with TypeScript at its strictest.
 */
import assert from 'node:assert/strict'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { write } from './folder.mjs'
import { output } from './ran.mjs'
import { broken, doors, installed, nodes, packed, programOf, root } from './tarballs.mjs'

const tarballs = packed()

describe('the tarballs', () => {
  for (const [name, file] of tarballs) {
    test(`${name}: publint and are-the-types-wrong find nothing`, async () => {
      assert.deepEqual(await wrongWith(file), [])
    })
  }

  for (const [name, file] of tarballs) {
    test(`${name}: has its licence, README, types and maps, and no test`, () => {
      const paths = output('tar', ['-tzf', file]).trim().split('\n')
      const has = (path) => paths.includes(`package/${path}`)
      assert.ok(['LICENSE', 'README.md', 'package.json'].every(has))
      const code = paths.filter((path) => /\/dist\/.*\.js$/.test(path))
      assert.ok(code.length > 0)
      const lacking = code
        .flatMap((path) =>
          ['.d.ts', '.d.ts.map', '.js.map'].map((end) => path.replace(/\.js$/, end)),
        )
        .filter((path) => !paths.includes(path))
      assert.deepEqual(lacking, [])
      // Each map leads to a source that is there too.
      const sources = code.map((path) => path.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))
      assert.deepEqual(
        sources.filter((path) => !paths.includes(path)),
        [],
      )
      assert.deepEqual(
        paths.filter((path) => /\.test\.|\/test\/|tsbuildinfo|node_modules|\.sqlite$/.test(path)),
        [],
      )
      const { dependencies = {} } = JSON.parse(
        output('tar', ['-xzOf', file, 'package/package.json']),
      )
      const loose = Object.entries(dependencies).filter(
        ([, range]) => !/^\d+\.\d+\.\d+$/.test(range),
      )
      assert.deepEqual(loose, [])
    })
  }

  test('a package without its files, or without types, is found out', async () => {
    const missing = broken({ exports: { '.': './missing.js' } })
    assert.ok((await wrongWith(missing)).some((found) => found.includes('FILE_DOES_NOT_EXIST')))
    const untyped = broken({ type: 'module', exports: { '.': './package.json' } })
    assert.ok((await wrongWith(untyped)).length > 0)
  })
})

/** What two checkers of packages say. Ours are ES modules only, so old ways of finding are left. */
const wrongWith = async (file) => {
  const bytes = new Uint8Array(readFileSync(file))
  const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
  const { problems = [{ kind: 'Untyped' }] } = await checkPackage(
    createPackageFromTarballData(bytes),
  )
  return [
    ...messages.map(({ code }) => code),
    ...problems
      .filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind))
      .map(({ kind, resolutionKind }) => `${kind} ${resolutionKind}`),
  ]
}

describe('installed in an empty folder', () => {
  let folder

  before(() => {
    folder = installed(tarballs)
    cpSync(fileURLToPath(new URL('doors.mjs', import.meta.url)), join(folder, 'doors.mjs'))
    write(folder, [
      ['embed.ts', readmeExample()],
      ['doors.ts', doors.map((door, i) => `export * as door${i} from '${door}'\n`).join('')],
      ['wrong.ts', "import { civilDate } from '@send-ledger/core'\ncivilDate(2021)\n"],
    ])
  })

  test('each package is there once, from its tarball', () => {
    const scoped = readdirSync(join(folder, 'node_modules/@send-ledger'))
    const names = [...scoped.map((name) => `@send-ledger/${name}`), 'send-ledger']
    assert.deepEqual(names, [...tarballs.keys()].sort())
    const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
    const ours = Object.entries(lock.packages).filter(([path]) =>
      /\/(@send-ledger\/[a-z-]+|send-ledger)$/.test(path),
    )
    assert.equal(ours.length, names.length)
    for (const [path, { resolved }] of ours) assert.match(resolved, /^file:/, path)
  })

  test('the example of the README compiles, with the types of all that it needs checked', () => {
    for (const compiler of compilers) compile(folder, compiler, ['embed.ts'])
  })

  test('so does every door, and a mistake does not', () => {
    for (const compiler of compilers) {
      compile(folder, compiler, ['doors.ts'])
      assert.throws(() => compile(folder, compiler, ['wrong.ts']), /TS2345.*wrong|wrong.*TS2345/s)
    }
  })

  for (const node of nodes) {
    describe(node === 'this Node' ? node : `Node ${node}`, () => {
      let program

      before(() => {
        program = programOf(node)
      })

      test('every door opens by import and by require, and the example works', () => {
        const said = JSON.parse(output(program, ['doors.mjs', ...doors], { cwd: folder }))
        const version = node === 'this Node' ? process.version : `v${node}`
        assert.deepEqual(said, { node: version, doors: doors.length, percent: '100.0' })
      })

      test('the command makes the demo, each of its figures the published one', () => {
        const command = join(folder, 'node_modules/@send-ledger/cli/bin/send-ledger.js')
        const demo = [command, 'demo', '--json', '--out', join(folder, `demo with ${node}`)]
        const { figures } = JSON.parse(output(program, demo))
        assert.ok(figures.length > 50)
        assert.deepEqual(
          figures.filter(({ equal }) => !equal),
          [],
        )
      })
    })
  }

  test('npx finds the command', () => {
    const demo = ['send-ledger', 'demo', '--quiet', '--out', 'demo']
    assert.match(output('npx', demo, { cwd: folder }), /Walsall/)
  })
})

/** The example of how to embed, as it stands in the README. */
const readmeExample = () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const [, code] = /<!-- region examples\/01-embed.ts embed -->\n```ts\n([\s\S]*?)```/.exec(text)
  return code
}

/** TypeScript 7, and 6 with its own compiler. */
const compilers = ['ts7/bin/tsc', 'typescript/bin/tsc6']

const compile = (folder, compiler, files) => {
  const options = {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  }
  write(folder, [['tsconfig.json', JSON.stringify({ compilerOptions: options, files })]])
  output(process.execPath, [join(root, 'node_modules', compiler)], { cwd: folder })
}
