/**
 * An answer as one flat table in CSV: a row a figure.
 *
 * The columns are `section` (the part of the answer, such as `months`), `item` (which month,
 * area or role), `figure` (its name, such as `issued.all`) and `value`. Sections and figures are
 * called as in the JSON of the view. The section `basis` says what the answer rests on.
 */
import { type FigureRow, figureRows } from '@send-ledger/core/figures'
import { noFormula } from '@send-ledger/documents'
import { stringify } from 'csv-stringify/sync'

/**
 * The table of a basis and the rows of a view. For Excel it begins with a mark, without which Excel
 * takes UTF-8 for the code page of the machine. Source: RFC 4180; else with line feeds alone.
 */
export const csvText = (
  basis: unknown,
  rows: readonly FigureRow[],
  { forExcel = false }: { readonly forExcel?: boolean } = {},
): string =>
  stringify(
    [...figureRows({ basis }), ...rows].map(({ section, item, figure, value }) => [
      ...[section, item, figure].map(noFormula),
      typeof value === 'string' ? noFormula(value) : value === null ? '' : String(value),
    ]),
    {
      header: true,
      columns: ['section', 'item', 'figure', 'value'],
      bom: forExcel,
      record_delimiter: forExcel ? 'windows' : 'unix',
    },
  )
