/**
 * Addresses as users write them: which are read, and how; which are refused, and with what
 * sentence. No password is told to anybody.
 */
import { explain } from '@send-ledger/core'
import {
  createEventStoreDbLedger,
  defaultLedger,
  isEventStoreDbUrl,
  openEventStoreDbLedger,
} from '@send-ledger/store-eventstoredb'
import * as E from 'fp-ts/lib/Either.js'
import { addressOf } from '../src/address.js'
import { opened, quick, realServer, urlOf } from './ledgers.js'
import { append, done, failureOf, sentenceOf, write } from './notes.js'
import { until } from './server/client.js'
import { failOnUnhandled } from './server/no-unhandled.js'
import { startServer } from './server/start-server.js'

failOnUnhandled()

const suite = realServer === undefined ? describe : describe.skip

describe('an address', () => {
  test.each([
    ['esdb://host:2113?tls=false&ledger=walsall', 'esdb://host:2113?tls=false', 'walsall'],
    ['esdb://host:2113?ledger=walsall&tls=false', 'esdb://host:2113?tls=false', 'walsall'],
    ['esdb://host', 'esdb://host', defaultLedger],
    ['  esdb://host/?tls=false\n', 'esdb://host?tls=false', defaultLedger],
    ['esdb+discover://cluster.example:2113', 'esdb+discover://cluster.example:2113', defaultLedger],
    ['kurrentdb://host?ledger=a_b-2', 'esdb://host', 'a_b-2'],
    ['kurrentdb+discover://host', 'esdb+discover://host', defaultLedger],
    ['esdb://a:1,b:2,c?ledger=x', 'esdb://a:1,b:2,c', 'x'],
    ['esdb://me:secret@host', 'esdb://me:secret@host', defaultLedger],
    ['esdb://me:a%3Ab%40c%C3%A9@host', 'esdb://me:a%3Ab%40c%C3%A9@host', defaultLedger],
    [
      'esdb://host?connectionName=me&keepAliveInterval=20000&node-preference=follower',
      'esdb://host?connectionName=me&keepAliveInterval=20000&node-preference=follower',
      defaultLedger,
    ],
  ])('%s is read', (text, connection, ledger) => {
    expect(addressOf(text)).toMatchObject({ _tag: 'Right', right: { connection, ledger } })
    expect(isEventStoreDbUrl(text.trim())).toBe(true)
  })

  test.each([
    ['http://host:2113', /an address is written esdb:\/\/host:2113/],
    ['ESDB://host', /an address is written/],
    ['walsall.sqlite', /an address is written/],
    ['esdb://', /an address is written/],
    ['esdb://host/path', /an address is written/],
    ['esdb://[::1]:2113', /an address is written/],
    ['esdb://host:port', /an address is written/],
    ['esdb://host:1:2', /an address is written/],
    [
      'esdb://me:hunter2@host?tls=false',
      /credentials are not sent without TLS: leave out tls=false/,
    ],
    ['esdb://me:hunter2@host?TLS=false', /credentials are not sent without TLS/],
    ['esdb://me@host', /credentials are written user:password@, .* %3A/],
    ['esdb://me:@host', /credentials are written/],
    ['esdb://:hunter2@host', /credentials are written/],
    ['esdb://me:hun:ter2@host', /credentials are written user:password@, .* %3A/],
    ['esdb://me:hunter2%@host', /credentials are written .* %25/],
    ['esdb://me:hunter2@more@host', /an address is written .* %40/],
    ['esdb://me:hunter2/more@host', /an address is written .* %2F/],
    ['esdb://me:hunter2?more@host', /an address is written .* %3F/],
    ['esdb://me:2113?hunter2@host', /an address is written/],
    ['esdb://host?tlsVerifyCert=false', /there is no option tlsVerifyCert/],
    ['esdb://host?throwOnAppendFailure=false', /there is no option throwOnAppendFailure/],
    ['esdb://host?tls', /the option tls has no value/],
    ['esdb://host?tls=', /the option tls has no value/],
    ['esdb://host?tls=no', /tls is true or false/],
    ['esdb://host?tls=false&tlsCAFile=ca.crt', /tlsCAFile means nothing without TLS/],
    ['esdb://host?defaultDeadline=soon', /defaultDeadline is a number of milliseconds/],
    ['esdb://host?defaultDeadline=0', /defaultDeadline is a number of milliseconds/],
    ['esdb+discover://a,b', /with \+discover there is one host/],
    ['esdb://host?ledger=Walsall', /the name of the ledger is 1 to 63 of a-z 0-9 _ -/],
    ['esdb://host?ledger=a.b', /the name of the ledger is/],
    ['esdb://host?ledger=$all', /the name of the ledger is/],
    [`esdb://host?ledger=${'x'.repeat(64)}`, /the name of the ledger is/],
    ['esdb://host?nodePreference=nobody', /an option that cannot be used/],
    ['esdb://host?keepAliveInterval=soon', /an option that cannot be used/],
    ['esdb://me:hunter2@host?tlsCAFile=/nowhere/ca.crt', /names a file that is not there/],
    ['esdb://me:hunter2@host?userCertFile=/nowhere/me.crt', /names a file that is not there/],
  ])('%s is refused', async (text, says) => {
    for (const task of [
      openEventStoreDbLedger(text),
      createEventStoreDbLedger(text, 'urn:send-ledger:test'),
    ]) {
      const failure = await failureOf(task)
      expect(failure._tag).toBe('NotALedger')
      expect(explain(failure)).toMatch(says)
      expect(JSON.stringify(failure)).not.toMatch(/hunter|ter2/)
    }
  })

  test('is shown without what is secret', () => {
    const address = addressOf('esdb://me:hunter2@host:2113?ledger=walsall')
    expect(E.isRight(address) && address.right.shown).toBe('esdb://host:2113 (walsall)')
  })
})

