/**
 * The bridge: what the earlier pack said, what changed it, and what it would say now.
 */
import type { CauseKind } from '@send-ledger/core/figures'
import { type Raw, type Table, type Tabulated, tabulate } from '@send-ledger/documents'
import { type FigureName, figureInWords } from '../report/of-records/figure-words.js'
import { textColumn } from '../report/of-records/text-columns.js'
import { changeCell, changeOf } from './change-numbers.js'
import type { ChangedFigure } from './changes.js'

/** A column of numbers of the bridge. */
export const numberColumn = (
  name: string,
  heading: string,
  description: string,
  of: (figure: ChangedFigure) => number | undefined,
): Tabulated<ChangedFigure, Raw> => ({
  name,
  heading,
  kind: 'decimal',
  description,
  of: (figure) => changeCell(figure, of(figure)),
})

/** A figure as people call it. */
export const wordsColumn = textColumn<FigureName>(
  'figure',
  'Figure',
  'What is counted.',
  figureInWords,
)

/** A figure as `send-ledger explain` takes it, after its view. */
export const nameColumn = textColumn<FigureName>(
  'name',
  'Name',
  'The view, and the name that the command takes.',
  ({ view, figure, part }) => [view, figure, ...(part === '' ? [] : [`(${part})`])].join(' '),
)

/** What the earlier pack said. */
export const saidColumn = numberColumn(
  'said',
  'Said',
  'What the previous pack said; [z] where it had no such figure, which counts as 0.',
  ({ said }) => said,
)

/** What it would say now. */
export const restatedColumn = numberColumn(
  'restated',
  'As known now',
  'The same figure at the same date, with what is known now.',
  ({ restated }) => restated,
)

/** The table of figures that records changed, or in which changes cancel out. */
export const bridgeTable = (figures: readonly ChangedFigure[]): Table<Raw> =>
  tabulate<ChangedFigure, Raw>(
    { id: 'bridge', caption: 'Figures of the previous pack, and what changed them' },
    figures,
    [
      wordsColumn,
      saidColumn,
      ...kinds
        .filter(([kind]) => figures.some(({ causes }) => causes.some((each) => each.kind === kind)))
        .map(([kind, heading, description]) =>
          numberColumn(kind, heading, description, ({ causes }) =>
            changeOf(causes.filter((each) => each.kind === kind)),
          ),
        ),
      restatedColumn,
      nameColumn,
    ],
  )

const kinds: readonly (readonly [CauseKind, heading: string, description: string])[] = [
  ['recordedLate', 'Recorded late', 'By what had happened then, and was recorded since.'],
  ['corrected', 'Corrected', 'By corrections recorded since.'],
  ['retracted', 'Retracted', 'By retractions recorded since.'],
  ['recordedSince', 'Recorded since', 'By what happened after that pack was made.'],
  ['ruleOrOptionChanged', 'Counted otherwise', 'Because the law, or what is asked, is another.'],
]
