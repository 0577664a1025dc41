/**
 * The door for those who follow a ledger: its records, facts, points and answers as they come,
 * and put points of parts together.
 */
export { pointsMonoid } from './engine/points.js'
export type { RetryAfter } from './ledger/retry.js'
export { type ChangedFacts, facts$ } from './live/facts.js'
export { type FollowedPage, type FollowOptions, follow } from './live/follow.js'
export {
  type FollowedPoint,
  type FollowedPoints,
  type FollowPointsOptions,
  gatheredPoints,
} from './live/points.js'
export { type LiveOptions, records$ } from './live/records.js'
export { followPoints, view$ } from './ours-live.js'
