/**
 * Where a command writes: answers to standard output, everything else to standard error.
 */
import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import type { Io } from './io.js'
import { legible } from './legible.js'
import type { Line, Piece, Printed } from './printed.js'
import { type ExitCode, type Outcome, reasonOf } from './stop.js'

/** The options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  /** False under `--no-color`. */
  readonly color?: boolean
  /** False under `--no-snapshots`. */
  readonly snapshots?: boolean
  /** A file that gives views of the council's own. */
  readonly config?: string
}

/** The streams of a run and how they are written to. */
export interface Terminal {
  readonly io: Io
  /** Whether a program reads the output. */
  readonly json: boolean
  /** Whether only what was asked for is said, and what went wrong. */
  readonly quiet: boolean
  /** Whether snapshots are used and kept. */
  readonly snapshots: boolean
  /** The file that gives views of the council's own, where one is named. */
  readonly config: string | undefined
  /**
   * Writes to standard output. A reader that has gone away stops the command in silence. What is
   * for a program keeps its bytes, unless it is people who look at it, on a terminal.
   */
  readonly print: (what: Printed) => Promise<Outcome<void>>
  /** Says something beside the output, on standard error. */
  readonly say: (line: Line) => Promise<void>
}

/** The terminal of a run. */
export const terminalOf = (
  io: Io,
  { json, quiet, color, snapshots, config }: GlobalOptions,
): Terminal => {
  const colour = color !== false && !io.env.NO_COLOR && io.isTTY.stdout && io.env.TERM !== 'dumb'
  const shows = { colour, toPeople: io.isTTY.stdout }
  return {
    io,
    json: json === true,
    quiet: quiet === true,
    snapshots: snapshots !== false,
    config,
    print: async (what) => outcomeOf(await write(io.stdout, textOf(what, shows))),
    say: async (line) => {
      await write(io.stderr, `${lineText(line, false)}\n`)
    },
  }
}

/** How standard output shows what is printed. */
interface Shows {
  readonly colour: boolean
  readonly toPeople: boolean
}

const textOf = (what: Printed, { colour, toPeople }: Shows): string => {
  if (!('exact' in what)) return what.map((line) => `${lineText(line, colour)}\n`).join('')
  return toPeople ? what.exact.split('\n').map(legible).join('\n') : what.exact
}

/** The one place where a line gets its form: the escapes in it are ours. */
const lineText = (line: Line, colour: boolean): string =>
  (Array.isArray(line) ? (line as readonly Piece[]) : [line as Piece])
    .map((piece) => {
      if (typeof piece === 'string') return legible(piece)
      const text = legible(piece.bold)
      return colour ? styleText('bold', text, { validateStream: false }) : text
    })
    .join('')

/** Writes and waits until it is written, so that no more is held than one piece. */
const write = (stream: Writable, text: string): Promise<Error | undefined> =>
  new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? undefined))
  })

/**
 * The exit code of a command that has printed its answer. It stands also where the reader has gone
 * away, as in `send-ledger verify PACK | head -1`: whoever looks at it must not be told otherwise.
 */
export const exitAs = (code: ExitCode, printed: Outcome<void>): Outcome =>
  E.isLeft(printed) && printed.left.exitCode !== 0 ? printed : E.right(code)

const outcomeOf = (error: Error | undefined): Outcome<void> => {
  if (error === undefined) return E.right(undefined)
  // As in `send-ledger export ... | head`: the reader has what it wanted.
  if (gone.has((error as NodeJS.ErrnoException).code ?? '')) return E.left({ exitCode: 0 })
  return E.left({
    exitCode: 3,
    sentence: `the output could not be written: ${reasonOf(error)}. Write it somewhere else.`,
  })
}

const gone: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])
