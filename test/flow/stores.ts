/**
 * Every store, opened anew for a test: a ledger to read, and another way to write into it.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant, type Ledger } from '@send-ledger/core'
import { createEventStoreDbLedger } from '@send-ledger/store-eventstoredb'
import { memoryLedger } from '@send-ledger/store-memory'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import { startServer } from '../../packages/stores/eventstoredb/test/server/start-server.js'

/** The hash that everything is made of. */
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
/** The instant at which all is recorded. */
export const now = () => instant('2021-05-04T09:12:00.000Z')
/** What every ledger calls itself. */
export const origin = 'urn:send-ledger:pages'
const folder = mkdtempSync(join(tmpdir(), 'send-ledger-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
/** A path at which there is nothing yet. */
export const newPath = () => join(folder, `${files++}.sqlite`)

/** The right of what was answered; a failure fails the test. */
export const right = <A>(
  either: { _tag: 'Left'; left: unknown } | { _tag: 'Right'; right: A },
): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

/** A ledger to read, another way to write into it, and the end of both. */
export interface Opened {
  readonly ledger: Ledger
  readonly writer: Ledger
  readonly close: () => Promise<unknown>
}

const inSqlite = async (access: 'read' | 'write'): Promise<Opened> => {
  const path = newPath()
  const writer = right(await createSqliteLedger(path, origin, { now })())
  const ledger = right(await openSqliteLedger(path, { now, access })())
  return { ledger, writer, close: () => Promise.all([ledger.close()(), writer.close()()]) }
}

/** Each store by its name. */
export const stores: readonly (readonly [store: string, open: () => Promise<Opened>])[] = [
  [
    'memory',
    async () => {
      const ledger = memoryLedger({ sha256, now, origin })
      return { ledger, writer: ledger, close: ledger.close() }
    },
  ],
  ['SQLite', () => inSqlite('write')],
  ['SQLite for reading only', () => inSqlite('read')],
  [
    'EventStoreDB',
    async () => {
      const server = await startServer()
      const url = `${server.url}&ledger=pages`
      const ledger = right(await createEventStoreDbLedger(url, origin, { now })())
      const close = async () => {
        await ledger.close()()
        await server.stop()
      }
      return { ledger, writer: ledger, close }
    },
  ],
]
