/**
 * Base64 of bytes, for roots in JSON. Source: RFC 4648 section 4.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The base64 text of bytes, padded. */
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
