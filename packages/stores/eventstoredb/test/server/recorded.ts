/**
 * Events and names as they go over the wire.
 */
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js'
import { ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import type { Stored } from './log.js'

/** What stands for a position that is not told. */
const untold = '18446744073709551615'

/** A message with one event. */
export const eventMessage = (event: Stored, withPosition: boolean): ReadResp => {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
  const id = new UUID()
  id.setString(event.id)
  recorded.setId(id)
  recorded.setStreamIdentifier(identifierOf(event.stream))
  recorded.setStreamRevision(String(event.revision))
  recorded.setCommitPosition(withPosition ? String(event.position) : untold)
  recorded.setPreparePosition(withPosition ? String(event.position) : untold)
  recorded.getMetadataMap().set('type', event.type)
  recorded.getMetadataMap().set('content-type', event.contentType)
  // Ticks of 100 nanoseconds.
  recorded.getMetadataMap().set('created', String(BigInt(event.created) * 10_000n))
  recorded.setData(event.data)
  recorded.setCustomMetadata(event.metadata)
  const read = new ReadResp.ReadEvent()
  read.setEvent(recorded)
  if (withPosition) read.setCommitPosition(String(event.position))
  else read.setNoPosition(new Empty())
  const message = new ReadResp()
  message.setEvent(read)
  return message
}

/** The only message of a read of a stream that is not there. */
export const notFoundMessage = (stream: string): ReadResp => {
  const notFound = new ReadResp.StreamNotFound()
  notFound.setStreamIdentifier(identifierOf(stream))
  const message = new ReadResp()
  message.setStreamNotFound(notFound)
  return message
}

/** The first message of a subscription. */
export const confirmationMessage = (id: string): ReadResp => {
  const confirmation = new ReadResp.SubscriptionConfirmation()
  confirmation.setSubscriptionId(id)
  const message = new ReadResp()
  message.setConfirmation(confirmation)
  return message
}

/** How far a filtered subscription has looked. */
export const checkpointMessage = (position: bigint): ReadResp => {
  const checkpoint = new ReadResp.Checkpoint()
  checkpoint.setCommitPosition(String(position))
  checkpoint.setPreparePosition(String(position))
  const message = new ReadResp()
  message.setCheckpoint(checkpoint)
  return message
}

/** From here on a subscription gets events as they are written. */
export const caughtUpMessage = (): ReadResp => {
  const message = new ReadResp()
  message.setCaughtUp(new ReadResp.CaughtUp())
  return message
}

/** The name of a stream. */
export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8')

const identifierOf = (stream: string): StreamIdentifier => {
  const identifier = new StreamIdentifier()
  identifier.setStreamName(Uint8Array.from(Buffer.from(stream, 'utf8')))
  return identifier
}
