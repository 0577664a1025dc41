/**
 * A subscription: what there is, then what comes, in order, from a place in the log.
 */
import { randomUUID } from 'node:crypto'
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { filterOf } from './filter.js'
import { firstAfter } from './log.js'
import type { Node } from './node.js'
import { caughtUpMessage, checkpointMessage, confirmationMessage } from './recorded.js'
import { isTombstoned, visible } from './retention.js'
import type { Sending } from './sending.js'
import { streamDeleted } from './statuses.js'

/** Sends until the caller is gone. The event at the place given is not sent, only those after. */
export const subscribe = async (
  node: Node,
  sending: Sending,
  stream: string,
  options: ReadReq.Options,
): Promise<void> => {
  if (stream !== '$all' && isTombstoned(node.log, stream)) {
    return sending.fail(streamDeleted(stream))
  }
  await sending.tell(confirmationMessage(randomUUID()))
  return stream === '$all'
    ? subscribeToAll(node, sending, options)
    : subscribeToStream(node, sending, stream, options)
}

const subscribeToStream = async (
  node: Node,
  sending: Sending,
  stream: string,
  options: ReadReq.Options,
): Promise<void> => {
  const from = options.getStream()
  const isFromEnd = from?.hasEnd() === true
  let last = from?.hasRevision() ? BigInt(from.getRevision()) : -1n
  if (isFromEnd) last = node.log.lastOf(stream)
  let isLive = false
  while (sending.isOpen()) {
    if (isTombstoned(node.log, stream)) return sending.fail(streamDeleted(stream))
    const seen = visible(node.log, stream, node.now())
    const since = last
    const pending = seen.slice(firstAfter(seen, ({ revision }) => revision > since))
    for (const event of pending) {
      last = event.revision
      if (!(await sending.event(event))) return
    }
    if (pending.length > 0) continue
    const change = node.log.changed()
    // A stream that is not there has not been caught up with.
    if (!isLive && (isFromEnd || node.log.lastOf(stream) >= 0n)) {
      isLive = true
      await sending.tell(caughtUpMessage())
      continue
    }
    await Promise.race([change, sending.gone])
  }
}

const subscribeToAll = async (
  node: Node,
  sending: Sending,
  options: ReadReq.Options,
): Promise<void> => {
  const { log } = node
  const from = options.getAll()
  const filter = filterOf(options)
  let last = from?.hasPosition() ? BigInt(from.getPosition()?.getCommitPosition() ?? 0) : -1n
  if (from?.hasEnd()) last = log.end() - 1n
  let isLive = false
  let looked = 0
  while (sending.isOpen()) {
    const next = log.all()[firstAfter(log.all(), ({ position }) => position > last)]
    if (next !== undefined) {
      last = next.position
      looked += 1
      if ((filter?.passes(next) ?? true) && !(await sending.event(next))) return
      if (filter !== undefined && looked >= filter.checkpointEvery) {
        looked = 0
        await sending.tell(checkpointMessage(last))
      }
      continue
    }
    if (!isLive) {
      isLive = true
      // The end of the log: the place that the next event will take, which real nodes tell too.
      if (filter !== undefined) await sending.tell(checkpointMessage(log.end()))
      await sending.tell(caughtUpMessage())
      continue
    }
    await Promise.race([log.changed(), sending.gone])
  }
}
