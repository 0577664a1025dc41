/**
 * Dates and months as people read them, in English whatever the language of the machine.
 */

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * A month in words.
 *
 * @example
 * import { monthInWords } from '@send-ledger/core/figures'
 *
 * assert.strictEqual(monthInWords('2021-07'), 'July 2021')
 */
export const monthInWords = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/**
 * A month in short, for an axis.
 *
 * @example
 * import { monthInShort } from '@send-ledger/core/figures'
 *
 * assert.strictEqual(monthInShort('2021-07'), 'Jul')
 */
export const monthInShort = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1]?.slice(0, 3)}`

/**
 * A date in words.
 *
 * @example
 * import { dateInWords } from '@send-ledger/core/figures'
 *
 * assert.strictEqual(dateInWords('2021-07-31'), '31 July 2021')
 */
export const dateInWords = (date: string): string =>
  `${Number(date.slice(8, 10))} ${monthInWords(date.slice(0, 7))}`
