/**
 * What can go wrong with the files of a key, as values.
 */
import { explainProof, type KeyFailure } from '@send-ledger/core/proof'
import { absurd } from 'fp-ts/lib/function.js'
import { systemReason } from './system-reason.js'

/** There is a file in the place of a new key. It is left as it is. */
export interface KeyFileExists {
  readonly _tag: 'KeyFileExists'
  readonly path: string
}

/** The system did not read or write it. */
export interface KeyFileUnavailable {
  readonly _tag: 'KeyFileUnavailable'
  readonly path: string
  readonly doing: 'reading' | 'writing'
  readonly reason: string
}

/** The file was read, and is no key of that kind; or no key can be made as asked. */
export interface KeyFileWrong {
  readonly _tag: 'KeyFileWrong'
  readonly path: string
  readonly because: KeyFailure
}

/** Why there is no key from a file, or no file of a key. */
export type KeyFileFailure = KeyFileExists | KeyFileUnavailable | KeyFileWrong

/**
 * The sentence for a failure: what happened and what to do. It never holds any of the key.
 *
 * Errors: none.
 *
 * @example
 * import { explainKeyFile } from '@send-ledger/evidence/sign'
 *
 * const failure = { _tag: 'KeyFileExists', path: 'ledger.key' } as const
 * assert.match(explainKeyFile(failure), /^there is a file ledger.key already/)
 */
export const explainKeyFile = (failure: KeyFileFailure): string => {
  switch (failure._tag) {
    case 'KeyFileExists':
      return `there is a file ${failure.path} already, and a key is never overwritten. Choose another path.`
    case 'KeyFileUnavailable':
      return `the key file ${failure.path} failed in ${failure.doing}: ${failure.reason}.`
    case 'KeyFileWrong':
      return `${failure.path}: ${explainProof(failure.because)}`
    default:
      return absurd(failure)
  }
}

/** The failure of a system call. Errors of the system are told by their code, not their class. */
export const unavailable = (
  path: string,
  doing: KeyFileUnavailable['doing'],
  error: unknown,
): KeyFileFailure => {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { _tag: 'KeyFileExists', path }
  return { _tag: 'KeyFileUnavailable', path, doing, reason: systemReason(error) }
}
