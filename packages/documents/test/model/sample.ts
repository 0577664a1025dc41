/**
 * A small invented report that has every kind of cell, every kind of chart, and hostile words.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  calendarMonth,
  day,
  notApplicable,
  type Raw,
  raw,
  suppressed,
  words,
  yesNo,
} from '../../src/model/cell.js'
import { type Checked, checkDocument } from '../../src/model/check.js'
import type { CouncilDocument, Document, PublicDocument } from '../../src/model/document.js'
import { explainFlaw } from '../../src/model/flaws.js'
import { publish } from '../../src/model/publish.js'
import { published } from '../../src/model/published.js'
import { at, said } from '../../src/model/sentence.js'
import { tabulate } from '../../src/model/table.js'

/** Words that mean something to a spreadsheet, a page or a terminal. */
export const hostile = {
  formula: '=HYPERLINK("http://example.org","open")',
  markup: '</td><script>alert(1)</script> & "x"',
  controls: 'bell\u0007 and\tnull\u0000 and \ud800half, \u202eturned',
  excelEscape: '_x0041_ is not A',
} as const

const months = [
  { month: '2021-05', issued: 1_234, inTime: 0, percent: '0.0', rolling: null },
  { month: '2021-06', issued: 0, inTime: 0, percent: null, rolling: '7.5' },
  { month: '2021-07', issued: 35, inTime: 7, percent: '20.0', rolling: '37.1' },
] as const

const teams = [
  { team: hostile.formula, role: hostile.markup, posts: '18', inPost: '10.55', on: '2021-07-31' },
  { team: hostile.controls, role: hostile.excelEscape, posts: '-0.5', inPost: '0', on: null },
] as const

const monthsTable = tabulate<(typeof months)[number], Raw>(
  { id: 'months', caption: 'Plans by month', notes: ['part'] },
  months,
  [
    {
      name: 'month',
      heading: 'Month',
      kind: 'month',
      description: 'The month.',
      of: ({ month }) => calendarMonth(month),
    },
    {
      name: 'issued',
      heading: 'Issued',
      kind: 'integer',
      unit: 'plans',
      description: 'Plans issued.',
      source: 'SI 2014/1530 reg 13(2)',
      notes: ['part', 'whole'],
      of: ({ issued }) => raw(issued),
    },
    {
      name: 'inTime',
      heading: 'In time',
      kind: 'integer',
      description: 'In time.',
      of: ({ inTime }) => raw(inTime),
    },
    {
      name: 'percent',
      heading: 'In time',
      kind: 'percent',
      unit: 'per cent',
      description: 'In time of issued.',
      of: ({ percent }) => raw(percent),
    },
    {
      name: 'rolling',
      heading: '12 months: in time',
      kind: 'percent',
      unit: 'per cent',
      description: 'The same over 12 months.',
      of: ({ rolling }) => (rolling === null ? notApplicable : raw(rolling)),
    },
  ],
)

const teamsTable = tabulate<(typeof teams)[number], Raw>(
  { id: 'teams-on-the-date', caption: 'Teams' },
  teams,
  [
    { name: 'team', heading: 'Team', kind: 'text', description: 'Team.', of: (t) => words(t.team) },
    { name: 'role', heading: 'Role', kind: 'text', description: 'Role.', of: (t) => words(t.role) },
    {
      name: 'posts',
      heading: 'Posts',
      kind: 'decimal',
      unit: 'FTE',
      description: 'Posts.',
      of: (t) => raw(t.posts),
    },
    {
      name: 'inPost',
      heading: 'In post',
      kind: 'decimal',
      unit: 'FTE',
      description: 'In post.',
      of: (t) => raw(t.inPost),
    },
    { name: 'since', heading: 'Since', kind: 'date', description: 'Since.', of: (t) => day(t.on) },
    {
      name: 'full',
      heading: 'Full',
      kind: 'boolean',
      description: 'Whether full.',
      of: (t) => yesNo(t.on === null),
    },
  ],
)

/** The report for the council. */
export const sample: CouncilDocument = {
  _tag: 'CouncilDocument',
  id: 'sample-2021-07-31',
  title: 'A sample & its <title>',
  summary: 'As at 31 July 2021.',
  origin: 'urn:send-ledger:sample',
  cover: [{ name: 'As at', value: '31 July 2021' }],
  verification: ['Run "send-ledger verify".'],
  headlines: [
    {
      title: 'In time',
      figure: at('months', 2, 'percent'),
      text: said`${at('months', 2, 'inTime')} of ${at('months', 2, 'issued')} plans`,
      status: { words: 'Up on May 2021', tone: 'good', restsOn: [at('months', 0, 'percent')] },
    },
  ],
  sections: [
    {
      id: 'plans',
      topic: 'Plans',
      heading: said`${at('months', 2, 'inTime')} of ${at('months', 2, 'issued')} plans were in time`,
      paragraphs: [said`In May 2021 there were ${at('months', 0, 'issued')} plans.`],
      charts: [
        {
          id: 'trend',
          title: ['Plans in time, per cent'],
          description: said`Two lines; the last value is ${at('months', 2, 'percent')}.`,
          kind: 'lines',
          table: 'months',
          categories: ['month'],
          series: [
            { column: 'percent', label: 'in the month' },
            { column: 'rolling', label: 'in 12 months' },
          ],
        },
        {
          id: 'stacked',
          title: ['Issued and in time'],
          description: ['Stacked bars.'],
          kind: 'stackedBars',
          table: 'months',
          categories: ['month'],
          series: [
            { column: 'issued', label: 'Issued' },
            { column: 'inTime', label: 'In time' },
          ],
          lastRows: 2,
        },
        {
          id: 'bars',
          title: ['Issued'],
          description: ['Bars.'],
          kind: 'bars',
          table: 'months',
          categories: ['month'],
          series: [{ column: 'issued', label: 'issued' }],
        },
      ],
      tables: [monthsTable],
      notes: [
        { id: 'part', text: 'The last month is partial.' },
        { id: 'whole', text: 'Plans are whole.', source: 'Children and Families Act 2014 s.37' },
      ],
    },
    {
      id: 'people',
      topic: 'People',
      heading: ['People'],
      paragraphs: [],
      charts: [
        {
          id: 'grouped',
          title: ['Posts and people'],
          description: ['Bars in groups.'],
          kind: 'groupedBars',
          table: 'teams-on-the-date',
          categories: ['team', 'role'],
          series: [
            { column: 'posts', label: 'posts' },
            { column: 'inPost', label: 'in post' },
          ],
        },
      ],
      tables: [teamsTable],
      notes: [],
    },
  ],
}

/** The report for the public: figures of 1 to 9 are hidden. */
export const publicSample: PublicDocument = publish(sample, (cell) => {
  if (cell._tag === 'NoFigure') return cell
  return Number(cell.value) > 0 && Number(cell.value) < 10 ? suppressed : published(cell.value)
})

/** A report that must hold together. */
export const held = <D extends Document>(document: D): Checked<D> => {
  const checked = checkDocument(document)
  if (E.isLeft(checked)) throw new Error(checked.left.map(explainFlaw).join('\n'))
  return checked.right
}
