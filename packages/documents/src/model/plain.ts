/**
 * The document of a view that says nothing of its own: its figures by their names.
 */
import type { CivilDate } from '@send-ledger/core'
import { figuresIn, type NamedFigure } from '@send-ledger/core/figures'
import { type Raw, raw, words } from './cell.js'
import type { Section } from './document.js'
import type { Documented, Spoken } from './documented.js'
import { tabulate } from './table.js'

/** What is asked of a view to say what it answers. */
interface Speaks extends Partial<Documented<never>> {
  readonly name: string
  readonly identifiedBy?: Readonly<Record<string, readonly string[]>>
}

/**
 * What a view says of an answer; where it has no document, a table of its figures.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { people } from '@send-ledger/core/projection'
 * import { spokenOf } from '@send-ledger/documents'
 *
 * const answer = { open: { _tag: 'Sum', value: 3, reads: [], unit: people('cases') } }
 * const { sections } = spokenOf({ name: 'mine' }, answer, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(sections[0]?.tables[0]?.rows.length, 1)
 */
export const spokenOf = (
  view: Speaks,
  answer: unknown,
  about: { readonly asAt: CivilDate },
): Spoken =>
  view.document?.(answer as never, about) ?? {
    headlines: [],
    sections: plainSection(view, figuresIn(answer, view)),
  }

const plainSection = (
  { name }: Speaks,
  figures: readonly NamedFigure[],
): readonly Section<Raw>[] =>
  figures.length === 0
    ? []
    : [
        {
          id: idOf(name),
          topic: name,
          heading: [`The figures of ${name}`],
          paragraphs: [],
          charts: [],
          tables: [
            tabulate<NamedFigure, Raw>(
              { id: `${idOf(name)}-figures`, caption: `Figures of ${name}` },
              figures,
              [
                {
                  name: 'figure',
                  heading: 'Figure',
                  kind: 'text',
                  description: 'What is counted, as the view calls it.',
                  of: ({ section, figure }) =>
                    words(
                      [section, figure].filter((part, i) => i === 0 || part !== section).join(' '),
                    ),
                },
                {
                  name: 'item',
                  heading: 'Of',
                  kind: 'text',
                  description: 'The row that it is of, such as a month.',
                  of: ({ item }) => words(item),
                },
                {
                  name: 'value',
                  heading: 'Value',
                  kind: 'decimal',
                  description: 'The figure.',
                  of: ({ value }) => raw(value),
                },
              ],
            ),
          ],
          notes: [],
        },
      ]

/** A name as ids are written. */
const idOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(/[^a-z0-9]+/g, '-')
