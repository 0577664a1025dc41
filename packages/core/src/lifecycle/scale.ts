/**
 * The rating scale that an action's programme has in use: the one rule that looks at two streams.
 */
import { effectiveRecords, inEffectiveOrder } from '../events/corrections.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken } from '../events/refused.js'
import { isOf } from './path.js'
import { refusal } from './refusal.js'

/** The programme whose scale a record must fit; undefined where it fits any. */
export const programmeOfRating = (
  stream: readonly LedgerRecord[],
  record: LedgerRecord,
): StreamId | undefined => {
  if (!isOf('ActionRagChanged')(record)) return undefined
  return effectiveRecords(stream).find(isOf('ActionAgreed'))?.data.programmeId
}

/** Why a rating is refused: its code is not of the scale in use on its date. */
export const ratingRefused = (
  programme: readonly LedgerRecord[],
  record: LedgerRecord,
): LifeCycleBroken | undefined => {
  if (!isOf('ActionRagChanged')(record)) return undefined
  const scale = inEffectiveOrder(effectiveRecords(programme))
    .filter(isOf('RagScaleAdopted'))
    .findLast((adopted) => adopted.effectiveOn <= record.effectiveOn)
  const codes = scale?.data.ratings.map((rating) => rating.code)
  if (codes === undefined || codes.includes(record.data.rag)) return undefined
  const because = `${record.data.rag} is no rating of the scale in use (${codes.join(', ')}).`
  return refusal('rating-of-scale', because, { record, against: scale })
}
