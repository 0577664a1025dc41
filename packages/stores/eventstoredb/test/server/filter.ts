/**
 * The server's filters: by the name of the stream or the type of the event, by prefix or pattern.
 */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import type { Stored } from './log.js'

/** Which events pass, and after how many looked at a checkpoint is due. */
export interface Filter {
  readonly passes: (event: Stored) => boolean
  readonly checkpointEvery: number
}

/** The window that the node searches at once, unless told. */
const usualWindow = 32

/** The filter that a request asks for, if it does. */
export const filterOf = (options: ReadReq.Options): Filter | undefined => {
  const asked = options.getFilter()
  if (asked === undefined) return undefined
  const byType = asked.hasEventType()
  const expression = byType ? asked.getEventType() : asked.getStreamIdentifier()
  const pattern = expression?.getRegex() ?? ''
  const prefixes = expression?.getPrefixList() ?? []
  const regex = pattern === '' ? undefined : new RegExp(pattern)
  const window = asked.hasMax() ? asked.getMax() : usualWindow
  return {
    passes: (event) => {
      const text = byType ? event.type : event.stream
      return regex?.test(text) ?? prefixes.some((prefix) => text.startsWith(prefix))
    },
    checkpointEvery: window * asked.getCheckpointintervalmultiplier(),
  }
}
