/**
 * Base64 of bytes, for roots in JSON and for signed notes. Source: RFC 4648 section 4.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The base64 text of bytes, padded.
 *
 * @example
 * import { base64 } from '@send-ledger/core/proof'
 *
 * assert.strictEqual(base64(new Uint8Array([104, 105])), 'aGk=')
 */
export const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const group = (a << 16) | (b << 8) | c
    const known = Math.min(3, bytes.length - i)
    for (let k = 0; k < 4; k++) {
      text += k <= known ? alphabet[(group >> (18 - 6 * k)) & 63] : '='
    }
  }
  return text
}

/**
 * The bytes of a base64 text. Strict: one text for one value, so that no signed line can be written
 * in a second way. No spaces, no missing padding, no bits beyond the last byte.
 *
 * Errors: undefined where the text is not the one that `base64` makes of any bytes.
 *
 * @example
 * import { base64Bytes } from '@send-ledger/core/proof'
 *
 * assert.deepStrictEqual(base64Bytes('aGk='), new Uint8Array([104, 105]))
 * assert.strictEqual(base64Bytes('aGl='), undefined) // two bits too many are set
 * assert.strictEqual(base64Bytes('aGk'), undefined)
 */
export const base64Bytes = (text: string): Uint8Array | undefined => {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let group = 0
  for (let i = 0; i < text.length; i++) {
    group = ((group << 6) | Math.max(0, alphabet.indexOf(text[i] as string))) & 0xffffff
    if (i % 4 !== 3) continue
    // What lies beyond the end of the bytes is padding: a typed array does not take it.
    for (let k = 0; k < 3; k++) bytes[((i - 3) / 4) * 3 + k] = group >> (16 - 8 * k)
  }
  // Whatever is no base64 was read as something else, whose text is another one.
  return base64(bytes) === text ? bytes : undefined
}
