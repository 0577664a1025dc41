/**
 * The figures of an answer one by one, each with its place in the view and a name: what people call
 * a figure by, in commands, files and reports.
 */
import type { Figure, Sum } from './figure.js'

/** A figure with its place. */
export interface FigureRow<Value = string | number | boolean | null> {
  readonly section: string
  readonly item: string
  readonly figure: string
  readonly value: Value
}

/** What names an item of each list. */
const named: Readonly<Record<string, readonly string[]>> = {
  months: ['month'],
  byAge: ['from', 'to'],
  advice: ['kind', 'month'],
  reviews: ['month'],
  audits: ['quarter', 'grade'],
  programmes: ['id'],
  ratings: ['code'],
  areas: ['areaId'],
  workstreams: ['workstreamId'],
  measures: ['id'],
  teams: ['team', 'role'],
  expectedStarts: ['on'],
  roles: ['role'],
  series: ['on'],
}

interface Place {
  readonly section: string
  readonly item: string
  readonly figure: string
}

/**
 * The figures of a view in plain JSON: objects become dotted names, lists become sections.
 *
 * @example
 * import { figureRows } from '@send-ledger/core'
 *
 * const [row] = figureRows({ months: [{ month: '2021-07', issued: { all: 35 } }] })
 * assert.deepStrictEqual(row, { section: 'months', item: '2021-07', figure: 'issued.all', value: 35 })
 */
export const figureRows = (view: unknown): readonly FigureRow[] =>
  rowsOfView(view) as readonly FigureRow[]

/** A figure that knows what it was read from, with its place. */
export type NamedFigure = FigureRow<Figure>

/**
 * The figures of an answer that know what they were read from, each with its place.
 *
 * @example
 * import { figuresIn } from '@send-ledger/core'
 *
 * const open = { _tag: 'Sum', value: 3, reads: [] } as const
 * assert.strictEqual(figuresIn({ plansMaintained: open, kind: 'x' }).length, 1)
 */
export const figuresIn = (answer: unknown): readonly NamedFigure[] =>
  rowsOfView(answer).filter((row): row is NamedFigure => isFigure(row.value))

/**
 * The name of a figure: what it is of, and its item, such as a month.
 *
 * @example
 * import { figuresIn, nameOfFigure } from '@send-ledger/core'
 *
 * const issued = { all: { _tag: 'Sum', value: 35, reads: [] } } as const
 * const [row] = figuresIn({ months: [{ month: '2021-07', issued }] })
 * assert.strictEqual(row && nameOfFigure(row), 'months.issued.all:2021-07')
 */
export const nameOfFigure = ({
  section,
  item,
  figure,
}: Omit<FigureRow<unknown>, 'value'>): string => {
  const name = section === figure || figure === '' ? section : `${section}.${figure}`
  return item === '' ? name : `${name}:${item}`
}

/**
 * The sums that a figure is made of: itself, as `figure`, or those that it is worked out from, by
 * their names.
 *
 * @example
 * import { partsOfFigure } from '@send-ledger/core'
 *
 * const open = { _tag: 'Sum', value: 3, reads: [] } as const
 * assert.deepStrictEqual(partsOfFigure(open), { figure: open })
 */
export const partsOfFigure = (figure: Figure): Readonly<Record<string, Sum>> =>
  figure._tag === 'Sum' ? { figure } : figure.from

const rowsOfView = (view: unknown): readonly FigureRow<unknown>[] =>
  entries(view).flatMap(([key, value]) =>
    isPlain(value)
      ? rowsOf(value, { section: key, item: '', figure: '' })
      : rowsOf(value, { section: key, item: '', figure: Array.isArray(value) ? '' : key }),
  )

const rowsOf = (value: unknown, at: Place): readonly FigureRow<unknown>[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => itemRows(item, i, at))
  if (!isPlain(value)) return [{ ...at, value }]
  return entries(value).flatMap(([key, member]) =>
    Array.isArray(member)
      ? rowsOf(member, { ...at, section: dotted(at.section, at.figure, key), figure: '' })
      : rowsOf(member, { ...at, figure: dotted(at.figure, key) }),
  )
}

/** The rows of an item of a list; what names the item is left out of its figures. */
const itemRows = (item: unknown, index: number, at: Place): readonly FigureRow<unknown>[] => {
  if (!isPlain(item)) return rowsOf(item, { ...at, figure: String(index) })
  const list = at.section.slice(at.section.lastIndexOf('.') + 1)
  const names = named[list] ?? []
  const known = new Map(entries(item))
  const own = names.length > 0 ? names.map((name) => String(known.get(name) ?? '')) : [`${index}`]
  const rest = Object.fromEntries(entries(item).filter(([key]) => !names.includes(key)))
  return rowsOf(rest, { ...at, item: [at.item, ...own].filter((part) => part !== '').join(' / ') })
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isFigure(value)

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && '_tag' in value

const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(value as Readonly<Record<string, unknown>>)

const dotted = (...parts: readonly string[]): string => parts.filter(Boolean).join('.')
