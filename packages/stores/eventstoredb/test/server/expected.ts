/**
 * Whether a write may be made: what it expects, what is there, and whether it was made before.
 */
import type { Log } from './log.js'
import { isSoftDeleted, isTombstoned, metastreamOf } from './retention.js'

/** What a writer expects of a stream. A revision is exact. */
export type Expected = bigint | 'any' | 'noStream' | 'streamExists'

/** What is to be done with a write. */
export type Decision =
  | { readonly _tag: 'Write'; readonly undelete: boolean }
  | { readonly _tag: 'Repeat'; readonly last: bigint }
  | { readonly _tag: 'Wrong'; readonly current: bigint }
  | { readonly _tag: 'Deleted' }

/** Where events written since the node started stand, by id. */
export type Recent = Map<string, { readonly stream: string; readonly revision: bigint }>

/** Decides on a write of events with the ids given. */
export const decide = (
  log: Log,
  recent: Recent,
  write: { readonly stream: string; readonly expected: Expected; readonly ids: readonly string[] },
): Decision => {
  const { stream, expected, ids } = write
  const current = log.lastOf(stream)
  const wrong: Decision = { _tag: 'Wrong', current }
  if (isTombstoned(log, stream)) return { _tag: 'Deleted' }
  const undelete = isSoftDeleted(log, stream)
  if (expected === 'streamExists') {
    if (undelete) return { _tag: 'Deleted' }
    if (current < 0n && log.lastOf(metastreamOf(stream)) < 0n) return wrong
  }
  if (expected === 'any' || expected === 'streamExists') {
    const places = ids
      .map((id) => recent.get(id))
      .map((p) => (p?.stream === stream ? p : undefined))
    const last = places.at(-1)
    if (places[0] === undefined) return { _tag: 'Write', undelete }
    return last !== undefined && !places.includes(undefined)
      ? { _tag: 'Repeat', last: last.revision }
      : wrong
  }
  const from = expected === 'noStream' ? -1n : expected
  if (from === current) return { _tag: 'Write', undelete }
  if (from > current || ids.length === 0) return wrong
  const there = log.of(stream)
  const isAt = (id: string, i: number): boolean => {
    const revision = from + 1n + BigInt(i)
    return there.some((event) => event.revision === revision && event.id === id)
  }
  if (ids.every(isAt)) return { _tag: 'Repeat', last: from + BigInt(ids.length) }
  const isNew = !isAt(ids[0] ?? '', 0)
  return isNew && expected === 'noStream' && undelete ? { _tag: 'Write', undelete } : wrong
}
