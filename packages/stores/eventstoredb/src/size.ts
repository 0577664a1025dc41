/**
 * How large an event may be, and an append: below what any server takes.
 */
import type { AppendRefusal } from '@send-ledger/core/store'

/** Unit: bytes. */
const mostOfEvent = 64 * 1024
/** What else stands in an append beside the records, an event. Unit: bytes. */
const besides = 200
/** The limit of EventStoreDB 24 less room for the request. Unit: bytes. */
const mostOfAppend = 1024 * 1024 - 4096

/** Why the texts of records are too large to be written at once; undefined where they are not. */
export const tooLarge = (
  texts: readonly string[],
  most = mostOfAppend,
): AppendRefusal | undefined => {
  let all = 0
  for (const [i, text] of texts.entries()) {
    const length = Buffer.byteLength(text)
    if (length > mostOfEvent) {
      return flaw(
        `events[${i}]`,
        `is ${length} bytes as a record; at most ${mostOfEvent} are taken`,
      )
    }
    all += length + besides
  }
  return all > most
    ? flaw('events', `are ${all} bytes together; at most ${most} are taken in one write`)
    : undefined
}

const flaw = (at: string, problem: string): AppendRefusal => ({
  _tag: 'InvalidEvent',
  flaws: [{ at, problem }],
})
