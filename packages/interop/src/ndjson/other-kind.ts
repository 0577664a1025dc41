/**
 * A whole file that is not lines of JSON, known by how it begins: one sentence says so, where each
 * of its lines would be refused for a reason that helps nobody.
 */

/** A file of another kind than was asked for. */
export interface OtherKind {
  readonly _tag: 'OtherKind'
  readonly name: string
  /** What it looks like, and what to do, in words. */
  readonly kind: string
}

/** How many bytes tell of what kind a file is. */
export const tellingBytes = 64

const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte)

const beginsWith = (bytes: Uint8Array, text: string): boolean =>
  begins(bytes, ...Buffer.from(text, 'latin1'))

/** What the beginning of a file looks like, where it is no text of JSON lines. */
export const otherKindOf = (bytes: Uint8Array): string | undefined => {
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return utf16
  if (begins(bytes, 0x7b, 0) || begins(bytes, 0, 0x7b)) return utf16
  if (begins(bytes, 0x1f, 0x8b)) return 'a gzip file. Unpack it first'
  if (begins(bytes, 0x50, 0x4b, 3, 4)) {
    return 'a zip file, as spreadsheets (xlsx, ods) are. Unpack it, or give a file of lines'
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'a spreadsheet (xls). Give a file of lines'
  if (beginsWith(bytes, '%PDF')) return 'a PDF. Give a file of lines'
  if (beginsWith(bytes, 'SQLite format 3\0')) {
    return 'a SQLite file. A ledger is copied with send-ledger copy, or exported first'
  }
  return otherTextOf(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart(),
  )
}

const utf16 = 'text in UTF-16. Save it as UTF-8'

const otherTextOf = (text: string): string | undefined => {
  if (/^<(!doctype|\?xml|html)/i.test(text)) return 'HTML or XML. Give a file of lines'
  return /^\[\s*(\{|\]|$)/.test(text)
    ? 'one list in JSON. Give each object on a line of its own'
    : undefined
}
