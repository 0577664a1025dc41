/**
 * Zip files whose bytes depend on what is in them and on nothing else.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** The name and the text of a file. */
export type Files = Readonly<Record<string, string>>

/**
 * The files zipped: sorted by name, dated 1 January 1980.
 *
 * `first` stands before them all and is not compressed, as the container of OpenDocument asks.
 * The date is given in local time, since zip keeps local time: the bytes are then the same in any
 * time zone.
 */
export const zipped = (files: Files, first?: readonly [name: string, text: string]): Uint8Array => {
  const names = Object.keys(files).sort()
  const zippable: Zippable = {}
  if (first !== undefined) zippable[first[0]] = [strToU8(first[1]), { level: 0 }]
  for (const name of names) zippable[name] = strToU8(files[name] ?? '')
  return zipSync(zippable, { level: 9, mtime: new Date(1980, 0, 1, 12) })
}
