/**
 * Cells as people read them.
 */
import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import { type Cell, shorthandOf } from './cell.js'
import { withCommas } from './decimal.js'

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
