/**
 * The texts of an Excel workbook, each kept once.
 */
import { element, type Xml } from '../../model/xml.js'

/** Texts by their number. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>()
  #uses = 0

  /** The number of a text. */
  numberOf(text: string): number {
    this.#uses++
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** The part that holds them. */
  part(): Xml {
    return element(
      'sst',
      {
        xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        count: this.#uses,
        uniqueCount: this.#numbers.size,
      },
      ...[...this.#numbers.keys()].map((text) =>
        element('si', {}, element('t', {}, literal(text))),
      ),
    )
  }
}

/** Excel reads `_x0041_` as an A. Source: ECMA-376 part 1, 22.9.2.19. */
export const literal = (text: string): string =>
  text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
