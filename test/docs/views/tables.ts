/**
 * The tables of the page on views: figures by their names, where they stand and what they mean; and
 * the laws of measures.
 */
import type { NamedFigure, OptionTaken } from '@send-ledger/core/figures'
import type { MeasureLaw } from '@send-ledger/core/projection'
import type { Section } from '@send-ledger/documents'
import { table } from '../table.js'
import type { ViewAsked } from './asked.js'

/** The page with what stands between its marks made anew: `<!-- view NAME -->` to `<!-- end -->`. */
export const pageOf = (page: string, views: readonly ViewAsked[]): string =>
  page.replaceAll(
    /<!-- view (\S+) -->\n[\s\S]*?<!-- end -->/g,
    (_: string, name: string) =>
      `<!-- view ${name} -->\n\n${told(views.find((view) => view.name === name))}\n\n<!-- end -->`,
  )

const told = (view: ViewAsked | undefined): string => {
  if (view === undefined) throw new Error('docs/4-reference/views.md names a view that is none')
  const { laws, options } = view
  return [
    ...(options.length > 0 ? [optionTable(options)] : []),
    figureTable(view),
    ...(laws.length > 0 ? [lawTable(laws)] : []),
  ].join('\n\n')
}

/** What may be asked of a view beside its dates, as it describes it. */
const optionTable = (options: readonly OptionTaken[]): string =>
  table(
    ['option', 'what it does', 'is given as', 'usually'],
    options.map(({ name, label, help, form, usual }) => [
      `\`${name}\``,
      `${label}: ${help}`,
      formInWords(form),
      usual.join(', '),
    ]),
  )

const formInWords = (form: OptionTaken['form']): string => {
  switch (form.kind) {
    case 'choice':
      return Object.entries(form.values)
        .map(([value, meaning]) => `\`${value}\`, ${meaning}`)
        .join('; ')
    case 'number':
      return `a ${form.decimals ? '' : 'whole '}number from ${form.least} to ${form.most}`
    case 'date':
      return 'YYYY-MM-DD'
    case 'month':
      return 'YYYY-MM'
    case 'text':
      return 'text'
    case 'yesNo':
      return 'yes or no'
    case 'list':
      return `${formInWords(form.each)}; may be repeated`
    case 'numberByName':
      return `${form.of} and a number, such as \`${form.example}\`; may be repeated`
  }
}

/** A column of a table in which a figure stands. */
interface Place {
  readonly table: string
  readonly heading: string
  readonly description: string
  readonly source: string
}

const figureTable = ({ figures, identifiedBy, sections }: ViewAsked): string => {
  const placesOf = placesIn(sections)
  const rows = new Map<string, Map<string, Place>>()
  for (const figure of figures) {
    const name = nameOf(figure, identifiedBy)
    const places = rows.get(name) ?? new Map<string, Place>()
    rows.set(name, places)
    for (const place of placesOf(figure.value)) places.set(JSON.stringify(place), place)
  }
  return table(
    ['figure', 'table: column', 'what it is', 'law'],
    [...rows].map(([name, found]) => {
      const places = [...found.values()]
      return [
        `\`${name}\``,
        distinct(places.map((place) => `${place.table}: ${place.heading}`)).join('; '),
        distinct(places.map((place) => place.description)).join(' '),
        distinct(places.map((place) => place.source)).join('; '),
      ]
    }),
  )
}

/** In which columns the very figure stands. */
const placesIn = (sections: readonly Section[]): ((figure: unknown) => readonly Place[]) => {
  const found = new Map<unknown, Place[]>()
  for (const { id: table, columns, rows } of sections.flatMap(({ tables }) => tables)) {
    for (const cells of rows) {
      cells.forEach((cell, i) => {
        const column = columns[i]
        if (column === undefined || !('of' in cell) || typeof cell.of !== 'object') return
        const { heading, unit, description, source = '' } = column
        const named = unit === undefined ? heading : `${heading} (${unit})`
        const place = { table: tableName(table), heading: named, description, source }
        found.set(cell.of, [...(found.get(cell.of) ?? []), place])
      })
    }
  }
  return (figure) => found.get(figure) ?? []
}

/** A table that there is for each programme, such as `programme-1-by-area`, is one table here. */
const tableName = (id: string): string => id.replace(/-\d+(?=-|$)/, '-N')

/** The name of a figure with what names its item, such as `months.requests:YYYY-MM`. */
const nameOf = (
  { section, figure, item }: NamedFigure,
  identifiedBy: ViewAsked['identifiedBy'],
): string => {
  const name = section === figure || figure === '' ? section : `${section}.${figure}`
  if (item === '') return name
  const parts = section.split('.')
  const fields = parts.flatMap((_, i) => identifiedBy[parts.slice(0, i + 1).join('.')] ?? [])
  return `${name}:${fields.map((field) => itemsInWords[field] ?? field.toUpperCase()).join(' / ')}`
}

const itemsInWords: Readonly<Record<string, string>> = {
  month: 'YYYY-MM',
  on: 'YYYY-MM-DD',
  quarter: 'YYYY-Qn',
  areaId: 'AREA',
  workstreamId: 'WORKSTREAM',
}

/** A law that there is for each kind, team or programme is told once, as that of `…`. */
const lawTable = (laws: readonly MeasureLaw[]): string => {
  const rows = laws.map(({ name, terms, holds, always, over, revealsPeople }) => {
    const { told, items } = lawNamed(name, laws)
    return [
      told,
      `${termsInWords(terms, items)} ${holds === 'zero' ? '= 0' : '≥ 0'}`,
      always ? 'always' : 'as a rule',
      over === 'anyDays' ? 'any days' : 'until a day',
      revealsPeople ? 'yes' : 'no',
    ]
  })
  const once = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return table(['law of measures', 'sum', 'holds', 'over', 'few are hidden'], [...once.values()])
}

interface LawNamed {
  readonly told: string
  readonly items: readonly string[]
}

/** The items that a law is of: they stand in brackets after its name, or before a colon. */
const lawNamed = (name: string, laws: readonly MeasureLaw[]): LawNamed => {
  const [, before, what = '', after] = /^(?:(\S+): )?(.*?)(?: \((.*)\))?$/.exec(name) ?? []
  if (before !== undefined) return { told: `…: ${what}`, items: [before] }
  const isOfMany = laws.filter((law) => law.name.startsWith(`${what} (`)).length > 1
  if (after === undefined || !isOfMany) return { told: name, items: [] }
  return { told: `${what} (…)`, items: after.split(', ') }
}

const termsInWords = (terms: MeasureLaw['terms'], items: readonly string[]): string =>
  terms
    .map(({ measure, times }, i) => {
      const sign = times < 0 ? '− ' : i === 0 ? '' : '+ '
      const often = Math.abs(times) === 1 ? '' : `${Math.abs(times)} × `
      // Names of a measure and its dimensions stand with a control character between them.
      const [name, ...dimensions] = measure.split('\u001f')
      const of = dimensions.map((each) => each || 'none')
      for (const item of items) {
        const at = of.lastIndexOf(item)
        if (at >= 0) of[at] = '…'
      }
      return `${sign}${often}${name}${of.length === 0 ? '' : `(${of.join(', ')})`}`
    })
    .join(' ')

const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== '')),
]
