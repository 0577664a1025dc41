/**
 * Opening a ledger by the name it is given on the command line, and closing it after its use.
 */
import { existsSync } from 'node:fs'
import { explain, type Ledger, type LedgerFailure } from '@send-ledger/core'
import type { EventTypes } from '@send-ledger/core/own-events'
import {
  createLedgerAt,
  discardSnapshots,
  isFree,
  type Making,
  openLedgerAt,
  type Place,
  placeOf as placeNamed,
  snapshotPlace,
} from '@send-ledger/store-by-name'
import * as E from 'fp-ts/lib/Either.js'
import type { Io } from './io.js'
import { ownOf } from './own.js'
import { notDone, type Outcome, wrongUse } from './stop.js'
import type { Terminal } from './terminal.js'

/** The place that a name means. Another URL is refused, without repeating what it may hold. */
export const placeOf = (name: string): Outcome<Place> => {
  const place = placeNamed(name)
  return E.isLeft(place) ? wrongUse(place.left) : place
}

/** Makes a new, empty ledger where nothing is yet. */
export const createLedger = async (place: Place, making: Making): Promise<Outcome<Ledger>> =>
  place.kind === 'file' && !isFree(place.at)
    ? wrongUse(`there is something at ${place.at} already. Give a path where nothing is.`)
    : usable(await createLedgerAt(place, making)())

/** Whether there is a ledger, or anything else, at a place. */
export const isThere = async (place: Place, { io }: Terminal): Promise<Outcome<boolean>> => {
  if (place.kind === 'file') return E.right(!isFree(place.at))
  const ledger = await openLedgerAt(place, { access: 'read', now: io.now })()
  if (E.isRight(ledger)) return closedAfter(ledger.right, async () => E.right(true))
  // An address that is none is told when the ledger is made.
  return ledger.left._tag === 'NotALedger' ? E.right(false) : notDone(explain(ledger.left))
}

/**
 * What a ledger is opened for; with `trusted`, writing though the clock here and the ledger's last
 * instant disagree; with `verify`, reading, and no program that lies beside it is run.
 */
export type Access = 'read' | 'verify' | 'write' | 'trusted'

/** What the option that trusts a clock does. */
export const trustClock = [
  '--trust-clock',
  "record though the clock here and the ledger's last instant disagree: the later one is taken",
] as const

/**
 * Opens a ledger with the event types of the council's own, uses it, and closes it whatever comes
 * of that. For reading, which it is unless told, nothing of the ledger changes.
 */
export const withLedger = async <A>(
  name: string,
  { io, snapshots, config }: Pick<Terminal, 'io' | 'snapshots' | 'config'>,
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
  const own = await ownOf({ config }, access === 'verify' ? undefined : name)
  if (E.isLeft(own)) return own
  const { types } = own.right
  try {
    return await opened(place.right, { io, snapshots, access, types }, use)
  } catch (cause) {
    // A snapshot that is not whole is no loss: the ledger is replayed.
    if ((cause as Error).name !== 'SnapshotDamaged') throw cause
    discardSnapshots(place.right.at, io.env)
    return opened(place.right, { io, snapshots: false, access, types }, use)
  }
}

interface Opening {
  readonly io: Io
  readonly snapshots: boolean
  readonly access: Access
  readonly types: EventTypes | undefined
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
  place: Place,
  { io: { now, env }, snapshots, access, types }: Opening,
): Promise<Outcome<Ledger>> => {
  const opening = {
    now,
    access: access === 'read' || access === 'verify' ? 'read' : 'write',
    types,
    trustClock: access === 'trusted',
    snapshots: snapshots && place.kind === 'file' ? snapshotPlace(place.at, env) : undefined,
  } as const
  return usable(await openLedgerAt(place, opening)())
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
