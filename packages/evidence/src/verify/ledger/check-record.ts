/**
 * One record, looked at by itself: its text, its leaf, what it is found by, and the catalogue.
 */
import { checkEvent, Instant, type LedgerRecord } from '@send-ledger/core'
import {
  type Hash,
  type KeptIndex,
  type KeptRecord,
  leafHash,
  recordFrom,
  recordText,
} from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import { sha256 } from '../../sign/cryptography.js'
import type { IndexDiffers, InvalidEventAt, LedgerFinding, NotCanonical } from './findings.js'

/** A record that was looked at. */
export interface CheckedRecord {
  readonly position: number
  /** The hash of its bytes, worked out here. */
  readonly leaf: Hash
  /** What stands in it, where it can be read at all; nothing of it need be true. */
  readonly record?: LedgerRecord
  readonly findings: readonly LedgerFinding[]
}

/** A record as a store keeps it, looked at. */
export const checkKept = ({ position, bytes, leaf, index }: KeptRecord): CheckedRecord => {
  const hash = leafHash(sha256, bytes)
  const findings: LedgerFinding[] = []
  if (!isSame(hash, leaf)) findings.push({ _tag: 'LeafDiffers', position })
  const { record, canonical, flaw } = read(bytes, position)
  if (flaw !== undefined) findings.push({ _tag: 'NotCanonical', position, flaw })
  if (record === undefined) return { position, leaf: hash, findings }
  findings.push(...indexFindings(record, index), ...eventFindings(record, canonical))
  return { position, leaf: hash, record, findings }
}

/** A record as a store gives it, looked at: its bytes are those that it should have. */
export const checkGiven = (record: LedgerRecord): CheckedRecord => {
  const { position } = record
  const text = textOf(record)
  const canonical: NotCanonical = { _tag: 'NotCanonical', position, flaw: 'otherText' }
  const findings = [...(text === undefined ? [canonical] : []), ...eventFindings(record, text)]
  return { position, leaf: leafOf(text), record, findings }
}

/** The hash of the bytes that a record should have. */
export const leafGiven = (record: LedgerRecord): Hash => leafOf(textOf(record))

const leafOf = (text: string | undefined): Hash => leafHash(sha256, encoder.encode(text ?? ''))

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

interface Read {
  readonly record?: LedgerRecord
  readonly canonical?: string | undefined
  readonly flaw?: NotCanonical['flaw']
}

const read = (bytes: Uint8Array, position: number): Read => {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { flaw: 'notUtf8' }
  }
  try {
    const record = recordFrom(text, position)
    const canonical = textOf(record)
    return canonical === text ? { record, canonical } : { record, canonical, flaw: 'otherText' }
  } catch {
    return { flaw: 'notJson' }
  }
}

/** The canonical text of a record; undefined where there is none, as of half a surrogate pair. */
const textOf = (record: LedgerRecord): string | undefined => {
  try {
    return recordText(record)
  } catch {
    return undefined
  }
}

const fields = ['id', 'stream', 'revision', 'recordedAt'] as const

const indexFindings = (record: LedgerRecord, index: KeptIndex): readonly IndexDiffers[] =>
  fields
    .filter((field) => record[field] !== index[field])
    .map((field) => ({
      _tag: 'IndexDiffers',
      position: record.position,
      field,
      told: String(record[field]),
      kept: String(index[field]),
    }))

/** Whether a record is one that a ledger takes, whatever its life cycle. */
const eventFindings = (
  record: LedgerRecord,
  canonical: string | undefined,
): readonly InvalidEventAt[] => {
  const { position, revision, recordedAt, ...event } = record
  const checked = checkEvent(event)
  const flaws = E.isLeft(checked) ? [...checked.left.flaws] : []
  if (!Instant.is(recordedAt)) flaws.push({ at: 'recordedAt', problem: 'is no instant' })
  if (!Number.isSafeInteger(revision)) flaws.push({ at: 'revision', problem: 'is no whole number' })
  // What is read with capitals or blanks is never kept so. Older versions are kept as they were.
  const isOfToday = E.isRight(checked) && checked.right.version === event.version
  if (isOfToday && recordText({ ...checked.right, position, revision, recordedAt }) !== canonical) {
    flaws.push({ at: 'event', problem: 'is not written as a ledger keeps it' })
  }
  return flaws.length === 0 ? [] : [{ _tag: 'InvalidEvent', position, flaws }]
}

/** Whether two hashes are the same. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i])
