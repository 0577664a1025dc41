/**
 * What a task that must not fail gives.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

/** The right of what a store answers; a failure fails the test. */
export const done = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const either = await task()
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}
