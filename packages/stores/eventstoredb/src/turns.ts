/**
 * One after the other: what learns from the log, or writes to it, waits for who came before.
 */

/** Does something when its turn has come. */
export type Turns = <A>(act: () => Promise<A>) => Promise<A>

/** Turns that have not begun. */
export const inTurn = (): Turns => {
  let before: Promise<unknown> = Promise.resolve()
  return (act) => {
    const done = before.then(act, act)
    before = done.catch(() => {})
    return done
  }
}
