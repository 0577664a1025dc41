/**
 * The published packages as tarballs, and a folder of somebody who installed them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newFolder, write } from './folder.mjs'
import { output } from './ran.mjs'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The manifests of the packages that are published. */
const published = JSON.parse(
  output('npx', ['--yes', manifest(root).packageManager, 'list', '-r', '--json', '--depth', '-1'], {
    cwd: root,
  }),
)
  .filter((listed) => !listed.private)
  .map(({ path }) => manifest(path))

/** What the packages let out, as an import names it: `@send-ledger/core/store`. */
export const doors = published.flatMap(({ name, exports }) =>
  Object.keys(exports).map((door) => name + door.slice(1)),
)

/** The path of the tarball of each published package by its name. */
export const packed = () => {
  const folder = newFolder()
  const only = published.flatMap(({ name }) => ['--filter', name])
  const pack = ['-r', ...only, 'pack', '--pack-destination', folder]
  output('npx', ['--yes', manifest(root).packageManager, ...pack], { cwd: root })
  const files = readdirSync(folder)
  return new Map(
    published.map(({ name, version }) => {
      const file = `${name.slice(1).replace('/', '-')}-${version}.tgz`
      if (!files.includes(file)) throw new Error(`${name} was not packed`)
      return [name, join(folder, file)]
    }),
  )
}

/**
 * A new folder in which npm installed the tarballs, and the types that TypeScript needs. Since all
 * are named, what they need of one another is there already, and not asked of the registry.
 */
export const installed = (tarballs) => {
  const folder = newFolder()
  const { devDependencies } = manifest(root)
  const user = {
    name: 'somebody',
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`])),
      '@types/node': devDependencies['@types/node'],
    },
  }
  write(folder, [['package.json', JSON.stringify(user)]])
  output('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  return folder
}

/** A tarball with one file, a manifest: for checks that must find something wrong with it. */
export const broken = (fields) => {
  const folder = newFolder()
  write(folder, [['package.json', JSON.stringify({ name: 'broken', version: '1.0.0', ...fields })]])
  output('npm', ['pack', '--silent'], { cwd: folder })
  return join(folder, 'broken-1.0.0.tgz')
}
