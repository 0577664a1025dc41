/**
 * The door for those who write projections and views: handlers, steps, the reader, figures, and
 * the calendar and the law that steps count by.
 */

export { type Fact, type FactKey, fact, type Held } from './engine/fact.js'
// What a projection is, and the figures that are read from it.
export {
  type Derived,
  decimal,
  type Figure,
  median,
  opaque,
  percent,
  positiveParts,
  type RateOptions,
  rate,
} from './engine/figure.js'
export { type Measure, measure, nameOf } from './engine/measure.js'
export { type Counter, type Handlers, ignore, type Projection } from './engine/projection.js'
export { quotient } from './engine/quotient.js'
export type { Reader } from './engine/reader.js'
export { minus, nothing, plus, type Sum } from './engine/sum.js'
export { countStates, type Dated, holding, inOrder } from './engine/timeline.js'
export {
  inHundredths,
  inWholes,
  people,
  things,
  type Unit,
  type Units,
  unitOf,
} from './engine/unit.js'
// Records.
export type { RecordOf } from './events/record.js'
export { apart } from './figures/apart.js'
export { itemName } from './figures/figure-rows.js'
// What a view is, and what is known of its measures by their definitions.
export { type LawTerm, lawOf, type MeasureLaw } from './figures/measure-law.js'
export type { View } from './figures/view.js'

// The law.
export { exceptionFor, lastDayInTime, ruleFor } from './law/clock.js'
export type { ExceptionGround, Law, Rule, RuleId, RuleSet } from './law/rule.js'

// The calendar.
export { addWorkingDays, isWorkingDay } from './time/bank-holidays.js'
export {
  addDays,
  addMonths,
  dayAfter,
  daysBetween,
  earlier,
  lastOfMonth,
  later,
  yearBefore,
} from './time/civil-date.js'
export { type Month, monthBefore, monthOf, monthsFrom } from './time/month.js'
