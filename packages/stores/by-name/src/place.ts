/**
 * The place that a ledger's name means.
 */
import { parse } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'

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

/**
 * The place that a name means: the path of a SQLite file, or an address of EventStoreDB or
 * KurrentDB.
 *
 * Errors: a sentence that says why it is none and what to give; it never repeats a URL, which may
 * hold a password.
 *
 * @example
 * import { placeOf } from '@send-ledger/store-by-name'
 *
 * const place = placeOf('esdb://someone:secret@host:2113?ledger=walsall')
 * assert.strictEqual(place._tag === 'Right' && place.right.shown, 'esdb://host:2113?ledger=walsall')
 */
export const placeOf = (name: string): E.Either<string, Place> => {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(name)?.[1]
  if (scheme !== undefined && servers.has(scheme)) {
    const shown = name.replace(/\/\/[^@/?]*@/, '//')
    const called = /[?&]ledger=([^&]*)/.exec(name)?.[1] ?? 'send-ledger'
    return E.right({ kind: 'server', at: name, shown, name: called })
  }
  if (scheme !== undefined) {
    return E.left(
      `a ledger is no ${scheme}:// URL. Give the path of a SQLite file, or an address such as esdb://host:2113?ledger=walsall.`,
    )
  }
  if (name === '') return E.left('the name of the ledger is empty. Give a path.')
  if (isNoPath(name)) {
    return E.left(
      `${name} is no path of a ledger. Give the path of a SQLite file, such as walsall.sqlite.`,
    )
  }
  return E.right({ kind: 'file', at: name, shown: name, name: parse(name).name })
}

/**
 * Whether a name means something else to SQLite than the path of a file: `:memory:`, and addresses
 * such as `file:walsall.sqlite?mode=rwc`.
 */
export const isNoPath = (name: string): boolean => /^(file:|:)/i.test(name)
