/**
 * About the ledger itself; recorded in the stream `ledger-main`.
 */
import type * as t from 'io-ts'
import { Instant } from '../time/instant.js'
import { eventOf } from './event.js'
import { code, date, localId, sha256Hex, text, whole } from './fields.js'
import { optional } from './fieldset.js'

const event = eventOf('ledger')

/** Records were imported; with `kept` instants their recorded instants are the source's word. */
export const ImportDeclared = event('ImportDeclared', 1, {
  source: text,
  sha256: sha256Hex,
  count: whole(0),
  recordedAt: code('kept', 'assigned'),
  note: optional(text),
})
export type ImportDeclared = t.TypeOf<typeof ImportDeclared>

/** An evidence pack was issued. */
export const EvidenceIssued = event('EvidenceIssued', 1, {
  packRoot: text,
  title: text,
  to: optional(text),
  asAt: date,
  knownAt: Instant,
})
export type EvidenceIssued = t.TypeOf<typeof EvidenceIssued>

/** What pointed to a person was erased outside the ledger. Source: UK GDPR Article 17. */
export const SubjectErased = event('SubjectErased', 1, { personRef: localId, reason: text })
export type SubjectErased = t.TypeOf<typeof SubjectErased>
