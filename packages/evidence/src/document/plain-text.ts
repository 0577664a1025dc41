/**
 * Text that is safe in every format: what cannot be shown or written is taken out, once, so that
 * the same words stand in the report, the spreadsheets and the tables.
 */

/** Controls, line and paragraph separators, and marks that turn the direction of what follows. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A text in one line: no control characters, no half characters, no change of direction; white
 * space is one space. Doing it twice changes nothing.
 *
 * Source: XML 1.0 section 2.2 for what XML can carry; Unicode TR 36 for direction marks.
 */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(unseen, '')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim()
