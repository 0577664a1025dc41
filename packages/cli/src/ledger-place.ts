/**
 * Opening a ledger by the name it is given on the command line: the path of a SQLite file, or the
 * address of a ledger in EventStoreDB or KurrentDB.
 */
import { existsSync, lstatSync } from 'node:fs'
import { parse } from 'node:path'
import { explain, type Instant, type Ledger, type LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Io } from './io.js'
import { isNoPath } from './new-file.js'
import { discardSnapshots, snapshotPlace } from './snapshot-place.js'
import { notDone, type Outcome, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'

/** Where a ledger is kept. */
export interface Place {
  readonly kind: 'file' | 'server'
  /** The path, or the address with all that is in it. */
  readonly at: string
  /** For people: without what is secret in it. */
  readonly shown: string
  /** What the ledger is called there. */
  readonly name: string
}

const servers: ReadonlySet<string> = new Set([
  'esdb',
  'esdb+discover',
  'kurrentdb',
  'kurrentdb+discover',
])

/** The place that a name means. Another URL is refused, without repeating what it may hold. */
export const placeOf = (name: string): Outcome<Place> => {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name)?.[1]
  if (scheme !== undefined && servers.has(scheme)) {
    const shown = name.replace(/\/\/[^@/?]*@/, '//')
    const called = /[?&]ledger=([^&]*)/.exec(name)?.[1] ?? 'send-ledger'
    return E.right({ kind: 'server', at: name, shown, name: called })
  }
  if (scheme !== undefined) {
    return wrongUse(
      `a ledger is no ${scheme}:// URL. Give the path of a SQLite file, or an address such as esdb://host:2113?ledger=walsall.`,
    )
  }
  if (name === '') return wrongUse('the name of the ledger is empty. Give a path.')
  if (isNoPath(name)) {
    return wrongUse(
      `${name} is no path of a ledger. Give the path of a SQLite file, such as walsall.sqlite.`,
    )
  }
  return E.right({ kind: 'file', at: name, shown: name, name: parse(name).name })
}

/** How a ledger is made. */
interface Making {
  readonly origin: string
  readonly now: () => Instant
  readonly trustClock?: boolean
}

/** Makes a new, empty ledger where nothing is yet. */
export const createLedger = async (
  place: Place,
  { origin, ...options }: Making,
): Promise<Outcome<Ledger>> => {
  if (place.kind === 'server') {
    const { createEventStoreDbLedger } = await import('@send-ledger/store-eventstoredb')
    return usable(await createEventStoreDbLedger(place.at, origin, options)())
  }
  if (!isFree(place.at)) {
    return wrongUse(`there is something at ${place.at} already. Give a path where nothing is.`)
  }
  const { createSqliteLedger } = await import('@send-ledger/store-sqlite')
  return usable(await createSqliteLedger(place.at, origin, options)())
}

/**
 * Whether a ledger can be made at a path: nothing is there, or an empty file, or what a making that
 * was interrupted left, which the store knows by what is in it.
 */
const isFree = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return (
    found === undefined || (found.isFile() && (found.size === 0 || existsSync(`${path}-journal`)))
  )
}

/** Whether there is a ledger, or anything else, at a place. */
export const isThere = async (place: Place, { io }: Terminal): Promise<Outcome<boolean>> => {
  if (place.kind === 'file') return E.right(!isFree(place.at))
  const { openEventStoreDbLedger } = await import('@send-ledger/store-eventstoredb')
  const ledger = await openEventStoreDbLedger(place.at, { now: io.now })()
  if (E.isRight(ledger)) return closedAfter(ledger.right, async () => E.right(true))
  // An address that is none is told when the ledger is made.
  return ledger.left._tag === 'NotALedger' ? E.right(false) : notDone(explain(ledger.left))
}

/**
 * What a ledger is opened for; with `trusted`, writing though the clock here and the ledger's last
 * instant disagree.
 */
export type Access = 'read' | 'write' | 'trusted'

/** What the option that trusts a clock does. */
export const trustClock = [
  '--trust-clock',
  "record though the clock here and the ledger's last instant disagree: the later one is taken",
] as const

/**
 * Opens a ledger, uses it, and closes it whatever comes of that. For reading, which it is unless
 * told, nothing of the ledger changes.
 */
export const withLedger = async <A>(
  name: string,
  { io, snapshots }: Terminal,
  use: (ledger: Ledger) => Promise<Outcome<A>>,
  access: Access = 'read',
): Promise<Outcome<A>> => {
  const place = placeOf(name)
  if (E.isLeft(place)) return place
  if (place.right.kind === 'file' && !existsSync(place.right.at)) {
    return notDone(
      `there is no ledger at ${place.right.at}. Check the path, or make one with send-ledger init.`,
    )
  }
  try {
    return await opened(place.right, { io, snapshots, access }, use)
  } catch (cause) {
    // A snapshot that is not whole is no loss: the ledger is replayed.
    if ((cause as Error).name !== 'SnapshotDamaged') throw cause
    discardSnapshots(place.right.at, io.env)
    return opened(place.right, { io, snapshots: false, access }, use)
  }
}

interface Opening {
  readonly io: Io
  readonly snapshots: boolean
  readonly access: Access
}

const opened = async <A>(
  place: Place,
  opening: Opening,
  use: (ledger: Ledger) => Promise<Outcome<A>>,
): Promise<Outcome<A>> => {
  const ledger = await openLedger(place, opening)
  return E.isLeft(ledger) ? ledger : closedAfter(ledger.right, use)
}

const openLedger = async (
  { kind, at }: Place,
  { io: { now, env }, snapshots, access: given }: Opening,
): Promise<Outcome<Ledger>> => {
  const trustClock = given === 'trusted'
  const access = given === 'read' ? 'read' : 'write'
  if (kind === 'server') {
    const { openEventStoreDbLedger } = await import('@send-ledger/store-eventstoredb')
    return usable(await openEventStoreDbLedger(at, { now, trustClock })())
  }
  const { openSqliteLedger } = await import('@send-ledger/store-sqlite')
  const { snapshotFolder } = await import('@send-ledger/snapshots')
  const folder = snapshots ? snapshotPlace(at, env) : undefined
  const kept = folder === undefined ? {} : { snapshots: snapshotFolder(folder) }
  return usable(await openSqliteLedger(at, { now, access, trustClock, ...kept })())
}

const usable = (ledger: E.Either<LedgerFailure, Ledger>): Outcome<Ledger> =>
  E.isLeft(ledger) ? notDone(explain(ledger.left)) : ledger

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
