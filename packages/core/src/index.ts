/**
 * The door for those who embed a ledger, or ask it: record events, keep them, replay them, and
 * answer views at any two dates.
 */

export {
  catalogue,
  checkEvent,
  type EventData,
  type EventType,
  upcast,
} from './events/catalogue.js'
// Events and records.
export { type Category, categories } from './events/category.js'
export { explainJson, type JsonFlaw, strictJson } from './events/strict-json.js'
// The law.
export { england1 } from './law/england-1.js'
export type { Counting, Law, RuleSet } from './law/rule.js'
export {
  type Grade,
  gradeOf,
  gradeOfLag,
  grades,
  importedRanges,
  lagDays,
} from './ledger/assurance.js'
export { isAhead, latestBy } from './ledger/clocks.js'
export { effectiveRecords, isCorrection } from './ledger/corrections.js'
export type { Declare, Kept } from './ledger/declaring.js'
export {
  explain,
  type InvalidEvent,
  type LedgerFailure,
  type LifeCycleBroken,
  type RecordRefusal,
} from './ledger/failures.js'
export { categoryOf, EventId, StreamId, streamId } from './ledger/ids.js'
// The ledger, and how events are recorded in it.
export { type EntrySpike, LagProfile, type LagRow } from './ledger/lag-profile.js'
export { originFlaw } from './ledger/origin.js'
export { type RecordsPage, recordPages } from './ledger/pages.js'
export type { Ledger } from './ledger/port.js'
export type { LedgerRecord, NewEvent } from './ledger/record.js'
export {
  type Draft,
  type Recorded,
  type Recorder,
  type RecordOutcome,
  recorder,
} from './ledger/recorder.js'
// Canonical bytes.
export { canonicalJson } from './proof/canonical-json.js'
// Replay and answers.
export {
  type Answered,
  answer,
  answerOf,
  answerText,
  ask,
  defaultLaw,
  factsOf,
  type Question,
} from './replay/answer.js'
export { type Basis, basisOf } from './replay/basis.js'
export {
  type CauseKind,
  type ChangedSum,
  causeKindOf,
  changedSums,
} from './replay/changed-sums.js'
export { brokenInTotal, type Checked, checked } from './replay/conservation.js'
export { type Derived, type Figure, type Sum, shown } from './replay/figure.js'
export { figureNamed, type NameUnclear } from './replay/figure-names.js'
export {
  type FigureRow,
  figureRows,
  figuresIn,
  type IdentifiedBy,
  type NamedFigure,
  nameOfFigure,
  partsOfFigure,
} from './replay/figure-rows.js'
export { Fold } from './replay/fold.js'
export type { KnownPoints } from './replay/known.js'
export { bridge, type Cause, type Counted, countedIn, takenBackFrom } from './replay/lineage.js'
export { type LawTerm, lawsOf, type MeasureLaw } from './replay/measure-law.js'
export { pointsMonoid } from './replay/points.js'
export type { View } from './replay/projection.js'
export { isSnapshotTrue } from './replay/remembered-points.js'
export { replay } from './replay/replay.js'
export type { SnapshotStore } from './replay/snapshot.js'
export {
  besideTold,
  type FiguresKnown,
  figuresKnown,
  type Presented,
  reportsIn,
  type ToldBeside,
} from './replay/told.js'
export { figuresTold, type NotDerivable } from './replay/told-figures.js'
export type { ToldPart } from './replay/told-judged.js'
export { monthsOfPeriod } from './replay/told-period.js'
export { type Exact, exactOf, type Verdict, verdictOn } from './replay/told-verdict.js'
// Dates and instants.
export { dateBounds, isWithinBounds } from './time/bounds.js'
export { CivilDate, civilDate } from './time/civil-date.js'
export { dateInWords, monthInShort, monthInWords } from './time/in-words.js'
export { endOfDay, Instant, instant, londonDate } from './time/instant.js'
export { instantOf } from './time/timestamp.js'
