/**
 * The rating scale that an action's programme has in use: the one rule that looks at two streams.
 */
import { effectiveRecords, inEffectiveOrder } from '../events/corrections.js'
import type { StreamId } from '../events/ids.js'
import { isOf, type LedgerRecord } from '../events/record.js'
import type { LifeCycleBroken } from '../events/refused.js'
import { refusal } from './refusal.js'

type Rating = LedgerRecord<'ActionRagChanged'>

const isRating = isOf('ActionRagChanged')
const isAgreed = isOf('ActionAgreed')
const isCorrected = isOf('EventCorrected')

/** Ratings that are to be judged by the scale of a programme. */
interface Judged {
  readonly programme: StreamId | undefined
  readonly ratings: readonly Rating[]
}

/** The ratings that a record adds, or judges anew by what it corrects, as they come to stand. */
const judgedBy = (stream: readonly LedgerRecord[], record: LedgerRecord): Judged => {
  if (isRating(record))
    return { programme: programmeOf(effectiveRecords(stream)), ratings: [record] }
  if (!isCorrected(record)) return { programme: undefined, ratings: [] }
  const before = effectiveRecords(stream)
  const after = effectiveRecords([...stream, record])
  const programme = programmeOf(after)
  // What stays as it was is not judged again: it was lawful when it was recorded.
  const isSame = (rating: Rating): boolean =>
    before.some(
      (each) =>
        isRating(each) &&
        each.id === rating.id &&
        each.data.rag === rating.data.rag &&
        each.effectiveOn === rating.effectiveOn,
    )
  const ratings = after.filter(isRating)
  const isMoved = programme !== programmeOf(before)
  return { programme, ratings: isMoved ? ratings : ratings.filter((each) => !isSame(each)) }
}

const programmeOf = (effective: readonly LedgerRecord[]): StreamId | undefined =>
  effective.find(isAgreed)?.data.programmeId

/** The programme whose scale a record must fit; undefined where it fits any. */
export const programmeOfRating = (
  stream: readonly LedgerRecord[],
  record: LedgerRecord,
): StreamId | undefined => {
  const { programme, ratings } = judgedBy(stream, record)
  return ratings.length === 0 ? undefined : programme
}

/** Why a rating, or a correction, is refused: a code is not of the scale in use on its date. */
export const ratingRefused = (
  programme: readonly LedgerRecord[],
  stream: readonly LedgerRecord[],
  record: LedgerRecord,
): LifeCycleBroken | undefined => {
  const { ratings } = judgedBy(stream, record)
  if (ratings.length === 0) return undefined
  const scales = inEffectiveOrder(effectiveRecords(programme)).filter(isOf('RagScaleAdopted'))
  for (const { effectiveOn, data } of ratings) {
    const scale = scales.findLast((adopted) => adopted.effectiveOn <= effectiveOn)
    const codes = scale?.data.ratings.map((rating) => rating.code)
    if (codes === undefined || codes.includes(data.rag)) continue
    const because = `${data.rag} is no rating of the scale in use (${codes.join(', ')}).`
    const refused = refusal('rating-of-scale', because, { record, against: scale })
    return isCorrected(record) ? { ...refused, since: '0.2.0' } : refused
  }
  return undefined
}
