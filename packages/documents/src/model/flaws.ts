/**
 * What can be wrong with a report, as data and in words.
 */
import { absurd } from 'fp-ts/lib/function.js'

/** What is called by a name. */
export type Named = 'document' | 'section' | 'table' | 'chart' | 'note' | 'column' | 'heading'

/** Something that does not hold together in a report. */
export type DocumentFlaw =
  | { readonly _tag: 'UnfitName'; readonly what: Named; readonly name: string }
  | { readonly _tag: 'NameTwice'; readonly what: Named; readonly name: string }
  | { readonly _tag: 'EmptyTable'; readonly table: string }
  | { readonly _tag: 'RowOfOtherLength'; readonly table: string; readonly row: number }
  | {
      readonly _tag: 'CellOfOtherKind'
      readonly table: string
      readonly row: number
      readonly column: string
      readonly kind: string
      readonly cell: string
    }
  | {
      readonly _tag: 'NoSuchFigure'
      readonly table: string
      readonly row: number
      readonly column: string
    }
  | { readonly _tag: 'NoSuchNote'; readonly note: string }

/** A flaw in one sentence: what is wrong and what to do. */
export const explainFlaw = (flaw: DocumentFlaw): string => {
  switch (flaw._tag) {
    case 'UnfitName':
      return `The ${flaw.what} "${flaw.name}" needs a name of small letters, digits and dashes.`
    case 'NameTwice':
      return `Two are named "${flaw.name}" (${flaw.what}); give one of them another name.`
    case 'EmptyTable':
      return `The table ${flaw.table} has no rows; leave it out, and say so in words.`
    case 'RowOfOtherLength':
      return `Row ${flaw.row} of ${flaw.table} must have a cell for each column.`
    case 'CellOfOtherKind':
      return `${where(flaw)} is of kind ${flaw.kind} and cannot hold ${flaw.cell}.`
    case 'NoSuchFigure':
      return `${where(flaw)} is pointed at and is not there.`
    case 'NoSuchNote':
      return `The note "${flaw.note}" is referred to and is not there.`
    default:
      return absurd(flaw)
  }
}

const where = (flaw: { readonly table: string; readonly row: number; readonly column: string }) =>
  `Row ${flaw.row}, column ${flaw.column} of ${flaw.table}`
