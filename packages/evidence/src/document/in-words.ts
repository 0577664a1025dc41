/**
 * Dates, months and cells as people read them.
 */
import { type Cell, shorthandOf } from './cell.js'
import { withCommas } from './decimal.js'

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

/** A month in words: July 2021. */
export const monthInWords = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`

/** A month in short, for an axis: Jul. */
export const monthInShort = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1]?.slice(0, 3)}`

/** A date in words: 31 July 2021. */
export const dateInWords = (on: string): string =>
  `${Number(on.slice(8, 10))} ${monthInWords(on.slice(0, 7))}`

/** A cell as it is printed: 2,742 or July 2021 or [x]; a figure with so many decimals at least. */
export const inWords = (cell: Cell, decimals = 0): string => {
  switch (cell._tag) {
    case 'Raw':
    case 'Published':
      return withCommas(cell.value, decimals)
    case 'Words':
      return cell.text
    case 'Day':
      return dateInWords(cell.on)
    case 'CalendarMonth':
      return monthInWords(cell.month)
    case 'YesNo':
      return cell.yes ? 'Yes' : 'No'
    default:
      return shorthandOf(cell) ?? ''
  }
}
