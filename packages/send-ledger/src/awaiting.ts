/**
 * A promise that says so when it is used as what it promises: `await` is soon forgotten, and what
 * comes of that is otherwise told in words that lead nowhere.
 */
import { LedgerError } from './errors.js'

/** Reading one of the members from the promise itself throws, and says that `await` is missing. */
export const awaiting = <A extends object>(
  promise: Promise<A>,
  of: string,
  members: readonly (keyof A & string)[],
): Promise<A> => {
  for (const member of members) {
    Object.defineProperty(promise, member, {
      get: () => {
        throw new LedgerError(
          'wrong-argument',
          `${of} gives a promise: write await before it, and then use ${member}.`,
        )
      },
    })
  }
  return promise
}
