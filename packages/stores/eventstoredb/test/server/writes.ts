/**
 * The writes of the node: append, soft delete and tombstone.
 */
import { randomUUID } from 'node:crypto'
import { decide, type Expected, type Recent } from './expected.js'
import { type Log, lastPossible, type Proposed } from './log.js'
import { isTombstoned, metastreamOf, retentionOf } from './retention.js'

/** What came of a write. Without a position nothing was written, now or before. */
export type Written =
  | { readonly _tag: 'Written'; readonly revision: bigint; readonly position: bigint | undefined }
  | { readonly _tag: 'Wrong'; readonly current: bigint }
  | { readonly _tag: 'Deleted' }

/** Writes to one log, and its memory of ids. */
export interface Writes {
  readonly append: (stream: string, expected: Expected, events: readonly Proposed[]) => Written
  readonly softDelete: (stream: string, expected: Expected) => Written
  readonly tombstone: (stream: string, expected: Expected) => Written
  /** Writes the metadata of a stream, whatever is there. */
  readonly setMetadata: (stream: string, metadata: object) => Written
  /** What a new process has: no memory of ids. */
  readonly forget: () => void
}

/** The writes of a log. */
export const createWrites = (log: Log): Writes => {
  const recent: Recent = new Map()

  const append: Writes['append'] = (stream, expected, events) => {
    const ids = events.map(({ id }) => id)
    const decision = decide(log, recent, { stream, expected, ids })
    switch (decision._tag) {
      case 'Write': {
        const current = log.lastOf(stream)
        const stored = log.write(stream, events)
        for (const { id, revision } of stored) recent.set(id, { stream, revision })
        if (decision.undelete) {
          setMetadata(stream, { ...retentionOf(log, stream), $tb: Number(current + 1n) })
        }
        const last = stored.at(-1)
        return { _tag: 'Written', revision: last?.revision ?? current, position: last?.position }
      }
      case 'Repeat': {
        const last = log.of(stream).find(({ revision }) => revision === decision.last)
        return { _tag: 'Written', revision: decision.last, position: last?.position }
      }
      default:
        return decision
    }
  }

  const setMetadata = (stream: string, metadata: object | string): Written =>
    append(metastreamOf(stream), 'any', [systemEvent('$metadata', metadata)])

  /** Deletes have no ids that could be there already. */
  const ifExpected = (stream: string, expected: Expected, write: () => Written): Written => {
    const decision = decide(log, recent, { stream, expected, ids: [randomUUID()] })
    return decision._tag === 'Wrong' || decision._tag === 'Deleted' ? decision : write()
  }

  return {
    append,
    setMetadata,
    softDelete: (stream, expected) =>
      ifExpected(stream, expected, () =>
        log.lastOf(stream) < 0n && log.lastOf(metastreamOf(stream)) < 0n
          ? { _tag: 'Wrong', current: -1n }
          : // The number is larger than those that JSON.stringify can write exactly.
            setMetadata(stream, `{"$tb":${lastPossible}}`),
      ),
    tombstone: (stream, expected) =>
      ifExpected(stream, expected, () => {
        const [last] = log.write(stream, [systemEvent('$streamDeleted', '')], lastPossible)
        return { _tag: 'Written', revision: lastPossible, position: last?.position }
      }),
    forget: () => recent.clear(),
  }
}

/** An event that the node writes itself. */
export const systemEvent = (type: string, data: object | string): Proposed => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)),
  metadata: new Uint8Array(),
})

/** Takes away what readers no longer see; the last event of a stream stays, and its number with it. */
export const scavenge = (log: Log, seen: (stream: string) => readonly unknown[]): void => {
  for (const event of [...log.all()]) {
    const isLast = event.revision === log.lastOf(event.stream)
    const stays = isLast || (!isTombstoned(log, event.stream) && seen(event.stream).includes(event))
    if (!stays) log.damage(event, undefined)
  }
}
