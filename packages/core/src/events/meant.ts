/**
 * What a name that is misspelt is likely to stand for.
 */
import { distance } from 'fastest-levenshtein'

/** A part of a sentence that names what is meant; empty where no name is near. */
export const perhapsMeant = (given: unknown, names: Iterable<string>): string => {
  if (typeof given !== 'string' || given.length > longest) return ''
  const written = plain(given)
  let nearest: string | undefined
  let least = Math.max(1, Math.floor(written.length / 4)) + 1
  for (const name of names) {
    const unlike = distance(written, plain(name))
    if (unlike < least) [nearest, least] = [name, unlike]
  }
  return nearest === undefined ? '' : `; perhaps ${nearest} is meant`
}

/** Nothing so long is a name. */
const longest = 100

/** Capitals, spaces, hyphens and underlines are ways of writing one name. */
const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')
