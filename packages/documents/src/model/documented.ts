/**
 * What a view says of its answer: the sections and the headlines that every surface shows.
 */
import type { CivilDate } from '@send-ledger/core'
import type { Raw } from './cell.js'
import type { Headline, Section } from './document.js'

/** What a view says of an answer. */
export interface Spoken {
  /** What one should see first. */
  readonly headlines: readonly Headline[]
  /** Tables with their words, charts and notes; a section with nothing to show is left out. */
  readonly sections: readonly Section<Raw>[]
}

/** A view that says what its answers are, for people. */
export interface Documented<Answer> {
  readonly document: (answer: Answer, about: { readonly asAt: CivilDate }) => Spoken
  /** What people call its figures, by their names without a basis and an item. */
  readonly words?: Readonly<Record<string, string>>
}
