/**
 * Proofs of single records, for packs that do not hold all of them: that earlier packs were issued,
 * what reports told, and what the programme is. No such record is of a person.
 */
import { type CivilDate, type StreamId, streamId } from '@send-ledger/core'
import { type MerkleTree, proofText } from '@send-ledger/core/proof'
import { effectiveRecords } from '@send-ledger/core/records'
import type { Files } from '../pack/derived.js'
import { inclusionFolder } from '../pack/layout.js'
import type { RecordLines } from '../pack/record-lines.js'
import type { Told } from '../report/of-records/told-section.js'

/** The types of records of a programme whose words the report shows. */
const ofProgrammes: readonly string[] = [
  'ProgrammeEstablished',
  'RagScaleAdopted',
  'AreaOfConcernIdentified',
  'WorkstreamEstablished',
]

/**
 * The positions of the records that a pack for the public names, in order. A record that was
 * corrected, or that says who made it, is not among them.
 */
export const namedRecords = (
  records: RecordLines,
  told: readonly Told[],
  asAt: CivilDate,
): readonly number[] => {
  const asRecorded = (stream: StreamId, types: readonly string[]): readonly number[] => {
    const all = records.ofStream(stream)
    return effectiveRecords(all)
      .filter((record) => all.includes(record) && record.actor === undefined)
      .filter(({ type, effectiveOn }) => types.includes(type) && effectiveOn <= asAt)
      .map(({ position }) => position)
  }
  const reports = told.flatMap(({ report: { record } }) =>
    asRecorded(record.stream, ['ReportPresented']).filter((at) => at === record.position),
  )
  // An import asserts when it was recorded; a pack is issued on a day that need not be before asAt.
  const issued = records
    .ofStream(streamId('ledger-main'))
    .filter(({ type, actor }) => type === 'EvidenceIssued' && actor === undefined)
    .map(({ position }) => position)
  const programmes = records
    .streamsOf('programme')
    .flatMap((stream) => asRecorded(stream, ofProgrammes))
  return [...new Set([...issued, ...reports, ...programmes])].sort((a, b) => a - b)
}

/** What proofs are made from. */
export interface Proving {
  readonly lines: RecordLines
  readonly tree: MerkleTree
  /** The signed checkpoint, word for word. */
  readonly note: string
}

/** The files of records and their proofs, by their paths. Source: C2SP tlog-proof v1. */
export const inclusionFiles = (
  positions: readonly number[],
  { lines, tree, note }: Proving,
): Files =>
  new Map(
    positions.flatMap((index) => {
      const hashes = tree.inclusion(index, lines.size)
      const proof = proofText({ index, hashes, checkpoint: note })
      return [
        [`${inclusionFolder}${index}.json`, lines.leaf(index)] as const,
        [`${inclusionFolder}${index}.tlog-proof`, new TextEncoder().encode(proof)] as const,
      ]
    }),
  )
