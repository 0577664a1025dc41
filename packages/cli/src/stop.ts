/**
 * How a command ends: with an exit code, and before its end with one sentence that says what
 * happened and what to do.
 */
import * as E from 'fp-ts/lib/Either.js'

/**
 * 0 done; 1 the answer is no (rows rejected under `--strict`, refused by a rule); 2 wrong use or
 * bad input; 3 the ledger or a file could not be read or written.
 */
export type ExitCode = 0 | 1 | 2 | 3

/** Why a command stops before its end. */
export interface Stop {
  readonly exitCode: ExitCode
  /** Nothing is said where nobody listens any more. */
  readonly sentence?: string
}

/** What came of a command, or of a part of it. */
export type Outcome<A = ExitCode> = E.Either<Stop, A>

/** The command was asked for something that it cannot do. */
export const wrongUse = (sentence: string): E.Either<Stop, never> =>
  E.left({ exitCode: 2, sentence })

/** The answer is no. */
export const refused = (sentence: string): E.Either<Stop, never> =>
  E.left({ exitCode: 1, sentence })

/** The ledger or a file could not be read or written. */
export const notDone = (sentence: string): E.Either<Stop, never> =>
  E.left({ exitCode: 3, sentence })

/** What an error of the machine says, without the words of the code. */
export const reasonOf = (cause: unknown): string => {
  const { code, message } = cause as { readonly code?: unknown; readonly message?: unknown }
  const known = typeof code === 'string' ? reasons.get(code) : undefined
  return known ?? String(message ?? cause)
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'it is not permitted'],
  ['EPERM', 'it is not permitted'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EEXIST', 'there is a file in its way'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EMFILE', 'too many files are open'],
])
