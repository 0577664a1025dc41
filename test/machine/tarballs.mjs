/**
 * The published packages as tarballs, and a folder of somebody who installed them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newFolder, write } from './folder.mjs'
import { output } from './ran.mjs'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The packages that are published: the place of each from the root, and its manifest. */
export const published = JSON.parse(
  output('npx', ['--yes', manifest(root).packageManager, 'list', '-r', '--json', '--depth', '-1'], {
    cwd: root,
  }),
)
  .filter((listed) => !listed.private)
  .map(({ path }) => ({ place: relative(root, path), manifest: manifest(path) }))

/**
 * What the packages let out, as an import names it: `@send-ledger/core/store`. The program of the
 * command is no door: who imports it runs it.
 */
export const doors = published
  .flatMap(({ manifest: { name, exports } }) =>
    Object.keys(exports).map((door) => name + door.slice(1)),
  )
  .filter((door) => door !== '@send-ledger/cli/program')

/** The path of the tarball of each published package by its name. */
export const packed = () => {
  const folder = newFolder()
  const only = published.flatMap(({ manifest: { name } }) => ['--filter', name])
  const pack = ['-r', ...only, 'pack', '--pack-destination', folder]
  output('npx', ['--yes', manifest(root).packageManager, ...pack], { cwd: root })
  const files = readdirSync(folder)
  return new Map(
    published.map(({ manifest: { name, version } }) => {
      const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
      if (!files.includes(file)) throw new Error(`${name} was not packed`)
      return [name, join(folder, file)]
    }),
  )
}

const filesOf = (tarballs) =>
  Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]))

const installedAs = (user) => {
  const folder = newFolder()
  write(folder, [['package.json', JSON.stringify({ name: 'somebody', private: true, ...user })]])
  output('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  return folder
}

/**
 * A new folder in which npm installed the tarballs, and the types that TypeScript needs. Since all
 * are named, what they need of one another is there already, and not asked of the registry.
 */
export const installed = (tarballs) => {
  const { devDependencies } = manifest(root)
  const types = { '@types/node': devDependencies['@types/node'] }
  return installedAs({ type: 'module', dependencies: { ...filesOf(tarballs), ...types } })
}

/**
 * A new folder in which npm installed one package alone, as `npm install NAME` does. What it needs
 * of ours is what it says itself, and only the place of it is told: a tarball.
 */
export const installedAlone = (name, tarballs) => {
  const { [name]: file, ...others } = filesOf(tarballs)
  return installedAs({ dependencies: { [name]: file }, overrides: others })
}

/** The program of another version of Node, from the package of the registry that has it. */
export const programOf = (version) =>
  version === 'this Node'
    ? process.execPath
    : output('npx', ['--yes', `node@${version}`, '--print', 'process.execPath']).trim()

/** The Nodes that are promised: the oldest of each line, and the one that runs this. */
export const nodes = ['this Node', '20.19.0', '22.23.3', '24.21.0']

/** A tarball with one file, a manifest: for checks that must find something wrong with it. */
export const broken = (fields) => {
  const folder = newFolder()
  write(folder, [['package.json', JSON.stringify({ name: 'broken', version: '1.0.0', ...fields })]])
  output('npm', ['pack', '--silent'], { cwd: folder })
  return join(folder, 'broken-1.0.0.tgz')
}
