/**
 * Text that is safe in every format: what cannot be shown or written is taken out, once, so that
 * the same words stand in the report, the spreadsheets and the tables.
 */

/** Controls that are no white space, and marks that turn the direction of what follows. */
const unseen = /(?![\s\u0085])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

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
