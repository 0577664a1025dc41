/**
 * The door for those who embed a ledger, or ask it: record events, keep them, replay them, and
 * answer views at any two dates.
 */

// Answers.
export {
  type Answered,
  answer,
  answerOf,
  answerText,
  ask,
  defaultLaw,
  factsOf,
  type Question,
} from './ask/answer.js'
export { type Basis, basisOf } from './ask/basis.js'
export { isSnapshotTrue } from './ask/remembered-points.js'
// The engine: records become points, and figures are their sums.
export {
  type Derived,
  type Figure,
  partsOfFigure,
  shown,
  together,
} from './engine/figure.js'
export { Fold } from './engine/fold.js'
export type { KnownPoints } from './engine/known.js'
export { pointsMonoid } from './engine/points.js'
export { replay } from './engine/replay.js'
export type { Sum } from './engine/sum.js'
// Events and records.
export { catalogue, type EventData, type EventType } from './events/catalogue.js'
export { type Category, categories } from './events/category.js'
export { checkEvent, upcast } from './events/check-event.js'
export { effectiveRecords, isCorrection } from './events/corrections.js'
export { categoryOf, EventId, StreamId, streamId } from './events/ids.js'
export type { LedgerRecord, NewEvent } from './events/record.js'
export type { InvalidEvent, LifeCycleBroken } from './events/refused.js'
export { explainJson, type JsonFlaw, strictJson } from './events/strict-json.js'
// Views, their figures and laws, and why a figure is what it is.
export {
  type CauseKind,
  type ChangedSum,
  causeKindOf,
  changedSums,
} from './figures/changed-sums.js'
export { brokenInTotal, type Checked, checked } from './figures/conservation.js'
export { figureNamed, type NameUnclear } from './figures/figure-names.js'
export {
  type FigureRow,
  figureRows,
  figuresIn,
  type IdentifiedBy,
  type NamedFigure,
  nameOfFigure,
} from './figures/figure-rows.js'
export { bridge, type Cause, type Counted, countedIn, takenBackFrom } from './figures/lineage.js'
export type { LawTerm, MeasureLaw } from './figures/measure-law.js'
export { lawsOf, type Restated, type View } from './figures/view.js'
// The law.
export { england1 } from './law/england-1.js'
export type { Counting, Law, RuleSet } from './law/rule.js'
// The ledger, and how events are recorded in it.
export {
  type Grade,
  gradeOf,
  gradeOfLag,
  grades,
  importedRanges,
  lagDays,
} from './ledger/assurance.js'
export { isAhead, latestBy } from './ledger/clocks.js'
export type { Declare, Draft, Kept } from './ledger/declaring.js'
export { explain, type LedgerFailure, type RecordRefusal } from './ledger/failures.js'
export { type EntrySpike, LagProfile, type LagRow } from './ledger/lag-profile.js'
export { originFlaw } from './ledger/origin.js'
export { type RecordsPage, recordPages } from './ledger/pages.js'
export type { Ledger } from './ledger/port.js'
export { type Recorded, type Recorder, type RecordOutcome, recorder } from './ledger/recorder.js'
export type { SnapshotStore } from './ledger/snapshot-store.js'
// Canonical bytes.
export { canonicalJson } from './proof/canonical-json.js'
// Dates and instants.
export { dateBounds, isWithinBounds } from './time/bounds.js'
export { CivilDate, civilDate } from './time/civil-date.js'
export { dateInWords, monthInShort, monthInWords } from './time/in-words.js'
export { endOfDay, Instant, instant, londonDate } from './time/instant.js'
export { instantOf } from './time/timestamp.js'
// What was told in reports.
export { type FiguresKnown, figuresKnown } from './told/figures-known.js'
export { figuresTold, type NotDerivable } from './told/figures-told.js'
export type { ToldPart } from './told/judged.js'
export { monthsOfPeriod } from './told/period.js'
export { besideTold, type Presented, reportsIn, type ToldBeside } from './told/told.js'
export { type Verdict, verdictOn } from './told/verdict.js'
