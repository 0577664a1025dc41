/**
 * Bytes into numbered lines, chunk by chunk, holding no more than one line that is not ended yet.
 */
import { isUtf8 } from 'node:buffer'

/** A line of a file. */
export type Line =
  | {
      readonly _tag: 'Text'
      readonly number: number
      readonly text: string
      /** Whether a line feed stood at its end: the last line of a file may lack it. */
      readonly ended: boolean
    }
  /** Its bytes are no UTF-8; `text` shows the wrong ones as U+FFFD. */
  | { readonly _tag: 'NotUtf8'; readonly number: number; readonly text: string }
  /** It is longer than is read; `text` is its beginning. */
  | { readonly _tag: 'TooLong'; readonly number: number; readonly text: string }

/** The longest line that is read. Unit: bytes. */
export const longestLine = 1024 * 1024

/** How much of a line that is too long is shown. Unit: bytes. */
const shownOfLongLine = 200

const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** Splits one file: `push` its chunks in order, then `end`. */
export class LineSplitter {
  private number = 0
  private pending: Buffer[] = []
  private pendingBytes = 0
  /** The beginning of the line that is being skipped because it is too long. */
  private skipped: Buffer | undefined

  /** The lines that end in this chunk. */
  push(chunk: Uint8Array): readonly Line[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const lines: Line[] = []
    let start = 0
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, start)) {
      lines.push(this.line(bytes.subarray(start, at), true))
      start = at + 1
    }
    if (start < bytes.length) this.hold(bytes.subarray(start))
    return lines
  }

  /** The last line, where the file does not end in a line feed. */
  end(): readonly Line[] {
    if (this.pendingBytes === 0 && this.skipped === undefined) return []
    return [this.line(Buffer.alloc(0), false)]
  }

  /** Keeps the beginning of a line whose end lies in a later chunk. */
  private hold(part: Buffer): void {
    if (this.skipped !== undefined) return
    // A copy: who hands in the chunk may fill it again.
    this.pending.push(Buffer.from(part))
    this.pendingBytes += part.length
    if (this.pendingBytes > longestLine) {
      this.skipped = Buffer.concat(this.pending).subarray(0, shownOfLongLine)
      this.skipped = Buffer.from(this.skipped)
      this.forget()
    }
  }

  private forget(): void {
    this.pending = []
    this.pendingBytes = 0
  }

  private line(rest: Buffer, ended: boolean): Line {
    const number = ++this.number
    if (this.skipped !== undefined) {
      const text = this.skipped.toString('utf8')
      this.skipped = undefined
      return { _tag: 'TooLong', number, text }
    }
    const bytes = this.pendingBytes === 0 ? rest : Buffer.concat([...this.pending, rest])
    this.forget()
    return lineOf(number === 1 ? withoutMark(bytes) : bytes, number, ended)
  }
}

const lineOf = (bytes: Buffer, number: number, ended: boolean): Line => {
  if (bytes.length > longestLine) {
    return { _tag: 'TooLong', number, text: bytes.subarray(0, shownOfLongLine).toString('utf8') }
  }
  const content = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
  const text = content.toString('utf8')
  return isUtf8(content) ? { _tag: 'Text', number, text, ended } : { _tag: 'NotUtf8', number, text }
}

const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)
    ? bytes.subarray(byteOrderMark.length)
    : bytes