suite('an address that is read', () => {
  test('connects, whatever its form', async () => {
    const server = await startServer()
    const at = `127.0.0.1:${server.port}`
    const forms = [
      `esdb://${at}?tls=false&ledger=walsall`,
      `esdb+discover://${at}?tls=false&ledger=walsall`,
      `kurrentdb://${at}/?ledger=walsall&tls=false`,
      `kurrentdb+discover://${at}?tls=false&ledger=walsall&nodePreference=leader`,
      `esdb://127.0.0.1:1,${at}?tls=false&ledger=walsall&gossipTimeout=1`,
      `esdb://${at}?TLS=false&ledger=walsall&connection_name=me&keepAliveInterval=-1`,
    ]
    const first = await opened(createEventStoreDbLedger(forms[0] as string, 'urn:a'))
    for (const [i, form] of forms.entries()) {
      const ledger = await opened(openEventStoreDbLedger(form))
      expect(ledger.origin).toBe('urn:a')
      const outcome = await append(ledger, write('a', i === 0 ? 'noStream' : i - 1, i))
      expect([form, outcome.refused]).toEqual([form, undefined])
      await done(ledger.close())
    }
    expect((await done(first.head())).size).toBe(forms.length)
    expect(server.calls.filter(({ method }) => method === 'Gossip').length).toBeGreaterThan(2)
    await done(first.close())
    await server.stop()
  })

  test('without a name means the ledger of the name that is told none', async () => {
    const server = await startServer()
    const ledger = await opened(createEventStoreDbLedger(server.url, 'urn:a'))
    await append(ledger, write('a', 'noStream', 1))
    expect(server.streams.names()).toContain(`${defaultLedger}.action-a`)
    await done(ledger.close())
    await server.stop()
  })

  test('names no ledger: is told so, and how one is made', async () => {
    const server = await startServer()
    const says = await sentenceOf(openEventStoreDbLedger(urlOf(server.url, 'walsall')))
    expect(says).toMatch(/the server has no ledger called walsall; make it with send-ledger init/)
    const url = urlOf(server.url, 'walsall')
    const ledger = await opened(createEventStoreDbLedger(url, 'urn:a'))
    const again = await sentenceOf(createEventStoreDbLedger(url, 'urn:b'))
    expect(again).toMatch(/there is a ledger called walsall already/)
    expect((await opened(openEventStoreDbLedger(url))).origin).toBe('urn:a')
    await done(ledger.close())
    await server.stop()
  })

  test('tells its deadline, unless the options do', async () => {
    const server = await startServer()
    const url = `${urlOf(server.url, 'walsall')}&defaultDeadline=150`
    const ledger = await opened(createEventStoreDbLedger(url, 'urn:a', { retries: 0 }))
    server.faults.next({ _tag: 'NeverAnswers' }, { method: 'Read' })
    const begun = performance.now()
    expect(await sentenceOf(ledger.head())).toMatch(/did not answer in time/)
    expect(performance.now() - begun).toBeLessThan(5000)
    await done(ledger.close())
    await server.stop()
  })
})

suite('a server that cannot be used', () => {
  const options = { ...quick, retries: 0, deadline: 3000 }

  test('is told with the reason of the network, and without the password', async () => {
    const server = await startServer()
    const withTls = `esdb://me:hunter2@127.0.0.1:${server.port}?ledger=walsall`
    await server.stop()
    for (const url of [withTls, `${server.url}&ledger=walsall`]) {
      const says = await sentenceOf(openEventStoreDbLedger(url, options))
      expect(says).toMatch(/while opening it: the server could not be reached, .*ECONNREFUSED/)
      expect(says).not.toMatch(/hunter/)
    }
  })

  test('does not speak TLS: is told so', async () => {
    const server = await startServer()
    const url = `esdb://me:hunter2@127.0.0.1:${server.port}?ledger=walsall`
    const says = await sentenceOf(openEventStoreDbLedger(url, options))
    expect(says).toMatch(/could not be reached, or went away \(.+\)/)
    expect(says).not.toMatch(/hunter/)
    expect(await until(() => server.openCalls() === 0)).toBe(true)
    await server.stop()
  })

  test('wants credentials: is told what the user of a ledger needs', async () => {
    const server = await startServer({ credentials: { username: 'me', password: 'hunter2' } })
    const says = await sentenceOf(openEventStoreDbLedger(urlOf(server.url, 'walsall'), options))
    expect(says).toMatch(/does not permit it; the ledger reads \$all and writes its own streams/)
    await server.stop()
  })
})
