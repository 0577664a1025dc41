/**
 * What the root commands are made of. Needs Node and npm alone: everything else is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs a program at the root and ends with its exit code where it fails. */
export const run = (program, args, { env = {}, quiet = false } = {}) => {
  const ran = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    shell: process.platform === 'win32',
  })
  if (ran.error) {
    console.error(`${program} could not be started: ${ran.error.message}`)
    process.exit(3)
  }
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}

/** Runs a script of node. */
export const node = (args, options) => run(process.execPath, args, options)

/** Runs the program of an installed package by its file. */
export const installed = (file, args, options) =>
  node([join('node_modules', file), ...args], options)

/** Installs what the lock file names, where it is not installed yet. */
export const install = () => {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  const kept = join(root, 'node_modules/.pnpm/lock.yaml')
  if (existsSync(kept) && readFileSync(kept, 'utf8') === lock) return
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'])
}

/** Compiles every package, in the order of their references, and makes the command. */
export const build = () => {
  installed('ts7/bin/tsc', ['--build'])
  node(['scripts/bundle.mjs'])
}
