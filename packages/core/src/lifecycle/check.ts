/**
 * What a stream refuses: its records with one more are put in order of effective date, and the
 * whole path is checked.
 */
import { upcast } from '../events/check-event.js'
import { effectiveRecords, inEffectiveOrder, isCorrection } from '../events/corrections.js'
import { type EventTypes, ourTypes } from '../events/event-types.js'
import { categoryOf } from '../events/ids.js'
import type { Break, Path, PathRule } from '../events/path-rule.js'
import type { LedgerRecord } from '../events/record.js'
import type { InvalidEvent, LifeCycleBroken } from '../events/refused.js'
import { dateRefused } from './dates.js'
import { groundRefused } from './grounds.js'
import { labelRefused } from './labels.js'
import { mendingRefused } from './mending.js'
import { refusal } from './refusal.js'
import { pathRules } from './rules.js'

/**
 * Why a record is refused after those of its stream, in recorded order; undefined where it fits.
 *
 * @param types those that are known: ours unless told. Types of a council's own stand under the
 * rules of their category, and under those that they are declared with.
 *
 * Errors: LifeCycleBroken with the rule and both records; InvalidEvent for a correction's data.
 *
 * @example
 * import { recordFrom, streamRefusal } from '@send-ledger/core/proof'
 *
 * const record = recordFrom(
 *   '{"data":{},"effectiveOn":"2021-06-01","id":"0190a1b2-0000-7000-8000-000000000002",' +
 *     '"recordedAt":"2021-06-01T10:00:00.000Z","revision":0,"stream":"case-1",' +
 *     '"type":"PlanIssued","version":1}',
 *   0,
 * )
 * assert.strictEqual(streamRefusal([], record)?._tag, 'LifeCycleBroken') // no case starts so
 */
export const streamRefusal = (
  stream: readonly LedgerRecord[],
  record: LedgerRecord,
  types: EventTypes = ourTypes,
): LifeCycleBroken | InvalidEvent | undefined => {
  const mending = mendingRefused(stream, record, types)
  if (mending) return mending
  const effective = effectiveRecords([...stream, record])
  const touched = touchedBy(record, effective)
  return (
    datesRefused(record, touched, types) ??
    (touched && labelRefused(touched)) ??
    (touched && groundRefused(touched)) ??
    pathRefused(inEffectiveOrder(effective).map(upcast), record, types)
  )
}

/** What a record adds or changes: itself, or the record that it corrects. */
const touchedBy = (
  record: LedgerRecord,
  effective: readonly LedgerRecord[],
): LedgerRecord | undefined => {
  if (!isCorrection(record)) return record
  if (record.type === 'EventRetracted') return undefined
  return effective.find((each) => each.id === record.data.corrects)
}

const datesRefused = (
  record: LedgerRecord,
  touched: LedgerRecord | undefined,
  types: EventTypes,
): LifeCycleBroken | undefined => {
  for (const dated of [record, touched ?? record]) {
    const refused = dateRefused(dated, record.recordedAt, types)
    if (refused) {
      const { rule, because, since } = refused
      const broken = refusal(rule, because, { record: dated })
      return since === undefined ? broken : { ...broken, since }
    }
  }
  return undefined
}

const pathRefused = (
  path: readonly LedgerRecord[],
  added: LedgerRecord,
  types: EventTypes,
): LifeCycleBroken | undefined => {
  const category = categoryOf(added.stream)
  return (
    brokenOf(pathRules[category], path, added) ?? brokenOf(types.localRules(category), path, added)
  )
}

const brokenOf = (
  rules: readonly PathRule[],
  path: Path,
  added: LedgerRecord,
): LifeCycleBroken | undefined => {
  for (const rule of rules) {
    const broken = rule.broken(path)
    if (broken) {
      const { name, because, since } = rule
      const refused = refusal(name, because, blaming(added, broken))
      return since === undefined ? refused : { ...refused, since }
    }
  }
  return undefined
}

/** The path was whole before, so it is the added record that breaks it, whichever shows it. */
const blaming = (added: LedgerRecord, { record, against }: Break): Break =>
  record.id === added.id ? { record, against } : { record: added, against: record }
