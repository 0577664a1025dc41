/**
 * What in the log endangers a ledger: settings by which the server hides and then removes events,
 * and streams that were deleted.
 */
import type { Streams } from './streams.js'
import type { HeardEvent } from './wire.js'

/** A stream, and why it is in danger; no reason where a danger is over. */
export interface Danger {
  readonly stream: string
  /** What of it was set: of the same, the last counts. */
  readonly by: string
  readonly reason: string | undefined
}

/** What an event says of danger; undefined where it is about something else. */
export const dangers = (streams: Streams, event: HeardEvent): Danger | undefined => {
  const { stream: by, type, data } = event
  if (type === '$streamDeleted') {
    const isOurs = by === streams.origin || streams.subjectOf(by) !== undefined
    return isOurs ? { stream: by, by, reason: wasDeleted(by) } : undefined
  }
  const stream = streams.settingsOf(by)
  return stream === undefined ? undefined : { stream, by, reason: reasonOf(stream, data) }
}

const removing = ['$maxAge', '$maxCount', '$tb']

/** What stands in `$tb` of a stream that was deleted, and may be written again. */
const allBefore = 2 ** 63 - 1

const reasonOf = (stream: string, settings: unknown): string | undefined => {
  if (typeof settings !== 'object' || settings === null) return undefined
  const found = removing.filter((name) => Object.hasOwn(settings, name))
  if (found.length === 0) return undefined
  if (Number((settings as { readonly $tb?: unknown }).$tb) >= allBefore) return wasDeleted(stream)
  return `the stream ${stream} has ${found.join(' and ')} set, by which the server removes events`
}

/** The reason of a stream that was deleted. */
export const wasDeleted = (stream: string): string => `the stream ${stream} was deleted`
