/**
 * The data of the node as tests look at it and damage it, past all rules.
 */
import { randomUUID } from 'node:crypto'
import type { Log, Stored } from './log.js'
import { visible } from './retention.js'
import { scavenge, systemEvent, type Writes } from './writes.js'

/** An event as a test tells it. */
export interface Told {
  readonly id?: string
  readonly type: string
  readonly data: string
}

/** What can be seen and done behind the back of clients. */
export interface Data {
  /** Names of all streams, in the order of their first event. */
  readonly names: () => readonly string[]
  /** The events of a stream, hidden ones too. */
  readonly of: (stream: string) => readonly Stored[]
  /** All events, by position. */
  readonly all: () => readonly Stored[]
  /** Takes an event away, as a scavenge does; the last one of a stream takes its number along. */
  readonly remove: (stream: string, revision: bigint) => void
  /** Writes over an event in its place, as a redaction does. */
  readonly change: (stream: string, revision: bigint, by: Partial<Stored>) => void
  /** Writes an event of any kind, as another client may. The data is text. */
  readonly write: (stream: string, event: Told) => void
  /** Sets the metadata of a stream, such as `{ $maxCount: 1 }`. */
  readonly setMetadata: (stream: string, metadata: object) => void
  readonly softDelete: (stream: string) => void
  readonly tombstone: (stream: string) => void
  /** Takes away what readers no longer see. */
  readonly scavenge: () => void
  /** Writes an event of the node's own, so that positions have gaps. */
  readonly systemEvent: () => void
}

/** The data of a log. */
export const dataOf = (log: Log, writes: Writes, now: () => number): Data => {
  const at = (stream: string, revision: bigint): Stored => {
    const event = log.of(stream).find((each) => each.revision === revision)
    if (event === undefined) throw new Error(`No event ${revision} in ${stream}`)
    return event
  }
  return {
    names: () => [...new Set(log.all().map(({ stream }) => stream))],
    of: (stream) => [...log.of(stream)],
    all: () => [...log.all()],
    remove: (stream, revision) => log.damage(at(stream, revision), undefined),
    change: (stream, revision, by) => {
      const event = at(stream, revision)
      log.damage(event, { ...event, ...by })
    },
    write: (stream, { id = randomUUID(), type, data }) => {
      const contentType = 'application/json'
      const event = { id, type, contentType, data: Buffer.from(data), metadata: new Uint8Array() }
      writes.append(stream, 'any', [event])
    },
    setMetadata: (stream, metadata) => {
      writes.setMetadata(stream, metadata)
    },
    softDelete: (stream) => {
      writes.softDelete(stream, 'any')
    },
    tombstone: (stream) => {
      writes.tombstone(stream, 'any')
    },
    scavenge: () => scavenge(log, (stream) => visible(log, stream, now())),
    systemEvent: () => {
      log.write('$stats-127.0.0.1:2113', [systemEvent('$statsCollected', {})])
    },
  }
}
