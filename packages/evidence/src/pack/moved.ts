/**
 * Moving what was just written, where a system holds it for a moment: on Windows a virus scanner or
 * an indexer opens new files, and nothing that is open is moved.
 */
import { setTimeout as waited } from 'node:timers/promises'

/** What Windows says of something that another program has open. */
const heldCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Waits between the tries; 3 seconds in all. Unit: milliseconds. */
const waits = [50, 100, 200, 400, 800, 1450]

/**
 * Moves something, again and again for as long as it is held and its place is free.
 *
 * Errors: rejects with the last error of the move.
 */
export const movedPatiently = async (
  move: () => Promise<void>,
  isTaken: () => Promise<boolean>,
  wait: (milliseconds: number) => Promise<unknown> = waited,
): Promise<void> => {
  for (const milliseconds of waits) {
    try {
      return await move()
    } catch (cause) {
      const isHeld = heldCodes.has((cause as NodeJS.ErrnoException).code ?? '')
      // Windows says the same where something stands in the place.
      if (!isHeld || (await isTaken())) throw cause
    }
    await wait(milliseconds)
  }
  return move()
}
