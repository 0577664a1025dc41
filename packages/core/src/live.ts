/**
 * The door for those who follow a ledger: its records, facts and answers as they come.
 */
export type { RetryAfter } from './ledger/retry.js'
export { type ChangedFacts, facts$ } from './live/facts.js'
export { type FollowedPage, type FollowOptions, follow } from './live/follow.js'
export { untiring } from './live/patience.js'
export {
  type FollowedPoint,
  type FollowedPoints,
  type FollowPointsOptions,
  gatheredPoints,
} from './live/points.js'
export { type LiveOptions, records$ } from './live/records.js'
export { followPoints, view$ } from './ours-live.js'
