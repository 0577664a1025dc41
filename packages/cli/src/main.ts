/**
 * The program: runs the command on the streams, the clock and the environment of this process.
 */
import type { Instant } from '@send-ledger/core'
import type { Io } from './io.js'
import { legible } from './legible.js'
import { main, unexpected } from './program.js'

const { stdout, stderr, stdin, env, argv } = process

// A reader that goes away is told to whoever writes; unheard, it would end the process.
stdout.on('error', () => {})
stderr.on('error', () => {})

const io: Io = {
  stdout,
  stderr,
  stdin,
  env,
  isTTY: { stdout: stdout.isTTY === true, stderr: stderr.isTTY === true },
  // An instant by its form; core's check would load core before it is needed.
  now: () => new Date().toISOString() as Instant,
  // Asked to end a second time, the process is ended.
  interrupted: () => {
    const interruption = new AbortController()
    // Windows has no SIGTERM; Ctrl and Break is a SIGBREAK there.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
      process.once(signal, () => interruption.abort())
    }
    return interruption.signal
  },
}

const failed = (cause: unknown): void => {
  stderr.write(`send-ledger: ${legible(unexpected(cause))}\n`)
  process.exitCode = 3
}

process.on('uncaughtException', failed)
main(argv.slice(2), io).then((exitCode) => {
  // What went wrong beside the command has its say.
  process.exitCode ??= exitCode
}, failed)
