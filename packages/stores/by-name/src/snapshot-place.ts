/**
 * Where snapshots of a ledger are kept: in the user's own folder for what may be deleted at any
 * time. Beside the ledger somebody else could put one, and asking would leave files there.
 */
import { createHash } from 'node:crypto'
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, parse } from 'node:path'

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The folder for the snapshots of the ledger file at a path; undefined where the user has none. */
export const snapshotPlace = (path: string, env: Environment): string | undefined => {
  const folder = cacheFolder(env)
  if (folder === undefined || !existsSync(dirname(path))) return undefined
  const real = realPath(path)
  const number = createHash('sha256').update(real).digest('hex').slice(0, 16)
  return join(folder, 'send-ledger', `${parse(real).name}-${number}.snapshots`)
}

/** The one path of a file, also of one that is still to be made. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))

/** Source: XDG Base Directory Specification, "Environment variables": it must be absolute. */
const cacheFolder = ({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Environment): string | undefined => {
  const named = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'))
  return named && isAbsolute(named) ? named : undefined
}

/** Throws away all snapshots of a ledger: answers stay the same, and take longer once. */
export const discardSnapshots = (path: string, env: Environment): void => {
  const folder = snapshotPlace(path, env)
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
