/**
 * Text of bytes, strictly: nothing is mended, and a mark at the start is a character like others.
 */
import { bytesOf, type Content } from '../../pack/content.js'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Nothing that is read as one text is longer. Unit: bytes. */
const longest = 64 * 1024 ** 2

/** The text that bytes are in UTF-8; undefined where they are none, or more than is read. */
export const textOf = (content: Content): string | undefined => {
  if (content.length > longest) return undefined
  try {
    return decoder.decode(bytesOf(content))
  } catch {
    return undefined
  }
}
