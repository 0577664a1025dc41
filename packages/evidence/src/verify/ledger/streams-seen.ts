/**
 * The streams of a ledger as they were seen in the whole of it: how many records each has, and a
 * mark of them, to be compared with the stream when it is read by itself.
 */
import type { LedgerRecord } from '@send-ledger/core'
import type { Hash } from '@send-ledger/core/proof'

/** What is remembered of a stream. */
export interface StreamSeen {
  readonly count: number
  /** A sum over the leaves of its records. */
  readonly mark: number
}

const none: StreamSeen = { count: 0, mark: 0 }

/** A stream with one more record, given by its leaf. */
const withLeaf = ({ count, mark }: StreamSeen, leaf: Hash): StreamSeen => ({
  count: count + 1,
  mark: (mark + markOf(leaf)) % marks,
})

const marks = 2 ** 48

const markOf = (leaf: Hash): number =>
  leaf.subarray(0, 6).reduce((number, byte) => number * 256 + byte, 0)

/** The stream over these leaves. */
export const streamOf = (leaves: Iterable<Hash>): StreamSeen => {
  let stream = none
  for (const leaf of leaves) stream = withLeaf(stream, leaf)
  return stream
}

interface Standing extends StreamSeen {
  readonly nextRevision: number
}

/** The streams that were seen, in order of their first record. */
export class StreamsSeen {
  private readonly streams = new Map<string, Standing>()

  /** The revision that follows the last record that was seen of a stream. */
  nextRevisionOf(stream: string): number {
    return this.streams.get(stream)?.nextRevision ?? 0
  }

  add({ stream, revision }: LedgerRecord, leaf: Hash): void {
    const seen = withLeaf(this.streams.get(stream) ?? none, leaf)
    this.streams.set(stream, { ...seen, nextRevision: revision + 1 })
  }

  get size(): number {
    return this.streams.size
  }

  all(): Iterable<readonly [string, StreamSeen]> {
    return this.streams
  }
}
