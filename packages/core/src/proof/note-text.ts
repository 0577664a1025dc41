/**
 * What may stand in a signed note: its characters, and the names of keys.
 * Source: C2SP signed-note v1.0.0, "Format".
 */

/** The first line, from 1, with a character that no note may have; 0 where there is none. */
export const wrongLine = (text: string): number => {
  // The lines before the character are those of the text that ends with it.
  const at = wrongCharacter(text)
  return at < 0 ? 0 : text.slice(0, at).split('\n').length
}

/** Whether a name of a key is one: not empty, no space of any alphabet, no plus sign. */
export const isKeyName = (name: string): boolean =>
  name !== '' && !/[\p{White_Space}+]/u.test(name) && wrongCharacter(name) < 0

/** Control characters of ASCII but the line feed, and what UTF-8 has no bytes for. */
const wrongCharacter = (text: string): number => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 && code !== 0x0a) return i
  }
  return text.search(/\p{Surrogate}/u)
}
