/**
 * The figures of a view one by one, each with its place in the view.
 */
import type { Figure } from '@send-ledger/core'

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

/** The figures of a view in plain JSON: objects become dotted names, lists become sections. */
export const figureRows = (view: unknown): readonly FigureRow[] =>
  rowsOfView(view) as readonly FigureRow[]

/** The figures of an answer that know what they were read from, each with its place. */
export const knowingRows = (answer: unknown): readonly FigureRow<Figure>[] =>
  rowsOfView(answer).filter((row): row is FigureRow<Figure> => isFigure(row.value))

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
