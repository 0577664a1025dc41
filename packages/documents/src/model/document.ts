/**
 * A report as data: the one source of the page, the spreadsheets, the tables and the charts.
 */
import type { Figure, Raw } from './cell.js'
import type { Published } from './published.js'
import type { FigureAt, Sentence } from './sentence.js'
import type { Table } from './table.js'

/** A report for the council, with the figures as they are. */
export interface CouncilDocument extends Body<Raw> {
  readonly _tag: 'CouncilDocument'
}

/** A report for the public: its figures have passed disclosure control. A raw one does not fit. */
export interface PublicDocument extends Body<Published> {
  readonly _tag: 'PublicDocument'
}

/** A report. */
export type Document = CouncilDocument | PublicDocument

/** What every report is made of. */
export interface Body<F extends Figure> {
  /** Its name for machines, such as `walsall-2021-07-31`. */
  readonly id: string
  readonly title: string
  /** One sentence: what this is, and as at when. */
  readonly summary: string
  /** What the ledger calls itself. */
  readonly origin: string
  /** The basis, and whatever else belongs on a cover. */
  readonly cover: readonly Fact[]
  /** How to verify the report, step by step. */
  readonly verification: readonly string[]
  readonly headlines: readonly Headline[]
  readonly sections: readonly Section<F>[]
}

/** A fact of the cover. */
export interface Fact {
  readonly name: string
  readonly value: string
}

/** A figure that one should see first, with what it says. */
export interface Headline {
  readonly title: string
  readonly figure: FigureAt
  readonly text: Sentence
  readonly status?: Status
}

/** How things stand, in words; the tone only colours them. */
export interface Status {
  readonly words: string
  readonly tone: 'good' | 'watch' | 'poor' | 'neutral'
  /** The figures that it tells something of: where one is hidden, it is not said. */
  readonly restsOn: readonly FigureAt[]
}

/** A part of a report. */
export interface Section<F extends Figure = Figure> {
  readonly id: string
  /** What it is about, in a few words: "Plans issued in 20 weeks". */
  readonly topic: string
  /** What it says, in one sentence. */
  readonly heading: Sentence
  readonly paragraphs: readonly Sentence[]
  readonly tables: readonly Table<F>[]
  readonly charts: readonly Chart[]
  readonly notes: readonly Note[]
  /** Only where the view is looked at by itself: a report has it otherwise, or leaves it out. */
  readonly byItself?: true
}

/** A note that tables and columns refer to by its id. */
export interface Note {
  readonly id: string
  readonly text: string
  /** The law or standard that it rests on. */
  readonly source?: string
}

/** How a chart looks. */
export type ChartKind = 'lines' | 'stackedBars' | 'bars' | 'groupedBars'

/** A chart of a table: it has no data of its own. */
export interface Chart {
  readonly id: string
  /** What it says, in one line. */
  readonly title: Sentence
  /** What one sees in it, for those who do not see it. */
  readonly description: Sentence
  readonly kind: ChartKind
  readonly table: string
  /** The columns that together name the places along the chart. */
  readonly categories: readonly string[]
  /** The columns that are drawn, in order. `bars` draws one. */
  readonly series: readonly ChartSeries[]
  /** Draws the last rows only. */
  readonly lastRows?: number
}

/** A column that is drawn, and what it is called in the chart. */
export interface ChartSeries {
  readonly column: string
  readonly label: string
}

/** The tables of a report in order. */
export const tablesOf = (document: Document): readonly Table[] =>
  document.sections.flatMap(({ tables }: Section) => tables)

/** The notes of a report in order: the first is note 1. */
export const notesOf = (document: Document): readonly Note[] =>
  document.sections.flatMap(({ notes }: Section) => notes)

/** The charts of a report in order. */
export const chartsOf = (document: Document): readonly Chart[] =>
  document.sections.flatMap(({ charts }: Section) => charts)

/** How the notes with these ids are called: `[note 1]`, `[note 3]`. */
export const noteMarks = (document: Document, ids: readonly string[] = []): readonly string[] => {
  const all = notesOf(document).map(({ id }) => id)
  return ids.map((id) => `[note ${all.indexOf(id) + 1}]`)
}
