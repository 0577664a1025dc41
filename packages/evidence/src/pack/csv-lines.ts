/**
 * Long lists as CSV, written line by line.
 */
import { noFormula } from '@send-ledger/documents'

/** A line of CSV. Source: RFC 4180, with a line feed at its end. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(inCell).join(',')}\n`

/** Names of teams, which others wrote, stand in names of figures and of their parts. */
const inCell = (cell: string | number): string => {
  const text = typeof cell === 'string' ? noFormula(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text written piece by piece, kept as bytes. */
export class TextPieces {
  private readonly pieces: Uint8Array[] = []
  private open = ''

  add(text: string): void {
    this.open += text
    if (this.open.length >= pieceLength) this.flush()
  }

  /** Everything written, as UTF-8. */
  bytes(): Uint8Array {
    this.flush()
    return Buffer.concat(this.pieces)
  }

  private flush(): void {
    this.pieces.push(new TextEncoder().encode(this.open))
    this.open = ''
  }
}

const pieceLength = 65_536
