/**
 * New, empty ledgers for tests: on the test server, or on a real one where `SEND_LEDGER_ESDB_URL`
 * names it.
 */
import { randomUUID } from 'node:crypto'
import type { Ledger } from '@send-ledger/core'
import {
  createEventStoreDbLedger,
  type EventStoreDbOptions,
  openEventStoreDbLedger,
} from '@send-ledger/store-eventstoredb'
import { type ServerOptions, startServer, type TestServer } from './server/start-server.js'

/** The address of a real server, where there is one to be tested against. */
export const realServer = process.env.SEND_LEDGER_ESDB_URL

/** Ledgers, and the end of them and their servers. */
export interface Ledgers {
  /** The address of a ledger that is not there yet. */
  readonly newUrl: (options?: ServerOptions) => Promise<string>
  readonly create: (url: string, options?: EventStoreDbOptions) => Promise<Ledger>
  readonly open: (url: string, options?: EventStoreDbOptions) => Promise<Ledger>
  /** The server of the last address, where it is a test server. */
  readonly server: () => TestServer
  readonly close: () => Promise<void>
}

/** The ledger of a name at the address of a server. */
export const urlOf = (server: string, name: string): string =>
  `${server}${server.includes('?') ? '&' : '?'}ledger=${name}`

/** A ledger that must open. */
export const opened = async (task: ReturnType<typeof openEventStoreDbLedger>): Promise<Ledger> => {
  const ledger = await task()
  if (ledger._tag === 'Left') throw new Error(JSON.stringify(ledger.left))
  return ledger.right
}

/** Quick to give up, so that tests of what fails are quick. */
export const quick: EventStoreDbOptions = { deadline: 500, retries: 3, firstWait: 5 }

/** Ledgers of names that nobody has used, each on a server of its own where none is given. */
export const ledgers = (): Ledgers => {
  const servers: TestServer[] = []
  const made: Ledger[] = []
  const kept = async (task: ReturnType<typeof openEventStoreDbLedger>): Promise<Ledger> => {
    const ledger = await opened(task)
    made.push(ledger)
    return ledger
  }
  return {
    newUrl: async (options = {}) => {
      const name = `test-${randomUUID()}`
      if (realServer !== undefined) return urlOf(realServer, name)
      const server = await startServer(options)
      servers.push(server)
      return urlOf(server.url, name)
    },
    create: (url, options) => kept(createEventStoreDbLedger(url, 'urn:send-ledger:test', options)),
    open: (url, options) => kept(openEventStoreDbLedger(url, options)),
    server: () => {
      const server = servers.at(-1)
      if (server === undefined) throw new Error('There is no test server')
      return server
    },
    close: async () => {
      for (const ledger of made) await ledger.close()()
      for (const server of servers) await server.stop()
    },
  }
}
