/**
 * The door for those who make evidence packs: from a ledger, on the disk, and recorded as issued.
 */
export type { OwnView } from './pack/answers.js'
export { buildPack, type Pack, type PackOrder } from './pack/build.js'
export { explainPack, type PackFailure } from './pack/failures.js'
export { evidenceIssued, flawOfWords } from './pack/issued.js'
export { previousPackAt } from './pack/previous-at.js'
export { packSource } from './pack/source.js'
export { writePackFolder, writePackZip } from './pack/write.js'
