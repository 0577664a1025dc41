/**
 * What is long by nature is taken in part by a short run of the tests, `npm test`, and whole by the
 * long run of `.ci/run`, which is of the test files that import this one: `node scripts/long.mjs`.
 */

/** Whether this is a long run, which leaves nothing out. */
export const isLong = process.env.SEND_LEDGER_LONG === '1'

/** How often something is done: in a short run, and in a long one. */
export const runs = (short: number, long: number): number => (isLong ? long : short)

/**
 * In a long run a whole list; in a short one its first item, every so many-th after it, and its
 * last. Where many lists are of the same items, each begins at another offset, and has no last one
 * beside, so that together they meet every item.
 */
export const sampled = <A>(list: readonly A[], every: number, offset?: number): readonly A[] => {
  if (isLong) return list
  const step = Math.max(1, Math.min(every, list.length))
  const first = (offset ?? 0) % step
  const isLast = (i: number): boolean => offset === undefined && i === list.length - 1
  return list.filter((_, i) => i % step === first || isLast(i))
}

/** A test of the long run alone. */
export const longTest: typeof test = isLong ? test : (test.skip as typeof test)
