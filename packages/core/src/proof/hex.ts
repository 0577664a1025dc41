/**
 * Hexadecimal digits of bytes, for the ids of keys. Source: RFC 4648 section 8, in lower case.
 */

/** The digits of bytes. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of digits that `hex` made. */
export const hexBytes = (digits: string): Uint8Array =>
  Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  )
