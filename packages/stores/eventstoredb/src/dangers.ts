/**
 * What in the log endangers a ledger: settings by which the server hides and then removes events,
 * and streams that were deleted.
 */
import type { Streams } from './streams.js'
import type { HeardEvent } from './wire.js'

/** A stream, and why it is in danger; no reason where a danger is over. */
export interface Danger {
  readonly stream: string
  readonly reason: string | undefined
}

/** What an event says of danger; undefined where it is about something else. */
export const dangers = (streams: Streams, event: HeardEvent): Danger | undefined => {
  if (event.type === '$streamDeleted') {
    const isOurs = event.stream === streams.origin || streams.subjectOf(event.stream) !== undefined
    return isOurs
      ? { stream: `${event.stream} (deleted)`, reason: `the stream ${event.stream} was deleted` }
      : undefined
  }
  const stream = streams.settingsOf(event.stream)
  return stream === undefined ? undefined : { stream, reason: reasonOf(stream, event.data) }
}

const removing = ['$maxAge', '$maxCount', '$tb']

const reasonOf = (stream: string, settings: unknown): string | undefined => {
  if (typeof settings !== 'object' || settings === null) return undefined
  const found = removing.filter((name) => Object.hasOwn(settings, name))
  return found.length === 0
    ? undefined
    : `the stream ${stream} has ${found.join(' and ')} set, by which the server removes events`
}
