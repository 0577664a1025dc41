/**
 * Where snapshots of a ledger are kept: in the user's own folder for what may be deleted at any
 * time. Beside the ledger somebody else could put one, and asking would leave files there.
 */
import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { isAbsolute, join, parse } from 'node:path'
import type { Io } from './io.js'

/** The folder for the snapshots of the ledger file at a path; undefined where the user has none. */
export const snapshotPlace = (path: string, env: Io['env']): string | undefined => {
  const folder = cacheFolder(env)
  if (folder === undefined) return undefined
  const real = realpathSync(path)
  const number = createHash('sha256').update(real).digest('hex').slice(0, 16)
  return join(folder, 'send-ledger', `${parse(real).name}-${number}.snapshots`)
}

/** Source: XDG Base Directory Specification, "Environment variables": it must be absolute. */
const cacheFolder = ({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Io['env']): string | undefined => {
  const named = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'))
  return named && isAbsolute(named) ? named : undefined
}

/** Throws away all snapshots of a ledger: answers stay the same, and take longer once. */
export const discardSnapshots = (path: string, env: Io['env']): void => {
  const folder = snapshotPlace(path, env)
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
