/**
 * Text that a spreadsheet must not take for a formula, in every CSV that people may open in one.
 */

/**
 * A text as it may stand in a cell: one that begins as a formula does has an apostrophe before it.
 * A number stays a number, a negative one too. Source: OWASP, CSV injection.
 *
 * @example
 * import { noFormula } from '@send-ledger/documents'
 *
 * assert.deepStrictEqual(['=1+1', '-1.5', 'SEN'].map(noFormula), ["'=1+1", '-1.5', 'SEN'])
 */
export const noFormula = (text: string): string =>
  beginsFormula.test(text) && !number.test(text) ? `'${text}` : text

/** A spreadsheet takes the wide forms of the signs, and white space before them, alike. */
const beginsFormula = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/

const number = /^-?\d+(\.\d+)?$/
