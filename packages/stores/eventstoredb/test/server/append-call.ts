/**
 * Append: options first, then one message an event; one answer.
 */
import { setImmediate } from 'node:timers/promises'
import { Empty } from '@eventstore/db-client/generated/shared_pb.js'
import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { type handleClientStreamingCall, status } from '@grpc/grpc-js'
import { type Answer, answer } from './answer.js'
import type { Expected } from './expected.js'
import type { Proposed } from './log.js'
import type { Node } from './node.js'
import { nameOf } from './recorded.js'
import { failure, propertyMissing, streamDeleted, tooLarge } from './statuses.js'

/** The handler of Append. */
export const appendCall =
  (node: Node): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, send) => {
    const messages: AppendReq[] = []
    call.on('data', (message: AppendReq) => messages.push(message))
    call.on('end', async () => {
      // A call that was left midway ends here too, and is known to be left a little later: of what
      // came in part nothing is written.
      await setImmediate()
      if (call.cancelled) return
      const stream = nameOf(messages[0]?.getOptions()?.getStreamIdentifier())
      answer(node, call, { method: 'Append', stream }, send, () => append(node, stream, messages))
    })
  }

const append = (node: Node, stream: string, messages: readonly AppendReq[]): Answer<AppendResp> => {
  const expected = expectedOf(messages[0]?.getOptions())
  if (expected === undefined || stream === '') {
    return { failure: failure(status.INVALID_ARGUMENT, 'No stream or no expected revision') }
  }
  const events = messages.slice(1).map((message) => message.getProposedMessage())
  const proposed: Proposed[] = []
  let size = 0
  for (const event of events) {
    const type = event?.getMetadataMap().get('type')
    const contentType = event?.getMetadataMap().get('content-type')
    if (event === undefined || type === undefined) return { failure: propertyMissing('type') }
    if (contentType === undefined) return { failure: propertyMissing('content-type') }
    const id = event.getId()?.getString().toLowerCase() ?? ''
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      return { failure: failure(status.UNKNOWN, 'The id of an event is not a UUID') }
    }
    const data = event.getData_asU8()
    const metadata = event.getCustomMetadata_asU8()
    size += data.length + metadata.length + 2 * type.length
    if (size > node.maxAppendSize) return { failure: tooLarge(node.maxAppendSize) }
    proposed.push({ id, type, contentType, data, metadata })
  }
  return written(node, stream, expected, proposed)
}

const written = (
  node: Node,
  stream: string,
  expected: Expected,
  proposed: readonly Proposed[],
): Answer<AppendResp> => {
  const outcome = node.writes.append(stream, expected, proposed)
  const message = new AppendResp()
  switch (outcome._tag) {
    case 'Deleted':
      return { failure: streamDeleted(stream) }
    case 'Written': {
      const success = new AppendResp.Success()
      if (outcome.revision < 0n) success.setNoStream(new Empty())
      else success.setCurrentRevision(String(outcome.revision))
      if (outcome.position === undefined) success.setNoPosition(new Empty())
      else success.setPosition(positionOf(outcome.position))
      message.setSuccess(success)
      return { message }
    }
    case 'Wrong': {
      const wrong = new AppendResp.WrongExpectedVersion()
      if (outcome.current < 0n) wrong.setCurrentNoStream(new Empty())
      else wrong.setCurrentRevision(String(outcome.current))
      if (expected === 'any') wrong.setExpectedAny(new Empty())
      else if (expected === 'noStream') wrong.setExpectedNoStream(new Empty())
      else if (expected === 'streamExists') wrong.setExpectedStreamExists(new Empty())
      else wrong.setExpectedRevision(String(expected))
      message.setWrongExpectedVersion(wrong)
      return { message }
    }
  }
}

const positionOf = (at: bigint): AppendResp.Position => {
  const position = new AppendResp.Position()
  position.setCommitPosition(String(at))
  position.setPreparePosition(String(at))
  return position
}

/** The expected revision, as appends, deletes and tombstones alike say it. */
export const expectedOf = (
  options:
    | {
        readonly hasRevision: () => boolean
        readonly getRevision: () => string
        readonly hasNoStream: () => boolean
        readonly hasAny: () => boolean
        readonly hasStreamExists: () => boolean
      }
    | undefined,
): Expected | undefined => {
  if (options?.hasRevision()) return BigInt(options.getRevision())
  if (options?.hasNoStream()) return 'noStream'
  if (options?.hasAny()) return 'any'
  if (options?.hasStreamExists()) return 'streamExists'
  return undefined
}
