/**
 * What the metadata of a stream hides from those who read it: `$maxCount`, `$maxAge` and `$tb`.
 */
import { type Log, lastPossible, type Stored } from './log.js'

/** The keys of a stream's metadata that the node acts on. */
export interface Retention {
  readonly $maxCount?: number
  /** Unit: seconds. */
  readonly $maxAge?: number
  /** Events before this revision are hidden. */
  readonly $tb?: number
}

/** The stream which holds the metadata of another. */
export const metastreamOf = (stream: string): string => `$$${stream}`

/** The metadata in force: the last event of the metadata stream, if that is an object in JSON. */
export const retentionOf = (log: Log, stream: string): Retention => {
  if (stream.startsWith('$$')) return { $maxCount: 1 }
  const last = log.of(metastreamOf(stream)).at(-1)
  if (last === undefined) return {}
  try {
    const parsed: unknown = JSON.parse(Buffer.from(last.data).toString('utf8'))
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}

/** Whether the stream ends in a tombstone. */
export const isTombstoned = (log: Log, stream: string): boolean =>
  log.lastOf(stream) === lastPossible

/** Whether the stream is deleted, but may be written again. */
export const isSoftDeleted = (log: Log, stream: string): boolean =>
  (retentionOf(log, stream).$tb ?? 0) >= Number(lastPossible)

/** The events of a stream that a reader may see. */
export const visible = (log: Log, stream: string, now: number): readonly Stored[] => {
  const { $maxCount, $maxAge, $tb } = retentionOf(log, stream)
  const last = log.lastOf(stream)
  return log
    .of(stream)
    .filter(
      ({ revision, created }) =>
        ($tb === undefined || revision >= BigInt($tb)) &&
        ($maxCount === undefined || revision > last - BigInt($maxCount)) &&
        ($maxAge === undefined || created > now - $maxAge * 1000),
    )
}
