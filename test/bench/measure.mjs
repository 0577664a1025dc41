/**
 * Measuring: an act is done some times over, and told by its median with the least and the most.
 */

/** How long acts took, in order. Unit: milliseconds. */
export const times = async (count, act) => {
  const taken = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    await act(i)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

/** The same of acts that wait for nothing: a promise would cost more than some of them. */
export const timesNow = (count, act) => {
  const taken = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    act(i)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

/** The middle of sorted numbers. */
export const median = (sorted) => sorted[Math.floor(sorted.length / 2)]

/** Median, least and most of numbers in any order. */
export const spread = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return { median: median(sorted), least: sorted[0], most: sorted.at(-1) }
}

/**
 * One act after the other, some times over; the ratio of each pair, and all that was taken.
 * What `before` does is not measured.
 */
export const ratios = async (count, ours, theirs, before = () => {}) => {
  const pairs = []
  for (let i = 0; i < count; i++) {
    await before(i)
    const [a] = await times(1, () => ours(i))
    const [b] = await times(1, () => theirs(i))
    pairs.push([a, b])
  }
  return {
    ours: spread(pairs.map(([a]) => a)),
    theirs: spread(pairs.map(([, b]) => b)),
    ratio: spread(pairs.map(([a, b]) => a / b)),
  }
}

/** A straight line through points by least squares, and how much of the spread it explains. */
export const fit = (points) => {
  const n = points.length
  const [meanX, meanY] = [0, 1].map((i) => points.reduce((sum, p) => sum + p[i], 0) / n)
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  const varianceX = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const varianceY = points.reduce((sum, [, y]) => sum + (y - meanY) ** 2, 0)
  const slope = covariance / varianceX
  return { slope, r2: varianceY === 0 ? 1 : covariance ** 2 / (varianceX * varianceY) }
}
