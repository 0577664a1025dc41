/**
 * The door for those who write projections and views: handlers, steps, the reader, figures, and
 * the calendar and the law that steps count by.
 */

// A projection or a view, tried on records that are at hand.
export { factsOf } from './ask/answer.js'
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
export type { Counter, Handlers, Projection } from './engine/projection.js'
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
export type { RecordOf } from './events/record.js'
// What a view says of its measures and rows.
export { apart } from './figures/apart.js'
export { itemName } from './figures/figure-rows.js'
export { type LawTerm, lawOf, type MeasureLaw } from './figures/measure-law.js'
// What may be asked of a view.
export type { OptionsOf } from './figures/options.js'
export type { Restated } from './figures/view.js'

// The law.
export { exceptionFor, lastDayInTime, ruleFor } from './law/clock.js'
export { england1 } from './law/england-1.js'
export type { Counting, ExceptionGround, Rule, RuleSet } from './law/rule.js'
export { answerOf } from './ours.js'
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
