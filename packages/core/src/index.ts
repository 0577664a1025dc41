/**
 * The door for those who embed a ledger, or ask it: record events, keep them, replay them, and
 * answer views at any two dates.
 */

// Ask.
export {
  type Answered,
  answerText,
  ask,
  type Question,
} from './ask/answer.js'
export type { Basis } from './ask/basis.js'
export { shown } from './engine/figure.js'
export { Fold } from './engine/fold.js'
export type { KnownPoints } from './engine/known.js'
export { replay } from './engine/replay.js'
// Record.
export { checkEvent } from './events/check-event.js'
export { EventId, StreamId, streamId } from './events/ids.js'
export type { LedgerRecord, NewEvent } from './events/record.js'
export type { InvalidEvent, LifeCycleBroken } from './events/refused.js'
// Which records a figure counts, and why it changed.
export { bridge, type Cause, type Counted, countedIn } from './figures/lineage.js'
export type { View } from './figures/view.js'
export type { Law } from './law/rule.js'
export type { Draft } from './ledger/declaring.js'
export { explain, type LedgerFailure, type RecordRefusal } from './ledger/failures.js'
export type { Ledger } from './ledger/port.js'
export { type Recorded, type Recorder, type RecordOutcome, recorder } from './ledger/recorder.js'
export { answer, defaultLaw } from './ours.js'
// Dates and instants.
export { CivilDate, civilDate } from './time/civil-date.js'
export { endOfDay, Instant, instant, londonDate } from './time/instant.js'
