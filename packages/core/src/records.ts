/**
 * The door for those who carry records from and to files, or report on them: the catalogue of
 * events, JSON without loss, corrections, and how late records were made.
 */

// The catalogue.
export { catalogue, type EventData, type EventType } from './events/catalogue.js'
export type { Category } from './events/category.js'
export { upcast } from './events/check-event.js'
export { effectiveRecords } from './events/corrections.js'
export { categoryOf } from './events/ids.js'
// What it was recorded near.
export { occasionOf, type ProgrammeOccasion } from './events/occasions.js'
// JSON.
export { explainJson, type JsonFlaw, strictJson } from './events/strict-json.js'
// How late they were made, and by which clocks.
export { type Grade, gradeOf, grades, importedRanges } from './ledger/assurance.js'
export { isAhead, latestBy } from './ledger/clocks.js'
export type { Declare } from './ledger/declaring.js'
// What refusals and failures are told apart by.
export { codeOf, type FailureCode, failureCodes } from './ledger/failure-code.js'
export { type Prefix, prefixKnownAt } from './ledger/known-prefix.js'
export { type EntrySpike, LagProfile, type LagRow } from './ledger/lag-profile.js'
export { type RecordsPage, recordPages } from './ledger/pages.js'
// What a subject's next record may be.
export { lifeCycles } from './lifecycle/rules.js'
export { canonicalJson } from './proof/canonical-json.js'
export { dateBounds } from './time/bounds.js'
export { instantOf } from './time/timestamp.js'
