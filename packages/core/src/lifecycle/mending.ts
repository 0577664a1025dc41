/**
 * What a correction or a retraction may mend.
 */
import * as E from 'fp-ts/lib/Either.js'
import { codecOf } from '../events/catalogue.js'
import { checkData } from '../events/check-event.js'
import { type Correction, effectiveRecords, isCorrection } from '../events/corrections.js'
import { isOf, type LedgerRecord } from '../events/record.js'
import type { Flaw, InvalidEvent, LifeCycleBroken } from '../events/refused.js'
import { refusal } from './refusal.js'

/** Why a correction or a retraction is refused; what is no correction never is. */
export const mendingRefused = (
  stream: readonly LedgerRecord[],
  record: LedgerRecord,
): LifeCycleBroken | InvalidEvent | undefined => {
  if (!isCorrection(record)) return undefined
  const id = record.type === 'EventCorrected' ? record.data.corrects : record.data.retracts
  const mended = stream.find((each) => each.id === id)
  if (mended === undefined) {
    const because = `No record of this stream has the id ${id}; a record is mended in its own stream.`
    return refusal('mends-own-stream', because, { record })
  }
  if (isCorrection(mended)) {
    const because = 'A correction or retraction may itself not be mended; record the event anew.'
    return refusal('mends-no-correction', because, { record, against: mended })
  }
  const stands = effectiveRecords(stream).some((each) => each.id === id)
  if (!stands) {
    const because = 'That record is retracted already; record the event anew.'
    return refusal('mends-what-stands', because, { record, against: mended })
  }
  const refused = record.type === 'EventCorrected' ? dataRefused(record, mended) : undefined
  return refused ?? declarationMended(record, mended)
}

/** Which instants are the source's word is told by its declaration, wherever one is read. */
const declarationMended = (
  record: Correction,
  mended: LedgerRecord,
): LifeCycleBroken | undefined => {
  if (!isOf('ImportDeclared')(mended)) return undefined
  if (record.type === 'EventCorrected') {
    const { data } = record.data
    const { count, recordedAt } = mended.data
    if (data === undefined || (data.count === count && data.recordedAt === recordedAt)) {
      return undefined
    }
  }
  const because =
    'How many records an import brought, and whose word their instants are, stays as declared; retract those records where they are wrong.'
  const refused = refusal('declaration-stands', because, { record, against: mended })
  return { ...refused, since: '0.2.0' }
}

/** New data must be whole data of the type that it corrects. */
const dataRefused = (
  { data }: LedgerRecord<'EventCorrected'>,
  mended: LedgerRecord,
): InvalidEvent | undefined => {
  if (data.data === undefined) return undefined
  const checked = checkData(codecOf(mended.type), mended.version, data.data)
  return E.isRight(checked)
    ? undefined
    : { ...checked.left, flaws: checked.left.flaws.map(underData) }
}

const underData = (flaw: Flaw): Flaw => ({ ...flaw, at: `data.${flaw.at}` })
