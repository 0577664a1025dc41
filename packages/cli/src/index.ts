/**
 * `@send-ledger/cli`: the command, for running it within a process.
 */
export type { Io } from './io.js'
export { main, wholeProgram } from './program.js'
