/**
 * The record that declares an import whose recorded instants are the source's own: the ledger
 * cannot vouch for them, so it says whose word they are.
 */
import { createHash } from 'node:crypto'
import { checkEvent, type Draft, explain, type Instant, londonDate } from '@send-ledger/core'
import { canonicalJson } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'

/** What is declared of an import. */
export interface Declared {
  /** Name of the file. */
  readonly source: string
  /** Of the bytes of the file, or of its lines so far, in hexadecimal. */
  readonly sha256: string
  /** How many records of the file were newly recorded, with the instants that it gives. */
  readonly count: number
  /** The last of those instants. */
  readonly lastKept: Instant
}

/**
 * The declaration of an import as a draft. Its id is made from what it says, so the same
 * declaration made again is a duplicate.
 */
export const importDeclaration = ({ source, sha256, count, lastKept }: Declared): Draft => {
  const content = {
    type: 'ImportDeclared',
    version: 1,
    stream: 'ledger-main',
    effectiveOn: londonDate(lastKept),
    data: { source: nameable(source), sha256, count, recordedAt: 'kept' },
  }
  const event = checkEvent({ id: idOf(canonicalJson(content)), ...content })
  if (E.isLeft(event)) throw new Error(`the declaration is wrong: ${explain(event.left)}`)
  return { event: event.right, recordedAt: lastKept }
}

/** A file may be called anything; the ledger takes trimmed text without control characters. */
const nameable = (source: string): string =>
  Array.from(source.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd').trim())
    .slice(0, 200)
    .join('')
    .trim() || 'without a name'

/** Source: RFC 9562 section 5.8, a UUID of version 8 made from a hash. */
const idOf = (content: string): string => {
  const bytes = createHash('sha256').update(content).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const ends = [8, 12, 16, 20, 32]
  return ends.map((end, i) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}
