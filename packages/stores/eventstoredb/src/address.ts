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
  /** How long a call may take, where it is told. Unit: milliseconds. */
  readonly deadline?: number
}

const schemes: ReadonlyMap<string, string> = new Map([
  ['esdb', 'esdb'],
  ['esdb+discover', 'esdb+discover'],
  ['kurrentdb', 'esdb'],
  ['kurrentdb+discover', 'esdb+discover'],
])

/** The options that the client reads; it warns of others, and connects all the same. */
const options: ReadonlySet<string> = new Set([
  'ledger',
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

/** Options that mean nothing without TLS. */
const ofTls = ['tlscafile', 'usercertfile', 'userkeyfile']

/** The name of a ledger that is told none. */
export const defaultLedger = 'send-ledger'

const schemePattern = /^([a-z+]+):\/\//
const pattern = /^(?:([^@/?]*)@)?([^@/?]+)\/?(?:\?([^@?]*))?$/
const hostPattern = /^[a-z0-9._-]+(:\d{1,5})?$/i
const ledgerPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/

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
  schemes.has(schemePattern.exec(text)?.[1] ?? '')

/** The address that a text is. Errors: NotALedger, with what is wrong in it. */
export const addressOf = (text: string): E.Either<LedgerFailure, Address> => {
  const [begin = '', scheme = ''] = schemePattern.exec(text.trim()) ?? []
  const [, credentials, hosts = '', query = ''] =
    pattern.exec(text.trim().slice(begin.length)) ?? []
  const known = schemes.get(scheme)
  // What has no form may hold secrets anywhere.
  const isFormed = known !== undefined && hosts.split(',').every((host) => hostPattern.test(host))
  const shown = isFormed ? `${begin}${hosts}` : `${begin}...`
  const wrong = (reason: string) => E.left({ _tag: 'NotALedger', ledger: shown, reason } as const)
  if (!isFormed) return wrong(known === undefined ? form : `${form}, and ${escapes}`)
  const pairs = query === '' ? [] : query.split('&').map(pairOf)
  const told = new Map(pairs.map(({ key, value }) => [key, value]))
  const ledger = told.get('ledger') ?? defaultLedger
  const flaw =
    flawOfCredentials(credentials, told) ??
    flawOfOptions(pairs, told) ??
    flawOfHosts(known, hosts) ??
    flawOfName(ledger)
  if (flaw !== undefined) return wrong(flaw)
  const kept = pairs.filter(({ key }) => key !== 'ledger').map(({ written }) => written)
  const login = credentials === undefined ? '' : `${credentials}@`
  const deadline = told.get('defaultdeadline')
  return E.right({
    connection: `${known}://${login}${hosts}${kept.length === 0 ? '' : `?${kept.join('&')}`}`,
    ledger,
    shown: `${shown} (${ledger})`,
    ...(deadline === undefined ? {} : { deadline: Number(deadline) }),
  })
}

const form = 'an address is written esdb://host:2113?tls=false&ledger=name'
const escapes = 'in a user, a password or an option : / ? @ % are %3A %2F %3F %40 %25'

interface Pair {
  readonly name: string
  /** The name as the client compares it. */
  readonly key: string
  readonly value: string
  readonly written: string
}

const pairOf = (written: string): Pair => {
  const [name = '', ...rest] = written.split('=')
  return { name, key: name.toLowerCase().replace(/[_-]/g, ''), value: rest.join('='), written }
}

type Told = ReadonlyMap<string, string>

const flawOfCredentials = (credentials: string | undefined, told: Told): string | undefined => {
  if (credentials === undefined) return undefined
  if (told.get('tls') === 'false') {
    return 'credentials are not sent without TLS: leave out tls=false, or the credentials'
  }
  const isPair = /^[^:]+:[^:]+$/.test(credentials) && isDecodable(credentials)
  return isPair ? undefined : `credentials are written user:password@, and ${escapes}`
}

const isDecodable = (text: string): boolean =>
  E.isRight(
    E.tryCatch(
      () => decodeURIComponent(text),
      () => undefined,
    ),
  )

const flawOfOptions = (pairs: readonly Pair[], told: Told): string | undefined => {
  for (const { name, key, value } of pairs) {
    if (!options.has(key)) return `there is no option ${name}`
    if (value === '') return `the option ${name} has no value`
    if (key === 'tls' && value !== 'true' && value !== 'false') return 'tls is true or false'
    if (key === 'defaultdeadline' && !/^[1-9]\d{0,8}$/.test(value)) {
      return `${name} is a number of milliseconds`
    }
    if (ofTls.includes(key) && told.get('tls') === 'false') {
      return `${name} means nothing without TLS: leave out tls=false`
    }
  }
  return undefined
}

const flawOfHosts = (scheme: string, hosts: string): string | undefined =>
  scheme === 'esdb+discover' && hosts.includes(',')
    ? 'with +discover there is one host, whose name stands for all nodes'
    : undefined

const flawOfName = (ledger: string): string | undefined =>
  ledgerPattern.test(ledger)
    ? undefined
    : 'the name of the ledger is 1 to 63 of a-z 0-9 _ -, beginning with a letter or digit'
