/**
 * Opening a ledger by the name it is given on the command line: the path of a SQLite file.
 */
import { existsSync } from 'node:fs'
import { explain, type Instant, type Ledger } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Io } from './io.js'
import { notDone, type Outcome, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'

/** The path that a name means; a URL is refused, without repeating what it may hold. */
export const placeOf = (name: string): Outcome<string> => {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name)?.[1]
  if (scheme !== undefined) {
    return wrongUse(
      `this version keeps ledgers in SQLite files and cannot use ${scheme}:// URLs. Give the path of a file.`,
    )
  }
  return name === '' ? wrongUse('the name of the ledger is empty. Give a path.') : E.right(name)
}

/** Makes a new, empty ledger where nothing is yet. */
export const createLedger = async (
  path: string,
  { origin, now }: { readonly origin: string; readonly now: () => Instant },
): Promise<Outcome<Ledger>> => {
  if (existsSync(path)) {
    return wrongUse(`there is something at ${path} already. Give a path where nothing is.`)
  }
  const { createSqliteLedger } = await import('@send-ledger/store-sqlite')
  const made = await createSqliteLedger(path, origin, { now })()
  return E.isLeft(made) ? notDone(explain(made.left)) : made
}

/** Opens a ledger, uses it, and closes it whatever comes of that. */
export const withLedger = async <A>(
  name: string,
  { io, snapshots }: Terminal,
  use: (ledger: Ledger) => Promise<Outcome<A>>,
): Promise<Outcome<A>> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  if (!existsSync(place.right)) {
    return notDone(
      `there is no ledger at ${place.right}. Check the path, or make one with send-ledger init.`,
    )
  }
  try {
    return await opened(place.right, io, snapshots, use)
  } catch (cause) {
    // A snapshot that is not whole is no loss: the ledger is replayed.
    if ((cause as Error).name !== 'SnapshotDamaged') throw cause
    return opened(place.right, io, false, use)
  }
}

const opened = async <A>(
  path: string,
  { now }: Io,
  withSnapshots: boolean,
  use: (ledger: Ledger) => Promise<Outcome<A>>,
): Promise<Outcome<A>> => {
  const { openSqliteLedger } = await import('@send-ledger/store-sqlite')
  const { snapshotFolder } = await import('@send-ledger/snapshots')
  const snapshots = withSnapshots ? { snapshots: snapshotFolder(`${path}.snapshots`) } : {}
  const ledger = await openSqliteLedger(path, { now, ...snapshots })()
  return E.isLeft(ledger) ? notDone(explain(ledger.left)) : closedAfter(ledger.right, use)
}

/** Uses an open ledger and closes it, even where our own mistake ends the use. */
export const closedAfter = async <A>(
  ledger: Ledger,
  use: (ledger: Ledger) => Promise<Outcome<A>>,
): Promise<Outcome<A>> => {
  let closed: Awaited<ReturnType<ReturnType<Ledger['close']>>> = E.right(undefined)
  const used = await use(ledger).finally(async () => {
    closed = await ledger.close()()
  })
  return E.isRight(used) && E.isLeft(closed) ? notDone(explain(closed.left)) : used
}
