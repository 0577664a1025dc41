/**
 * Read: the events of one stream or of all, forwards or backwards, once or for ever.
 */

import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { type handleServerStreamingCall, status } from '@grpc/grpc-js'
import { filterOf } from './filter.js'
import { firstAfter, type Stored } from './log.js'
import { enter, type Node } from './node.js'
import { nameOf, notFoundMessage } from './recorded.js'
import { isSoftDeleted, isTombstoned, visible } from './retention.js'
import { failsFirst, type Sending, sendingOf } from './sending.js'
import { failure, streamDeleted } from './statuses.js'
import { subscribe } from './subscribe.js'

/** The handler of Read. */
export const readCall =
  (node: Node): handleServerStreamingCall<ReadReq, ReadResp> =>
  async (call) => {
    const options = call.request.getOptions() ?? new ReadReq.Options()
    const stream = options.hasAll() ? '$all' : nameOf(options.getStream()?.getStreamIdentifier())
    const method = options.hasSubscription() ? 'Subscribe' : 'Read'
    const { refused, fault } = enter(node, call, { method, stream })
    const sending = sendingOf(node, call, stream, fault)
    if (refused !== undefined) return sending.fail(refused)
    if (await failsFirst(node, call, sending, fault)) return
    if (method === 'Subscribe') return subscribe(node, sending, stream, options)
    if (stream === '$all') return readAll(node, sending, options)
    return readStream(node, sending, stream, options)
  }

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS

const readStream = async (
  node: Node,
  sending: Sending,
  stream: string,
  options: ReadReq.Options,
): Promise<void> => {
  if (isTombstoned(node.log, stream)) return sending.fail(streamDeleted(stream))
  if (node.log.lastOf(stream) < 0n || isSoftDeleted(node.log, stream)) {
    await sending.tell(notFoundMessage(stream))
    return sending.end()
  }
  const from = options.getStream()
  const events = visible(node.log, stream, node.now())
  if (isBackwards(options)) {
    const until = from?.hasEnd() ? events : startsAt(events, from, (at, e) => e.revision <= at)
    return sendAll(sending, [...until].reverse(), options)
  }
  const rest = from?.hasEnd() ? [] : startsAt(events, from, (at, e) => e.revision >= at)
  return sendAll(sending, rest, options)
}

/** Forwards the event at the position is the first, backwards it is left out. */
const readAll = async (node: Node, sending: Sending, options: ReadReq.Options): Promise<void> => {
  const from = options.getAll()
  const filter = filterOf(options)
  const commit = from?.getPosition()?.getCommitPosition()
  const at = from?.hasEnd() ? node.log.end() : BigInt(commit ?? 0)
  if (at > node.log.end()) {
    return sending.fail(failure(status.INVALID_ARGUMENT, 'Position is beyond the end of the log'))
  }
  const all = node.log.all()
  // Looked for, not filtered: a ledger asks for the end of the log at every call.
  const first = firstAfter(all, ({ position }) => position >= at)
  const events = isBackwards(options) ? all.slice(0, first).reverse() : all.slice(first)
  return sendAll(sending, filter ? events.filter(filter.passes) : events, options)
}

/** From the start, which is revision 0, or from the revision given. */
const startsAt = (
  events: readonly Stored[],
  from: ReadReq.Options.StreamOptions | undefined,
  isIn: (at: bigint, event: Stored) => boolean,
): readonly Stored[] => {
  const at = from?.hasRevision() ? BigInt(from.getRevision()) : 0n
  return events.filter((event) => isIn(at, event))
}

const sendAll = async (
  sending: Sending,
  events: readonly Stored[],
  options: ReadReq.Options,
): Promise<void> => {
  const count = Number(options.getCount())
  for (const event of events.slice(0, count)) {
    if (!(await sending.event(event))) return
  }
  return sending.end()
}
