/**
 * The streams of a ledger on the server, `walsall.case-1042` for the subject `case-1042`, and the
 * records that their events hold.
 */
import { CivilDate, Instant, type LedgerRecord, StreamId } from '@send-ledger/core'
import type { HeardEvent } from './wire.js'

/** The type of the event that a ledger begins with. */
export const createdType = 'LedgerCreated'

/** The names of a ledger's streams. */
export interface Streams {
  /** The stream that says what the ledger calls itself. */
  readonly origin: string
  readonly of: (subject: StreamId) => string
  /** The subject of a stream of the ledger; undefined for any other. */
  readonly subjectOf: (stream: string) => StreamId | undefined
  /** The stream that a stream of settings is about, where that is one of the ledger. */
  readonly settingsOf: (stream: string) => string | undefined
  /** What the names of all of them begin with. */
  readonly prefixes: readonly string[]
}

/** The streams of the ledger of a name. */
export const streamsOf = (ledger: string): Streams => {
  const prefix = `${ledger}.`
  return {
    origin: `${prefix}origin`,
    of: (subject) => prefix + subject,
    subjectOf: (stream) => {
      if (!stream.startsWith(prefix)) return undefined
      const subject = stream.slice(prefix.length)
      return StreamId.is(subject) ? subject : undefined
    },
    settingsOf: (stream) => (stream.startsWith(`$$${prefix}`) ? stream.slice(2) : undefined),
    prefixes: [prefix, `$$${prefix}`],
  }
}

/** The record that an event holds; else what is wrong with it. */
export const recordIn = (
  event: HeardEvent,
  stream: StreamId,
  position: number,
): LedgerRecord | string => {
  const { data } = event
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return `revision ${event.revision} of ${stream} is no JSON object`
  }
  const record = data as LedgerRecord
  if (record.id !== event.id || record.stream !== stream || record.revision !== event.revision) {
    return `revision ${event.revision} of ${stream} is not what a ledger writes there`
  }
  return record.type === event.type && isRecord(record)
    ? Object.assign(record, { position })
    : noRecord(event, stream)
}

/** What is wrong with an event that has not the form of a record. */
export const noRecord = ({ revision }: HeardEvent, stream: StreamId): string =>
  `revision ${revision} of ${stream} is no record`

/** Whether what comes from outside has the form of a record; its content is judged by its bytes. */
const isRecord = ({ recordedAt, effectiveOn, version, data, actor }: LedgerRecord): boolean =>
  Instant.is(recordedAt) &&
  CivilDate.is(effectiveOn) &&
  Number.isSafeInteger(version) &&
  typeof data === 'object' &&
  data !== null &&
  (actor === undefined || typeof actor === 'string')
