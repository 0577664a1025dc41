/**
 * What the templates of a report print: plain text, and markup that is already safe.
 */
import { chartSvg } from '../chart/chart-svg.js'
import { type Cell, shorthandOf } from '../model/cell.js'
import type { Checked } from '../model/check.js'
import {
  type Chart,
  type Document,
  type Fact,
  type Headline,
  notesOf,
  type Section,
  tablesOf,
} from '../model/document.js'
import { inWords } from '../model/in-words.js'
import { plainText } from '../model/plain-text.js'
import {
  cellAt,
  type FigureAt,
  figureText,
  type Sentence,
  sentenceText,
} from '../model/sentence.js'
import { meaningsIn } from '../model/shorthand.js'
import {
  type Column,
  decimalsByColumn,
  fullHeading,
  isFigureKind,
  type Table,
} from '../model/table.js'

/** The model of the page. */
export const pageOf = (document: Checked) => {
  const said = (sentence: Sentence): string => sentenceText(tablesOf(document), sentence)
  return {
    title: plainText(document.title),
    summary: plainText(document.summary),
    origin: plainText(document.origin),
    isPublic: document._tag === 'PublicDocument',
    cover: [{ name: 'Ledger', value: document.origin }, ...document.cover].map(fact),
    verification: document.verification.map(plainText),
    headlines: document.headlines.map((headline) => card(document, headline)),
    sections: document.sections.map((section: Section) => ({
      id: section.id,
      topic: plainText(section.topic),
      heading: said(section.heading),
      paragraphs: section.paragraphs.map(said),
      parts: section.tables.map((table) => ({
        charts: section.charts
          .filter((chart) => chart.table === table.id)
          .map((chart) => figure(document, chart)),
        table: shownTable(document, table),
      })),
    })),
    notes: notesOf(document).map(({ text, source }, i) => ({
      number: i + 1,
      text: plainText(text),
      source: plainText(source ?? ''),
    })),
  }
}

const fact = ({ name, value }: Fact) => ({ name: plainText(name), value: plainText(value) })

/** The colours of tags; what they say is said in words. */
const tags = { good: 'green', watch: 'yellow', poor: 'red', neutral: 'grey' } as const

/** A headline; how it stands is left out where a figure that it rests on is not shown. */
const card = (document: Document, { title, figure: place, text, status }: Headline) => {
  const tables = tablesOf(document)
  const isShown = (each: FigureAt): boolean => {
    const cell = cellAt(tables, each)?.cell
    return cell !== undefined && shorthandOf(cell) === undefined
  }
  const isSaid = [place, ...(status?.restsOn ?? [])].every(isShown)
  return {
    title: plainText(title),
    figure: figureText(tables, place),
    text: sentenceText(tables, text),
    status: isSaid ? plainText(status?.words ?? '') : '',
    tag: tags[status?.tone ?? 'neutral'],
  }
}

/** A chart stands beside its table, which has the caption, the figures and the description. */
const figure = (document: Checked, chart: Chart) => ({
  id: chart.id,
  title: sentenceText(tablesOf(document), chart.title),
  svg: chartSvg(document, chart, { isTitled: false }).trim(),
})

const shownTable = (document: Document, table: Table) => {
  const decimals = decimalsByColumn(table)
  return {
    id: table.id,
    caption: plainText(table.caption),
    notes: noteNumbers(document, table.notes),
    shorthand: meaningsIn(table).join(' '),
    columns: table.columns.map((column) => ({
      heading: plainText(fullHeading(column)),
      isNumeric: isFigureKind(column.kind),
      notes: noteNumbers(document, column.notes),
      description: plainText(column.description),
      source: plainText(column.source ?? ''),
    })),
    rows: table.rows.map((row) =>
      row.map((cell, i) => shownCell(cell, table.columns[i], decimals[i])),
    ),
  }
}

const shownCell = (cell: Cell, column: Column | undefined, decimals: number | undefined) => ({
  text: inWords(cell, decimals),
  look: column === undefined ? '' : lookOf(column),
})

/** Figures end at the right; dates and months are not broken; words have room. */
const lookOf = ({ kind }: Column): string => {
  if (kind === 'text') return 'report-words'
  if (kind === 'month' || kind === 'date') return 'report-whole'
  return isFigureKind(kind) ? 'govuk-table__cell--numeric' : ''
}

const noteNumbers = (document: Document, ids: readonly string[] = []): readonly number[] => {
  const all = notesOf(document).map(({ id }) => id)
  return ids.map((id) => all.indexOf(id) + 1)
}
