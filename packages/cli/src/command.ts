/**
 * What a command is: its arguments and options, and the work it does when it is called.
 */
import type { Command } from 'commander'
import type { Outcome } from './stop.js'
import type { Terminal } from './terminal.js'

/** The work of a command. */
export type Work = (terminal: Terminal) => Promise<Outcome>

/** Does the work of the command that was called. */
export type Perform = (work: Work) => Promise<void>

/** Adds a command to the program. */
export type AddCommand = (program: Command, perform: Perform) => void | Promise<void>
