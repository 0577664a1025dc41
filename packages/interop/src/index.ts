/**
 * `@send-ledger/interop`: files in and out of a ledger. Records travel as CloudEvents 1.0, one
 * JSON object a line.
 */
export { type CopyFailure, explainCopyFailure } from './copy/copy-failure.js'
export { type Copied, copyLedger } from './copy/copy-ledger.js'
export { exportNdjson } from './ndjson/export-ndjson.js'
export {
  explainImportFailure,
  type ImportFailure,
  type ImportOptions,
  type ImportSummary,
  importNdjson,
} from './ndjson/import-ndjson.js'
export type { RecordedTime } from './ndjson/parse-line.js'
export type { Reject } from './ndjson/reject.js'
export { wireLine } from './ndjson/wire.js'
