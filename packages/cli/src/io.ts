/**
 * What the command needs of the machine, handed in so that it can be run within a process.
 */
import type { Writable } from 'node:stream'
import type { Instant } from '@send-ledger/core'

/** The surroundings of one run of the command. */
export interface Io {
  readonly stdout: Writable
  readonly stderr: Writable
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Which of the streams go to a terminal. */
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean }
  readonly now: () => Instant
  /** Heeds interruptions from now on: for a command that never ends by itself. */
  readonly interrupted?: () => AbortSignal
}
