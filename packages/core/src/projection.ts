/**
 * The door for those who write projections and views: handlers, steps, the reader, figures, and
 * the calendar and the law that steps count by.
 */

// The law.
export { exceptionFor, lastDayInTime, ruleFor } from './law/clock.js'
export type { ExceptionGround, Law, Rule, RuleId, RuleSet } from './law/rule.js'
export type { RecordOf } from './ledger/record.js'

// Figures.
export {
  type Derived,
  decimal,
  derived,
  type Figure,
  median,
  minus,
  percent,
  plus,
  positiveParts,
  quotient,
  type Sum,
} from './replay/figure.js'
export { itemName } from './replay/figure-rows.js'
// What is known of measures by their definitions.
export { type LawTerm, lawOf, type MeasureLaw } from './replay/measure-law.js'
// What a projection and a view are.
export {
  type Counter,
  type Handlers,
  ignore,
  type Projection,
  type View,
} from './replay/projection.js'
export { type Measure, measure, nameOf, type Reader } from './replay/reader.js'
export { countStates, type Dated, holding, inOrder } from './replay/timeline.js'
export { addWorkingDays, isWorkingDay } from './time/bank-holidays.js'
// The calendar.
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
