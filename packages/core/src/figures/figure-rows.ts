/**
 * The figures of an answer one by one, each with its place in the view and a name: what people call
 * a figure by, in commands, files and reports.
 */
import type { Figure } from '../engine/figure.js'

/** A figure with its place. */
export interface FigureRow<Value = string | number | boolean | null> {
  readonly section: string
  readonly item: string
  readonly figure: string
  readonly value: Value
}

/**
 * What identifies a row of each list of an answer: the name of the list, such as `open.byAge`, and
 * the fields of its rows that are another in every row.
 */
export type IdentifiedBy = Readonly<Record<string, readonly string[]>>

/** What is asked of a view to name its figures. */
export interface NamesRows {
  readonly identifiedBy?: IdentifiedBy | undefined
}

interface Place {
  readonly section: string
  readonly item: string
  readonly figure: string
  /** Why the item is no name that stays, where that is so. */
  readonly unclear?: string
}

interface Row extends Place {
  readonly value: unknown
}

/**
 * The figures of a view in plain JSON: objects become dotted names, lists become sections. A row is
 * named by what identifies it, or by its place where the view does not say.
 *
 * @example
 * import { figureRows } from '@send-ledger/core/figures'
 *
 * const [row] = figureRows(
 *   { months: [{ month: '2021-07', issued: { all: 35 } }] },
 *   { identifiedBy: { months: ['month'] } },
 * )
 * assert.deepStrictEqual(row, { section: 'months', item: '2021-07', figure: 'issued.all', value: 35 })
 */
export const figureRows = (view: unknown, named: NamesRows = {}): readonly FigureRow[] =>
  rowsOfView(view, named).map(withoutDoubt) as readonly FigureRow[]

/** A figure that knows what it was read from, with its place. */
export type NamedFigure = FigureRow<Figure>

/**
 * The figures of an answer that know what they were read from, each with its place.
 *
 * Errors: throws where a name would not stay that of its figure: a list holds figures and the view
 * does not say what identifies its rows, or two rows are identified by the same.
 *
 * @example
 * import { figuresIn } from '@send-ledger/core/figures'
 * import { people } from '@send-ledger/core/projection'
 *
 * const open = { _tag: 'Sum', value: 3, reads: [], unit: people('cases') } as const
 * assert.strictEqual(figuresIn({ plansMaintained: open, kind: 'x' }).length, 1)
 * assert.throws(() => figuresIn({ teams: [{ team: 'EP', open }] }), /identifiedBy/)
 */
export const figuresIn = (answer: unknown, named: NamesRows = {}): readonly NamedFigure[] => {
  const rows = rowsOfView(answer, named).filter(({ value }) => isFigure(value))
  const names = new Set<string>()
  for (const row of rows) {
    const name = nameOfFigure(row)
    if (row.unclear !== undefined) throw new Error(row.unclear)
    if (names.has(name)) throw new Error(`two figures are called ${name}. ${beAnother}`)
    names.add(name)
  }
  return rows.map(withoutDoubt) as readonly NamedFigure[]
}

const beAnother = "What identifies a row, in the view's identifiedBy, must be another in each row."

/**
 * The name of a figure: what it is of, and its item, such as a month.
 *
 * @example
 * import { figuresIn, nameOfFigure } from '@send-ledger/core/figures'
 * import { people } from '@send-ledger/core/projection'
 *
 * const all = { _tag: 'Sum', value: 35, reads: [], unit: people('plans') } as const
 * const view = { identifiedBy: { months: ['month'] } }
 * const [row] = figuresIn({ months: [{ month: '2021-07', issued: { all } }] }, view)
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

const rowsOfView = (view: unknown, { identifiedBy = {} }: NamesRows): readonly Row[] =>
  entries(view).flatMap(([key, value]) =>
    isPlain(value) || Array.isArray(value)
      ? rowsOf(value, { section: key, item: '', figure: '' }, identifiedBy)
      : [{ section: key, item: '', figure: key, value }],
  )

const rowsOf = (value: unknown, at: Place, by: IdentifiedBy): readonly Row[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => itemRows(item, i, at, by))
  if (!isPlain(value)) return [{ ...at, value }]
  return entries(value).flatMap(([key, member]) =>
    Array.isArray(member)
      ? rowsOf(member, { ...at, section: dotted(at.section, at.figure, key), figure: '' }, by)
      : rowsOf(member, { ...at, figure: dotted(at.figure, key) }, by),
  )
}

/** The rows of an item of a list; what identifies the item is left out of its figures. */
const itemRows = (item: unknown, index: number, at: Place, by: IdentifiedBy): readonly Row[] => {
  const fields = by[at.section] ?? []
  const unclear = whyUnclear(item, at.section, fields)
  const doubt = unclear === undefined ? {} : { unclear }
  if (!isPlain(item)) return rowsOf(item, { ...at, ...doubt, figure: String(index) }, by)
  const known = new Map(entries(item))
  const own = fields.length > 0 ? fields.map((field) => part(known.get(field))) : [`${index}`]
  const rest = Object.fromEntries(entries(item).filter(([key]) => !fields.includes(key)))
  const name = joined([at.item, ...own])
  return rowsOf(rest, { ...at, ...doubt, item: name }, by)
}

/** Why the place of an item is all that names it. */
const whyUnclear = (item: unknown, list: string, fields: readonly string[]): string | undefined => {
  if (!isPlain(item) || fields.length === 0) {
    const say = `Say so in the view's identifiedBy, such as { ${JSON.stringify(list)}: ['id'] }.`
    return `the list ${list} holds figures, and nothing identifies its rows. ${say}`
  }
  const known = new Map(entries(item))
  const missing = fields.find((field) => !isLabel(known.get(field)))
  if (missing === undefined) return undefined
  return `a row of the list ${list} has no text or number ${missing}, which is to identify it.`
}

const isLabel = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/**
 * The name of what several texts identify, such as a team and a role: no two have one.
 *
 * @example
 * import { itemName } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(itemName('EHC Assessment', 'EP'), 'EHC Assessment / EP')
 */
export const itemName = (...parts: readonly string[]): string => parts.map(part).join(' / ')

const joined = (parts: readonly string[]): string => parts.filter((each) => each !== '').join(' / ')

/** A part of the name of an item; one that could be taken for two is quoted. */
const part = (value: unknown): string => {
  const text = String(value ?? '')
  return /(^|\s)\/(\s|$)|^"/.test(text) ? JSON.stringify(text) : text
}

const withoutDoubt = ({ section, item, figure, value }: Row): FigureRow<unknown> => ({
  section,
  item,
  figure,
  value,
})

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isFigure(value)

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && '_tag' in value

const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(value as Readonly<Record<string, unknown>>)

const dotted = (...parts: readonly string[]): string => parts.filter(Boolean).join('.')
