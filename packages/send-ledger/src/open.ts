/**
 * Opening a ledger: a SQLite file by its path, EventStoreDB or KurrentDB by an address.
 */
import { resolve } from 'node:path'
import { Instant, type Ledger } from '@send-ledger/core'
import type { EventTypes } from '@send-ledger/core/own-events'
import {
  openLedgerAt,
  openOrCreateLedgerAt,
  type Place,
  placeOf,
  snapshotPlace,
} from '@send-ledger/store-by-name'
import { awaiting } from './awaiting.js'
import { LedgerError } from './errors.js'
import { type OpenLedger, openLedgerOf } from './ledger.js'
import { right } from './right.js'

/** How a ledger is opened. */
export interface OpenOptions {
  /** What the ledger calls itself; needed where it is made, and checked where it is there. */
  readonly origin?: string
  /** Makes the ledger where there is none yet. */
  readonly create?: boolean
  /** With `read` no byte changes, and nothing can be recorded; `write` unless given. */
  readonly access?: 'read' | 'write'
  /** The present instant, such as `2021-07-31T12:00:00.000Z`; the system's clock unless given. */
  readonly now?: () => string
  /** Records though the clock and the ledger's last instant disagree. */
  readonly trustClock?: boolean
  /** The event types that it is read and written with: `eventTypes(...)`; ours unless given. */
  readonly types?: EventTypes
  /**
   * Whether answers keep what a later one need not work out again, in the user's folder for such
   * (`XDG_CACHE_HOME`, `LOCALAPPDATA`, or `.cache`): true unless given. Of SQLite files only.
   */
  readonly snapshots?: boolean
}

/**
 * Opens a ledger; with `create`, makes it where there is none.
 *
 * Errors: rejects with a LedgerError: `wrong-argument` where the place or an option is none,
 * `not-a-ledger` where there is something else, `ledger-unavailable` where it cannot be used.
 *
 * @example
 * import { compliance, events, openLedger } from 'send-ledger'
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'first-')), 'walsall.sqlite')
 * const ledger = await openLedger(path, { origin: 'urn:example:walsall', create: true })
 * const sentBy = { requestedBy: 'school', startedBy: 'request' } as const
 * await ledger.record(events.requestReceived('case-1042', '2021-01-04', sentBy))
 * const { view } = await ledger.ask(compliance, { asAt: '2021-05-31' })
 * assert.strictEqual(view.open.total, 1)
 * await ledger.close()
 */
export const openLedger = (place: string, options: OpenOptions = {}): Promise<OpenLedger> =>
  awaiting(opened(place, options), 'openLedger', [
    'origin',
    'record',
    'ask',
    'watch',
    'records',
    'recordsOf',
    'close',
  ])

const opened = async (name: string, options: OpenOptions): Promise<OpenLedger> => {
  const place = placeNamed(name)
  const { origin, create = false, access = 'write', trustClock = false, types } = options
  const now = clockOf(options)
  const opening = { access, now, trustClock, types, snapshots: snapshotsOf(place, options) }
  if (!create) return ofOrigin(place, origin, right(await openLedgerAt(place, opening)()), now)
  if (origin === undefined) {
    throw wrongOption(
      'a ledger that may have to be made is given a name: origin, such as urn:example:walsall.',
    )
  }
  if (access === 'read') throw wrongOption('a ledger cannot be made with access read.')
  const port = right(await openOrCreateLedgerAt(place, { ...opening, origin })())
  return ofOrigin(place, origin, port, now)
}

const wrongOption = (sentence: string): LedgerError => new LedgerError('wrong-argument', sentence)

const placeNamed = (name: unknown): Place => {
  if (typeof name !== 'string') throw wrongOption('a place is the path of a file, or an address.')
  const place = placeOf(name)
  if (place._tag === 'Left') throw wrongOption(place.left)
  return place.right
}

/** A clock that is none is a mistake of the caller, told before anything is recorded by it. */
const clockOf = ({ now }: OpenOptions): (() => Instant) => {
  if (now === undefined) return () => new Date().toISOString() as Instant
  return () => {
    const told: unknown = now()
    if (Instant.is(told)) return told
    throw wrongOption('now must give an instant in UTC, written YYYY-MM-DDTHH:mm:ss.sssZ.')
  }
}

const snapshotsOf = ({ kind, at }: Place, { snapshots = true }: OpenOptions) =>
  snapshots && kind === 'file' ? snapshotPlace(resolve(at), process.env) : undefined

const ofOrigin = async (
  place: Place,
  origin: string | undefined,
  port: Ledger,
  now: () => Instant,
): Promise<OpenLedger> => {
  if (origin === undefined || origin === port.origin) return openLedgerOf(port, now)
  right(await port.close()())
  throw wrongOption(`the ledger ${place.shown} calls itself ${port.origin}, not ${origin}.`)
}
