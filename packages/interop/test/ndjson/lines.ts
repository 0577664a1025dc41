/**
 * Lines and ledgers for the tests of this folder. All subjects are invented.
 */
import { createHash } from 'node:crypto'
import { type Instant, instant, type Ledger, recorder } from '@send-ledger/core'
import {
  type ImportSummary,
  importNdjson,
  type RecordedTime,
  type Reject,
} from '@send-ledger/interop'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export const now = (): Instant => instant('2021-09-01T12:00:00.000Z')

export const emptyLedger = (): Ledger =>
  memoryLedger({ origin: 'urn:send-ledger:test', sha256, now })

export const uuid = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

/** The attributes of a good line: a request in the case numbered `n`. */
export const request = (n: number): Readonly<Record<string, unknown>> => ({
  specversion: '1.0',
  id: uuid(n),
  source: 'urn:send-ledger:test',
  type: 'uk.send-ledger.RequestReceived.v1',
  subject: `case-${n}`,
  effectivedate: '2021-05-03',
  recordedtime: '2021-05-04T09:12:00.000Z',
  datacontenttype: 'application/json',
  data: { requestedBy: 'school', startedBy: 'request' },
})

export const line = (n: number, change: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...request(n), ...change })

/** A file as a stream of chunks of so many bytes. */
export async function* chunks(file: string | Uint8Array, size = 64 * 1024) {
  const bytes = Buffer.from(file as string)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export interface Outcome {
  readonly summary: ImportSummary
  readonly rejects: readonly Reject[]
}

/** Imports a file and gives what became of it. */
export const imported = async (
  ledger: Ledger,
  file: string | Uint8Array,
  {
    recordedTime = 'assign',
    chunk,
    name = 'file.ndjson',
  }: { recordedTime?: RecordedTime; chunk?: number; name?: string } = {},
): Promise<Outcome> => {
  const rejects: Reject[] = []
  const summary = await importNdjson(recorder(ledger, { now }), chunks(file, chunk), {
    name,
    recordedTime,
    onReject: (reject) => {
      rejects.push(reject)
    },
  })()
  if (E.isLeft(summary)) throw new Error(JSON.stringify(summary.left))
  return { summary: summary.right, rejects }
}
