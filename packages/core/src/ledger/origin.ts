/**
 * What a ledger may call itself.
 */

/** Unit: characters. */
const longest = 200

/**
 * What is wrong with an origin, and what to do; undefined where nothing is. An origin stands on a
 * line of its own in every checkpoint, and names the key that signs it: a ledger with another one
 * could never be signed.
 *
 * Source: C2SP signed-note, "Signatures": a key name has no Unicode spaces and no plus.
 *
 * @example
 * import { originFlaw } from '@send-ledger/core/store'
 *
 * assert.strictEqual(originFlaw('urn:send-ledger:walsall'), undefined)
 * assert.match(originFlaw('') ?? '', /1 to 200 characters/)
 */
export const originFlaw = (origin: string): string | undefined =>
  /^[^\s\p{White_Space}\p{C}+]+$/u.test(origin) && [...origin].length <= longest
    ? undefined
    : `the origin ${JSON.stringify(shortened(origin))} could never be signed; give 1 to ${longest} characters without blanks, control characters or plus signs, such as urn:send-ledger:walsall`

const shortened = (origin: string): string =>
  [...origin.replaceAll(/\p{C}/gu, '\ufffd')].slice(0, 40).join('')
