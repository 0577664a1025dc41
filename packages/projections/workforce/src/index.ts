/**
 * The workforce of a SEND service: posts, people and cover, and capacity against demand.
 */
export type { Workforce } from './answer.js'
export {
  type CapacityOptions,
  capacityView,
} from './capacity.js'
export type { Capacity } from './capacity-answer.js'
export { workforceView } from './view.js'
