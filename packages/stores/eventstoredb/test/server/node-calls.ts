/**
 * What a node says of itself: its methods, which it keeps to itself, and its cluster, which is one.
 */
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js'
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js'
import { type Empty, UUID } from '@eventstore/db-client/generated/shared_pb.js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { type handleBidiStreamingCall, type handleUnaryCall, status } from '@grpc/grpc-js'
import { answer } from './answer.js'
import { enter, type Node } from './node.js'
import { failure } from './statuses.js'

const unimplemented = () => failure(status.UNIMPLEMENTED, 'Not a method of this node')

/** The handler of GetSupportedMethods. That it has none makes clients append one call at a time. */
export const featuresCall =
  (node: Node): handleUnaryCall<Empty, SupportedMethods> =>
  (call, send) =>
    answer(node, call, { method: 'Features', stream: '' }, send, () => ({
      failure: unimplemented(),
    }))

/** The handler of BatchAppend. */
export const batchAppendCall =
  (node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    enter(node, call, { method: 'BatchAppend', stream: '' })
    call.emit('error', unimplemented())
  }

/** The handler of the cluster's Read. */
export const gossipCall =
  (node: Node): handleUnaryCall<Empty, ClusterInfo> =>
  (call, send) =>
    answer(node, call, { method: 'Gossip', stream: '' }, send, () => {
      const endPoint = new EndPoint()
      endPoint.setAddress('127.0.0.1')
      endPoint.setPort(node.port())
      const id = new UUID()
      id.setString('00000000-0000-4000-8000-000000000001')
      const member = new MemberInfo()
      member.setInstanceId(id)
      member.setTimeStamp(String(BigInt(node.now()) * 10_000n))
      member.setState(MemberInfo.VNodeState.LEADER)
      member.setIsAlive(true)
      member.setHttpEndPoint(endPoint)
      const message = new ClusterInfo()
      message.setMembersList([member])
      return { message }
    })
