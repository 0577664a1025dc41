/**
 * A guard around what works with the contents of a pack: whatever a pack holds, it must not end its
 * own verification. A disk that is full says nothing of the pack.
 */
import * as E from 'fp-ts/lib/Either.js'
import { NotKept } from '../../pack/spool.js'
import type { PackFinding } from './findings.js'

/** The findings of a check; an exception is one. */
export const notThrown = (check: () => readonly PackFinding[]): readonly PackFinding[] => {
  try {
    return check()
  } catch (error) {
    if (error instanceof NotKept) throw error
    return [{ _tag: 'NotMadeAgain', reason: `${E.toError(error).message}.` }]
  }
}
