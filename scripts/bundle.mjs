/**
 * The command as it is shipped: a few files, so that it starts at once. A command of `send-ledger`
 * is loaded when it is called, and is a file of its own with what it alone needs.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './steps.mjs'

const cli = join(root, 'packages/cli')

/** Those that bring machine code, or read files of their own; the command depends on each itself. */
const external = [
  '@eventstore/db-client',
  '@photostructure/sqlite',
  'govuk-frontend',
  'highs',
  'nunjucks',
]

const { dependencies, engines } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'))
const undeclared = external.filter((name) => dependencies[name] === undefined)
if (undeclared.length > 0) throw new Error(`packages/cli does not name ${undeclared.join(', ')}`)

const outdir = join(cli, 'bundle')
rmSync(outdir, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(cli, 'src/main.ts')],
  outdir,
  bundle: true,
  splitting: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: `node${engines.node.replace('>=', '')}`,
  // From the sources, so that a place in an error is one of them.
  conditions: ['send-ledger-source'],
  external,
  sourcemap: true,
  // Side by side: the command reads its version from beside the folder.
  chunkNames: '[name]-[hash]',
  // Packages that are no ES modules ask for modules of Node in their own way.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
})

/** The folders of the packages of others that stand in the bundle. */
const folders = new Set(
  Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  ),
)

/** Their licences ask that they go wherever the code goes. */
const licences = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each))
  const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
})
writeFileSync(join(outdir, 'notices-of-others.txt'), licences.join(`\n${'-'.repeat(72)}\n\n`))
