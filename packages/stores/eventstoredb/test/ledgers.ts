/**
 * New, empty ledgers for tests: on the test server, or on a real one where `SEND_LEDGER_ESDB_URL`
 * names it.
 */
import { randomUUID } from 'node:crypto'
import type { Ledger } from '@send-ledger/core'
import {
  createEventStoreDbLedger,
  type EventStoreDbOptions,
  type openEventStoreDbLedger,
} from '@send-ledger/store-eventstoredb'
import { startServer, type TestServer } from './server/start-server.js'

/** The address of a real server, where there is one to be tested against. */
export const realServer = process.env.SEND_LEDGER_ESDB_URL

/** Ledgers, and the end of them and their server. */
export interface Ledgers {
  readonly open: (options?: EventStoreDbOptions) => Promise<Ledger>
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
  const serverUrl = async (): Promise<string> => {
    if (realServer !== undefined) return realServer
    const server = await startServer()
    servers.push(server)
    return server.url
  }
  return {
    open: async (options = {}) => {
      const url = urlOf(await serverUrl(), `test-${randomUUID()}`)
      const ledger = await opened(createEventStoreDbLedger(url, 'urn:send-ledger:test', options))
      made.push(ledger)
      return ledger
    },
    close: async () => {
      for (const ledger of made) await ledger.close()()
      for (const server of servers) await server.stop()
    },
  }
}
