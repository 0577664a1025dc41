/**
 * The bytes of a record: what is kept, hashed into the Merkle tree and compared.
 *
 * Set in stone: the leaves of every ledger are made of these bytes. The position is no part of
 * them; it is the place of the leaf in the tree.
 */

import type { LedgerRecord, NewEvent } from '../events/record.js'
import { canonicalJson } from '../proof/canonical-json.js'

const encoder = new TextEncoder()

/**
 * The canonical text of a record: RFC 8785 JSON of its id, type, version, stream, revision,
 * effectiveOn, recordedAt, data and, where there is one, actor.
 *
 * Source: RFC 8785.
 *
 * @example
 * import { civilDate, EventId, instant, streamId } from '@send-ledger/core'
 * import { recordFrom, recordText } from '@send-ledger/core/proof'
 *
 * const record = recordFrom(
 *   '{"data":{},"effectiveOn":"2021-06-01","id":"0190a1b2-0000-7000-8000-000000000002",' +
 *     '"recordedAt":"2021-06-01T10:00:00.000Z","revision":1,"stream":"case-1",' +
 *     '"type":"AssessmentAgreed","version":1}',
 *   7,
 * )
 * assert.strictEqual(record.position, 7)
 * assert.strictEqual(recordFrom(recordText(record), 7).stream, streamId('case-1'))
 */
export const recordText = (record: LedgerRecord): string => {
  const { id, type, version, stream, revision, effectiveOn, recordedAt, actor, data } = record
  // The keys in their order; a checked id, type, date or instant needs no escape.
  return `{${actor === undefined ? '' : `"actor":${canonicalJson(actor)},`}"data":${canonicalJson(data)},"effectiveOn":"${effectiveOn}","id":"${id}","recordedAt":"${recordedAt}","revision":${revision},"stream":"${stream}","type":"${type}","version":${version}}`
}

/**
 * The canonical bytes of a record: its Merkle leaf. Unit: UTF-8 of `recordText`.
 *
 * @example
 * import { recordBytes, recordFrom } from '@send-ledger/core/proof'
 *
 * const text =
 *   '{"data":{},"effectiveOn":"2021-06-01","id":"0190a1b2-0000-7000-8000-000000000002",' +
 *   '"recordedAt":"2021-06-01T10:00:00.000Z","revision":1,"stream":"case-1",' +
 *   '"type":"AssessmentAgreed","version":1}'
 * assert.strictEqual(recordBytes(recordFrom(text, 0)).length, text.length)
 */
export const recordBytes = (record: LedgerRecord): Uint8Array => encoder.encode(recordText(record))

/**
 * The record of a kept text, trusted as it is: it was checked when it was recorded.
 *
 * Errors: throws a SyntaxError where the text is no JSON, as after damage.
 *
 * @example
 * import { recordFrom } from '@send-ledger/core/proof'
 *
 * assert.strictEqual(recordFrom('{"type":"AssessmentAgreed"}', 3).position, 3)
 */
export const recordFrom = (text: string, position: number): LedgerRecord => {
  const record = JSON.parse(text) as { position: number }
  record.position = position
  return record as LedgerRecord
}

/**
 * Whether an event that is told again is the one that was kept; the recorded instant may differ.
 */
export const sameContent = (kept: NewEvent, told: NewEvent): boolean =>
  content(kept) === content(told)

const content = ({ id, type, version, stream, effectiveOn, actor, data }: NewEvent): string =>
  canonicalJson({ id, type, version, stream, effectiveOn, actor, data })
