/**
 * Pseudonyms of one pack: who has two packs cannot tell that a subject of one is a subject of the
 * other, and who has a list of identifiers cannot try them out.
 */
import { createHmac } from 'node:crypto'

/** What a pseudonym is made for: the same subject has another in each. */
export interface PseudonymsFor {
  /** A secret of the pack: 32 bytes by chance, thrown away when the pack is made, or kept. */
  readonly key: Uint8Array
  /** Such as `case`. Not empty, and without control characters. */
  readonly purpose: string
}

/** Shorter keys could be tried out. Unit: bytes. */
const shortestKey = 32

/**
 * Gives each identifier its pseudonym: the same key, purpose and identifier give the same.
 *
 * Unit: 128 bits as 32 hexadecimal digits.
 * Errors: throws a RangeError for a key shorter than 32 bytes, or a purpose that is empty or has
 * control characters.
 * Source: HMAC-SHA256 (RFC 2104, FIPS 180-4) over purpose, 0x00 and identifier, its first 16 bytes.
 *
 * @example
 * import { pseudonymsOf } from '@send-ledger/disclosure'
 *
 * const pseudonym = pseudonymsOf({ key: new Uint8Array(32).fill(7), purpose: 'case' })
 * assert.match(pseudonym('case-1042'), /^[0-9a-f]{32}$/)
 * assert.notStrictEqual(pseudonym('case-1042'), pseudonym('case-1043'))
 */
export const pseudonymsOf = ({ key, purpose }: PseudonymsFor): ((identifier: string) => string) => {
  if (key.length < shortestKey) throw new RangeError(`a key has at least ${shortestKey} bytes`)
  if (!/^\P{Cc}+$/u.test(purpose))
    throw new RangeError('a purpose is text without control characters')
  const secret = Buffer.from(key)
  return (identifier) =>
    createHmac('sha256', secret)
      .update(`${purpose}\0${identifier}`, 'utf8')
      .digest('hex')
      .slice(0, 32)
}
