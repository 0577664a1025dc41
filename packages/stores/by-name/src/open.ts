/**
 * Making and opening a ledger at its place. A store's driver is loaded when its kind of place is
 * first used.
 */
import { existsSync, lstatSync } from 'node:fs'
import type { Instant, Ledger, LedgerFailure } from '@send-ledger/core'
import type { EventTypes } from '@send-ledger/core/own-events'
import type { Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Place } from './place.js'

/** How a ledger is made. */
export interface Making {
  /** What the ledger calls itself, such as `urn:example:walsall`. */
  readonly origin: string
  /** The present instant. */
  readonly now: () => Instant
  /** Records though the clock here and the ledger's last instant disagree. */
  readonly trustClock?: boolean
  /** The event types that it is read and written with; ours alone unless given. */
  readonly types?: EventTypes | undefined
}

/** How a ledger is opened. */
export interface Opening extends Omit<Making, 'origin'> {
  /** With `read` nothing of the ledger changes. */
  readonly access: 'read' | 'write'
  /** The folder in which answers keep what a later one need not work out again. */
  readonly snapshots?: string | undefined
}

type Opened = Either<LedgerFailure, Ledger>

const withTypes = (opened: Opened, types: EventTypes | undefined): Opened =>
  opened._tag === 'Left' || types === undefined
    ? opened
    : { ...opened, right: { ...opened.right, types } }

/** Makes a new, empty ledger at a place. Errors: those of the store. */
export const createLedgerAt =
  ({ kind, at }: Place, { origin, types, ...options }: Making): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    if (kind === 'server') {
      const { createEventStoreDbLedger } = await import('@send-ledger/store-eventstoredb')
      return withTypes(await createEventStoreDbLedger(at, origin, options)(), types)
    }
    const { createSqliteLedger } = await import('@send-ledger/store-sqlite')
    return withTypes(await createSqliteLedger(at, origin, options)(), types)
  }

/** Opens the ledger at a place. Errors: those of the store. */
export const openLedgerAt =
  ({ kind, at }: Place, { types, ...opening }: Opening): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    if (kind === 'server') {
      const { snapshots, access, ...options } = opening
      const { openEventStoreDbLedger } = await import('@send-ledger/store-eventstoredb')
      return withTypes(await openEventStoreDbLedger(at, options)(), types)
    }
    const { openSqliteLedger } = await import('@send-ledger/store-sqlite')
    return withTypes(await openSqliteLedger(at, await storeOptions(opening))(), types)
  }

/** The folder of snapshots as a store of them. */
const storeOptions = async ({ snapshots, ...options }: Omit<Opening, 'types'>) => {
  if (snapshots === undefined) return options
  const { snapshotFolder } = await import('@send-ledger/snapshots')
  return { ...options, snapshots: snapshotFolder(snapshots) }
}

/**
 * Opens the ledger at a place, and makes it first where there is none; of several processes that do
 * so at once, one makes it.
 *
 * Errors: those of the store.
 */
export const openOrCreateLedgerAt =
  (
    place: Place,
    { origin, ...opening }: Making & Omit<Opening, 'access'>,
  ): TaskEither<LedgerFailure, Ledger> =>
  async () => {
    const writing = { ...opening, access: 'write' } as const
    if (place.kind === 'file') {
      const { types, ...options } = writing
      const { openOrCreateSqliteLedger } = await import('@send-ledger/store-sqlite')
      const store = await storeOptions(options)
      return withTypes(await openOrCreateSqliteLedger(place.at, origin, store)(), types)
    }
    const found = await openLedgerAt(place, writing)()
    if (found._tag === 'Right' || found.left._tag !== 'NotALedger') return found
    const made = await createLedgerAt(place, { origin, ...opening })()
    if (made._tag === 'Right') return made
    const again = await openLedgerAt(place, writing)()
    return again._tag === 'Right' ? again : made
  }

/**
 * Whether a ledger file can be made at a path: nothing is there, or an empty file, or what a making
 * that was interrupted left, which the store knows by what is in it.
 */
export const isFree = (path: string): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return (
    found === undefined || (found.isFile() && (found.size === 0 || existsSync(`${path}-journal`)))
  )
}
