/**
 * The door for those who add event types of their own: what a type is declared with, the types of
 * a ledger as a value, rules of a life cycle, and handlers of projections.
 */

// Handlers. Who looks at none of our events leaves all those of the category aside.
export { type LocalHandler, onLocal } from './engine/projection.js'
export type { EventTypeOf } from './events/catalogue.js'
// The types of a ledger.
export { type EventTypes, eventTypes, isCarried, ourTypes } from './events/event-types.js'
// Fields.
export {
  code,
  date,
  flag,
  list,
  localId,
  percentage,
  quantity,
  streamOf,
  text,
  whole,
} from './events/fields.js'
export { fieldset, optional } from './events/fieldset.js'
// A type.
export { isLocalName, type LocalName } from './events/local-name.js'
export {
  type AnyLocalType,
  type LocalDeclaration,
  type LocalRecord,
  type LocalType,
  localType,
} from './events/local-type.js'
// Rules.
export type { Break, Path, PathRule } from './events/path-rule.js'
export { needsBefore, once } from './lifecycle/path.js'
