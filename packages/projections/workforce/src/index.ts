/**
 * The workforce of a SEND service: posts, people and cover, and capacity against demand.
 */
export {
  type Capacity,
  type CapacityMeasure,
  type CapacityOptions,
  capacityView,
} from './capacity.js'
export type { Assumption, Forecast } from './forecast.js'
export { type Workforce, workforceView } from './view.js'
