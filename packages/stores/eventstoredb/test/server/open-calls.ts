/**
 * Counts the calls that the node sees open, so that a caller who leaks one is found out.
 */
import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js'

/** The count, and what keeps it. */
export interface OpenCalls {
  readonly count: () => number
  readonly interceptor: ServerInterceptor
}

/** Counts from the first word of a call to its status, or until the caller is gone. */
export const createOpenCalls = (): OpenCalls => {
  const open = new Set<ServerInterceptingCall>()
  return {
    count: () => open.size,
    interceptor: (_method, call) => {
      const counted: ServerInterceptingCall = new ServerInterceptingCall(call, {
        start: (next) => {
          open.add(counted)
          next({ onCancel: () => open.delete(counted) })
        },
        sendStatus: (status, next) => {
          open.delete(counted)
          next(status)
        },
      })
      return counted
    },
  }
}
