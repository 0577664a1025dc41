/**
 * The address of a ledger: a connection string as users write it, with the name of the ledger in
 * the option `ledger`. What the client would pass over in silence is refused.
 */
import type { LedgerFailure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'

/** Where a ledger is, and by what name. */
export interface Address {
  /** The connection string for the client. */
  readonly connection: string
  /** The streams of the ledger begin with this name and a dot. */
  readonly ledger: string
  /** For people: without what is secret. */
  readonly shown: string
}

const schemes: ReadonlyMap<string, string> = new Map([
  ['esdb', 'esdb'],
  ['esdb+discover', 'esdb+discover'],
  ['kurrentdb', 'esdb'],
  ['kurrentdb+discover', 'esdb+discover'],
])

/** The options that the client reads; it warns of others, and connects all the same. */
const options: ReadonlySet<string> = new Set([
  'usercertfile',
  'userkeyfile',
  'maxdiscoverattempts',
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'nodepreference',
  'tls',
  'tlscafile',
  'keepaliveinterval',
  'keepalivetimeout',
])

const pattern = /^([a-z+]+):\/\/(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/

/** The name of a ledger that is told none. */
export const defaultLedger = 'send-ledger'

const ledgerName = /^[a-z0-9][a-z0-9_-]{0,62}$/

/**
 * Whether a text is the address of a ledger in EventStoreDB or KurrentDB, by its scheme.
 *
 * @example
 * import { isEventStoreDbUrl } from '@send-ledger/store-eventstoredb'
 *
 * assert.ok(isEventStoreDbUrl('kurrentdb://localhost:2113?tls=false&ledger=walsall'))
 * assert.ok(!isEventStoreDbUrl('walsall.sqlite'))
 */
export const isEventStoreDbUrl = (text: string): boolean =>
  schemes.has(/^([a-z+]+):\/\//.exec(text)?.[1] ?? '')

/** The address that a text is. Errors: NotALedger, with what is wrong in it. */
export const addressOf = (text: string): E.Either<LedgerFailure, Address> => {
  const match = pattern.exec(text.trim())
  const [, scheme = '', credentials, hosts = '', query = ''] = match ?? []
  const known = schemes.get(scheme)
  const shown = `${scheme}://${hosts}`
  const wrong = (reason: string) => E.left({ _tag: 'NotALedger', ledger: shown, reason } as const)
  if (known === undefined) {
    return wrong('an address is written esdb://host:2113?tls=false&ledger=name')
  }
  const pairs = query === '' ? [] : query.split('&').map(pairOf)
  const told = new Map(pairs.map(([key, value]) => [key, value]))
  const ledger = told.get('ledger') ?? defaultLedger
  const flaw =
    flawOfCredentials(credentials, told.get('tls')) ?? flawOfOptions(pairs) ?? flawOfName(ledger)
  if (flaw !== undefined) return wrong(flaw)
  const kept = pairs.filter(([key]) => key !== 'ledger').map(([, , written]) => written)
  const login = credentials === undefined ? '' : `${credentials}@`
  return E.right({
    connection: `${known}://${login}${hosts}${kept.length === 0 ? '' : `?${kept.join('&')}`}`,
    ledger,
    shown: `${shown} (${ledger})`,
  })
}

type Pair = readonly [key: string, value: string, written: string]

const pairOf = (written: string): Pair => {
  const [key = '', ...rest] = written.split('=')
  return [key.toLowerCase().replace(/[_-]/g, ''), rest.join('='), written]
}

const flawOfCredentials = (
  credentials: string | undefined,
  tls: string | undefined,
): string | undefined => {
  if (credentials === undefined) return undefined
  if (tls === 'false') return 'credentials are not sent without TLS: leave out tls=false'
  if (credentials.split(':').length === 2) return undefined
  return 'credentials are written user:password@, a colon within them as %3A'
}

const flawOfOptions = (pairs: readonly Pair[]): string | undefined => {
  for (const [key, value, written] of pairs) {
    const name = written.split('=')[0]
    if (key !== 'ledger' && !options.has(key)) return `there is no option ${name}`
    if (value === '') return `the option ${name} has no value`
    if (key === 'tls' && value !== 'true' && value !== 'false') return 'tls is true or false'
  }
  return undefined
}

const flawOfName = (ledger: string): string | undefined =>
  ledgerName.test(ledger)
    ? undefined
    : 'the name of the ledger is 1 to 63 of a-z 0-9 _ -, beginning with a letter or digit'
