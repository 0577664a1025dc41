/**
 * Delete and Tombstone: one message, one answer.
 */
import {
  type DeleteReq,
  DeleteResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import { type handleUnaryCall, status } from '@grpc/grpc-js'
import { type Answer, answer } from './answer.js'
import { expectedOf } from './append-call.js'
import type { Expected } from './expected.js'
import type { Node } from './node.js'
import { nameOf } from './recorded.js'
import { failure, streamDeleted, wrongVersion } from './statuses.js'
import type { Written } from './writes.js'

/** The handler of Delete: the stream may be written again, and its numbers go on. */
export const deleteCall =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, send) => {
    const options = call.request.getOptions()
    const stream = nameOf(options?.getStreamIdentifier())
    answer(node, call, { method: 'Delete', stream }, send, () =>
      deleted(stream, expectedOf(options), node.writes.softDelete, (at) => {
        const position = new DeleteResp.Position()
        position.setCommitPosition(at)
        position.setPreparePosition(at)
        const message = new DeleteResp()
        message.setPosition(position)
        return message
      }),
    )
  }

/** The handler of Tombstone: the name of the stream is never used again. */
export const tombstoneCall =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, send) => {
    const options = call.request.getOptions()
    const stream = nameOf(options?.getStreamIdentifier())
    answer(node, call, { method: 'Tombstone', stream }, send, () =>
      deleted(stream, expectedOf(options), node.writes.tombstone, (at) => {
        const position = new TombstoneResp.Position()
        position.setCommitPosition(at)
        position.setPreparePosition(at)
        const message = new TombstoneResp()
        message.setPosition(position)
        return message
      }),
    )
  }

const deleted = <A>(
  stream: string,
  expected: Expected | undefined,
  write: (stream: string, expected: Expected) => Written,
  at: (position: string) => A,
): Answer<A> => {
  if (expected === undefined || stream === '') {
    return { failure: failure(status.INVALID_ARGUMENT, 'No stream or no expected revision') }
  }
  const outcome = write(stream, expected)
  switch (outcome._tag) {
    case 'Deleted':
      return { failure: streamDeleted(stream) }
    case 'Wrong':
      return { failure: wrongVersion(stream, numberOf(expected), outcome.current) }
    case 'Written':
      return { message: at(String(outcome.position)) }
  }
}

/** The numbers that the node gives to expectations which are none. */
const numberOf = (expected: Expected): bigint => {
  switch (expected) {
    case 'noStream':
      return -1n
    case 'any':
      return -2n
    case 'streamExists':
      return -4n
    default:
      return expected
  }
}
