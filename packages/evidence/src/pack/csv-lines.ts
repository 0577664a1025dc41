/**
 * Long lists as CSV, written line by line.
 */
import { noFormula } from '@send-ledger/documents'
import type { Content } from './content.js'
import { Spool } from './spool.js'

/** A line of CSV. Source: RFC 4180, with a line feed at its end. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(inCell).join(',')}\n`

/** Names of teams, which others wrote, stand in names of figures and of their parts. */
const inCell = (cell: string | number): string => {
  const text = typeof cell === 'string' ? noFormula(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text written piece by piece, as long as it may be. */
export class TextPieces {
  private readonly spool = new Spool()
  private open = ''

  add(text: string): void {
    this.open += text
    if (this.open.length >= pieceLength) this.flush()
  }

  /** Everything written, as UTF-8. */
  content(): Content {
    this.flush()
    return this.spool.since(0)
  }

  private flush(): void {
    this.spool.append(new TextEncoder().encode(this.open))
    this.open = ''
  }
}

const pieceLength = 65_536
