/**
 * A pack as one zip file, whose bytes depend on what is in it and on nothing else.
 */
import { type Zippable, zipSync } from 'fflate'
import type { Bag } from './bag.js'
import type { PackBasis } from './basis.js'

/**
 * The name of the folder that a pack is in, and of the report for machines: by what is asked, and
 * not by where the pack is written.
 */
export const packName = ({ asAt, knownAt }: Pick<PackBasis, 'asAt' | 'knownAt'>): string =>
  `evidence-${asAt}-known-${knownAt.slice(0, 10)}`

/**
 * The zip file of a bag: one folder, files sorted by name and dated 1 January 1980. The date is
 * given in local time, since zip keeps local time: the bytes are the same in any time zone.
 *
 * Source: RFC 8493 section 4: a bag is serialised with one folder around it.
 */
export const zipOf = (bag: Bag, folder: string): Uint8Array => {
  const zippable: Zippable = {}
  for (const path of [...bag.keys()].sort()) {
    zippable[`${folder}/${path}`] = bag.get(path) as Uint8Array
  }
  return zipSync(zippable, { level: 6, mtime: new Date(1980, 0, 1, 12) })
}
