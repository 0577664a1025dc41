/**
 * The door of promises: a ledger for the first hour and for most services. Record events, ask
 * views at any two dates, watch answers change. Who composes with fp-ts, writes projections or
 * proves histories goes by the doors of `@send-ledger/core`.
 */
export type { Answer, Changed, Counted, Explained } from './answer.js'
export { EventsRefused, LedgerError, type Refused } from './errors.js'
export {
  type AnyEventToRecord,
  builderOf,
  type EventOptions,
  type EventToRecord,
  events,
  type LocalBuilder,
  type LocalEventToRecord,
} from './events.js'
export { eventIdOf } from './ids.js'
export { type OpenLedger, openLedgerOf, type Question } from './ledger.js'
export { type OpenOptions, openLedger } from './open.js'
export { capacity, compliance, workforce, wsoa } from './views.js'
