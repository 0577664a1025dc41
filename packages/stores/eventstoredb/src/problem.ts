/**
 * What can go wrong on the wire, as values; the words of the client end here.
 */
import { ErrorType, isCommandError } from '@eventstore/db-client'

/** Why the server did not do it. */
export type WireProblem =
  /** It may be well the next time: the server is away, busy, or another one leads. */
  | { readonly _tag: 'Passing'; readonly reason: string }
  /** The stream stands at another revision than was expected. */
  | { readonly _tag: 'WrongRevision' }
  | { readonly _tag: 'NoSuchStream' }
  /** The stream was deleted for good. */
  | { readonly _tag: 'StreamDeleted' }
  /** The append is larger than the server takes. Unit: bytes. */
  | { readonly _tag: 'TooLarge'; readonly most: number }
  /** It will not do it, now or later. */
  | { readonly _tag: 'Refused'; readonly reason: string }

/** A problem that may be over the next time. */
export const passing = (reason: string): WireProblem => ({ _tag: 'Passing', reason })

/** A read that ended as if it were complete. Some versions of the server do that. */
export const endedEarly = passing('the server ended a read before its end')

/** What the client throws, as a problem. */
export const problemOf = (error: unknown): WireProblem => {
  if (!isCommandError(error as Error)) return passing(messageOf(error))
  const { type } = error as { readonly type: ErrorType }
  switch (type) {
    case ErrorType.WRONG_EXPECTED_VERSION:
      return { _tag: 'WrongRevision' }
    case ErrorType.STREAM_NOT_FOUND:
    case ErrorType.NO_STREAM:
      return { _tag: 'NoSuchStream' }
    case ErrorType.STREAM_DELETED:
      return { _tag: 'StreamDeleted' }
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return { _tag: 'TooLarge', most: (error as { maxAppendSize: number }).maxAppendSize }
    case ErrorType.ACCESS_DENIED:
      return {
        _tag: 'Refused',
        reason:
          'the server does not permit it; the ledger reads $all and writes its own streams, so its user needs both',
      }
    case ErrorType.INVALID_ARGUMENT:
    case ErrorType.UNSUPPORTED:
      return { _tag: 'Refused', reason: messageOf(error) }
    case ErrorType.NOT_LEADER:
      return passing('another node of the cluster leads')
    case ErrorType.DEADLINE_EXCEEDED:
    case ErrorType.TIMEOUT:
      return passing('the server did not answer in time')
    case ErrorType.UNAVAILABLE:
    case ErrorType.CANCELLED:
      return passing(`the server could not be reached, or went away (${detailsOf(error)})`)
    default:
      return passing(messageOf(error))
  }
}

/** The words of gRPC, without its code before them and an empty note after them. */
const detailsOf = (error: unknown): string =>
  messageOf(error)
    .replace(/^\d+ [A-Z_]+: /, '')
    .replace(/\.? Resolution note: $/, '')

const messageOf = (error: unknown): string =>
  String((error as { readonly message?: unknown } | undefined)?.message ?? error).split('\n')[0] ??
  'unknown'
