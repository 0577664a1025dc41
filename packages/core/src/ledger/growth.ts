/**
 * Waiting for a ledger to grow, within one process and across others.
 */

/** Those who wait for a ledger to grow. */
export class Growth {
  private readonly waiting = new Set<() => void>()

  /** Something was written here: everybody who waits looks again. */
  tell(): void {
    for (const look of [...this.waiting]) look()
  }

  /**
   * What a look at the ledger finds, once it finds something; undefined where the signal stops it.
   * It looks at once, whenever it is told, and, where others write unseen, every so often.
   *
   * @param every how often it looks without being told. Unit: milliseconds.
   */
  until<A>(look: () => A | undefined, stop: AbortSignal, every?: number): Promise<A | undefined> {
    return new Promise((resolve) => {
      const end = (found: A | undefined): void => {
        clearInterval(timer)
        this.waiting.delete(again)
        stop.removeEventListener('abort', stopped)
        resolve(found)
      }
      const again = (): void => {
        const found = look()
        if (found !== undefined) end(found)
      }
      const stopped = (): void => end(undefined)
      const timer = every === undefined ? undefined : setInterval(again, every)
      this.waiting.add(again)
      stop.addEventListener('abort', stopped)
      if (stop.aborted) stopped()
      else again()
    })
  }
}
