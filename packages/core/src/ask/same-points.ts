/**
 * Whether two sets of points are the same, column by column: how a snapshot is held to a replay.
 */

import type { Points } from '../engine/points.js'
import type { Block } from '../speed/block.js'
import type { Series } from '../speed/series.js'
import type { Sums } from '../speed/sums.js'

/** Whether the points, and the sums kept with them, are the same. */
export const areSamePoints = (a: Points, b: Points): boolean => {
  const [left, right] = [a.measures(), b.measures()]
  return (
    a.size === b.size &&
    left.length === right.length &&
    areSame(a.subjectNumbers.all(), b.subjectNumbers.all()) &&
    left.every((measure) => areSameSeries(a.find(measure), b.find(measure)))
  )
}

const areSameSeries = (a: Series | undefined, b: Series | undefined): boolean => {
  if (a === undefined || b === undefined || a.length !== b.length) return false
  const [left, right] = [a.blocks(), b.blocks()]
  const isSameBlock = left.full.every((full, i) => {
    const other = right.full[i]
    return (
      other !== undefined &&
      full.first === other.first &&
      areSameColumns(full.block(), other.block()) &&
      areSameSums(full.sums(), other.sums())
    )
  })
  return isSameBlock && areSameColumns(left.open, right.open)
}

const areSameColumns = (a: Block, b: Block): boolean =>
  a.length === b.length &&
  areSame(a.positions, b.positions, a.length) &&
  areSame(a.days, b.days, a.length) &&
  areSame(a.changes, b.changes, a.length) &&
  areSame(a.subjects, b.subjects, a.length)

const areSameSums = (a: Sums, b: Sums): boolean =>
  areSame(a.days, b.days) && areSame(a.sums, b.sums)

const areSame = <T>(a: ArrayLike<T>, b: ArrayLike<T>, count = Math.max(a.length, b.length)) => {
  for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false
  return true
}
