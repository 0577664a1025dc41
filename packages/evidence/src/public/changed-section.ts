/**
 * What changed since an earlier pack for the public: figures that both packs show, and show
 * otherwise. Nothing is told that does not stand in one of them already.
 */

import { dateInWords } from '@send-ledger/core/figures'
import {
  known,
  type Raw,
  raw,
  type Section,
  type Tabulated,
  tabulate,
} from '@send-ledger/documents'
import type { PackAnswers } from '../pack/answers.js'
import type { PreviousBasis } from '../pack/basis.js'
import { figureInWords } from '../report/of-records/figure-words.js'
import { textColumn } from '../report/of-records/text-columns.js'
import { seenAt } from './earlier-packs.js'
import { type NamedPlace, namedPlaces } from './figures-by-name.js'

/** A figure that both packs show. */
interface Changed extends NamedPlace {
  readonly said: string | number
}

/** What is compared. */
export interface ComparedInPublic {
  readonly previous: PreviousBasis
  /** The earlier pack as it was published; undefined where it was not for the public. */
  readonly before: Shown | undefined
  readonly now: Shown
}

/** Answers, and their views as they are published. */
export interface Shown {
  readonly answers: PackAnswers
  readonly views: ReadonlyMap<string, unknown>
  readonly symbol: string
}

const section = {
  id: 'changes-since',
  topic: 'What changed since the previous pack',
  charts: [],
  notes: [],
} as const

/** The section. That there is nothing to compare with is said too. */
export const changedSection = (compared: ComparedInPublic | undefined): Section<Raw> => {
  if (compared === undefined) {
    const heading = ['No earlier pack was given to compare with']
    return { ...section, heading, paragraphs: [], tables: [] }
  }
  const { previous, before, now } = compared
  const rows = before === undefined ? [] : changedBetween(before, now)
  const table = { id: tableId, caption: 'Figures that both packs show, and show otherwise' }
  return {
    ...section,
    heading: [
      rows.length === 0
        ? 'No figure that both packs show is another'
        : 'Figures of the previous pack that are others today',
    ],
    paragraphs: [
      [
        `The previous pack is "${previous.title}", as at ${dateInWords(previous.asAt)}, pack root ${previous.packRoot}.`,
      ],
      [before === undefined ? notPublic : why],
    ],
    tables: rows.length === 0 ? [] : [tabulate<Changed, Raw>(table, rows, columns)],
  }
}

const tableId = 'figures-changed'

const notPublic =
  'That pack was not for the public, so its figures are not told here. That the ledger was only ' +
  'added to since is proved all the same.'

const why =
  'A figure can be another because something was recorded late or corrected, or because the date ' +
  'is a later one. The records behind it are not for the public; the council has them.'

const columns: readonly Tabulated<Changed, Raw>[] = [
  textColumn('figure', 'Figure', 'What is counted.', ({ view, figure }) =>
    figureInWords({ view, figure, part: '' }),
  ),
  textColumn('name', 'Name', 'The view, and the name that the command takes.', (row) =>
    [row.view, row.figure].join(' '),
  ),
  {
    name: 'said',
    heading: 'Previous pack',
    kind: 'decimal',
    description: 'What the previous pack shows.',
    of: ({ said }) => known(said),
  },
  {
    name: 'now',
    heading: 'This pack',
    kind: 'decimal',
    description: 'What this pack shows.',
    of: ({ value }) => raw(value),
  },
]

const changedBetween = (before: Shown, now: Shown): readonly Changed[] => {
  const said = new Map(shownNumbers(before).map((each) => [keyOf(each), each.shown]))
  return shownNumbers(now).flatMap(({ shown, ...at }) => {
    const was = said.get(keyOf(at))
    return was === undefined || was === shown ? [] : [{ ...at, said: was }]
  })
}

const keyOf = ({ view, figure }: Pick<NamedPlace, 'view' | 'figure'>): string =>
  JSON.stringify([view, figure])

/** The figures that a pack shows, and that are numbers. */
const shownNumbers = ({ answers, views, symbol }: Shown) =>
  namedPlaces(answers).flatMap((at) => {
    const shown = seenAt(views.get(at.view), at.place)
    const isNumber = typeof shown === 'number' || (typeof shown === 'string' && numeric.test(shown))
    return isNumber && shown !== symbol ? [{ ...at, shown }] : []
  })

const numeric = /^-?\d+(\.\d+)?$/
