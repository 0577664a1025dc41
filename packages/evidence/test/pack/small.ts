/**
 * Small ledgers and packs of them. All subjects are invented.
 */
import {
  checkEvent,
  civilDate,
  defaultLaw,
  type Instant,
  instant,
  type Ledger,
  recorder,
} from '@send-ledger/core'
import { keyTexts, readSignerKey, type Signer } from '@send-ledger/core/proof'
import type { EventData, EventType } from '@send-ledger/core/records'
import {
  buildPack,
  type Pack,
  type PackFailure,
  type PackOrder,
  packSource,
} from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'
import { right } from './walsall.js'

const origin = 'urn:send-ledger:small'
const now = (): Instant => instant('2022-01-10T12:00:00.000Z')

/** An event to be recorded, and the instant at which it is. */
export type Given = {
  readonly [T in EventType]: readonly [
    stream: string,
    type: T,
    on: string,
    data: EventData<T>,
    recordedAt?: string | undefined,
  ]
}[EventType]

/** A ledger with some events. */
export const smallLedger = async (given: readonly Given[]): Promise<Ledger> => {
  const ledger = memoryLedger({ sha256, now, origin })
  const drafts = given.map(([stream, type, effectiveOn, data, recordedAt], i) => {
    const id = `0190a1b2-0000-7000-8000-${String(i + 1).padStart(12, '0')}`
    const event = right(checkEvent({ id, type, version: 1, stream, effectiveOn, data }))
    return recordedAt === undefined ? { event } : { event, recordedAt: instant(recordedAt) }
  })
  const outcomes = right(await recorder(ledger, { now }).record(drafts)())
  for (const outcome of outcomes) right(outcome)
  return ledger
}

/** A signer of this name. */
export const signerOf = (name: string): Signer => {
  const privateKey = new Uint8Array(32).fill(9)
  const texts = right(keyTexts(sha256, ed25519, { name, use: 'signature', privateKey }))
  return right(readSignerKey(sha256, ed25519, texts.signerKey))
}

/** A pack of a ledger as known now, or why there is none. */
export const tryPack = async (
  ledger: Ledger,
  more: Partial<PackOrder> = {},
): Promise<E.Either<PackFailure, Pack>> => {
  const source = await packSource(ledger, { knownAt: undefined, now: now() })()
  if (E.isLeft(source)) return source
  return buildPack(source.right, {
    title: 'Small',
    asAt: civilDate('2021-12-31'),
    law: defaultLaw,
    signer: signerOf(origin),
    software: { name: 'send-ledger', version: '0.1.0' },
    ...more,
  })()
}

/** A request, and the plan that was issued on it. */
export const onePlan: readonly Given[] = [
  ['case-1', 'RequestReceived', '2021-01-04', { requestedBy: 'school', startedBy: 'request' }],
  ['case-1', 'PlanIssued', '2021-05-24', {}],
]
