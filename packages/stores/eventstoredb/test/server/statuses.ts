/**
 * The failures of the node as they go over the wire: a status and its trailers.
 */
import { Metadata, status } from '@grpc/grpc-js'

/** How a call ends that does not end well. */
export interface Failure {
  readonly code: status
  readonly details: string
  readonly metadata: Metadata
}

/** A failure; the trailers name the kind and its facts. */
export const failure = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Failure => {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value)
  return { code, details, metadata }
}

/** The node cannot be had. Says nothing of whether a write was made. */
export const unavailable = (): Failure => failure(status.UNAVAILABLE, 'Server Is Not Ready')

/** The stream ends in a tombstone, or is deleted and was expected to exist. */
export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  })

/** Nobody said who is calling, where that must be said. */
export const accessDenied = (): Failure =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })

/** Who is calling gave a wrong name or password. */
export const unauthenticated = (): Failure => failure(status.UNAUTHENTICATED, 'Bad credentials')

/** The events of one append are too large together. */
export const tooLarge = (limit: number): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  })

/** An event came without its type or its content type. */
export const propertyMissing = (property: string): Failure =>
  failure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  })

/** Another node takes writes now; which one it is may be left out. */
export const notLeader = (host?: string, port?: number): Failure =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    ...(host === undefined ? {} : { 'leader-endpoint-host': host }),
    ...(port === undefined ? {} : { 'leader-endpoint-port': String(port) }),
  })

/** A delete found another revision than it expected. Appends say so in their answer. */
export const wrongVersion = (stream: string, expected: bigint, actual: bigint): Failure =>
  failure(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  })
