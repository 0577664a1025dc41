/**
 * The one register of what figures are called: by commands, in reports that were told, in files.
 */
import { distance } from 'fastest-levenshtein'
import * as E from 'fp-ts/lib/Either.js'
import { type NamedFigure, nameOfFigure } from './figure-rows.js'

/** A name that is that of no figure, or of several, with the names that it may stand for. */
export interface NameUnclear {
  readonly _tag: 'NoSuchFigure' | 'SeveralFigures'
  readonly names: readonly string[]
}

/**
 * The figure of a name, such as `months.issued.all:2021-07`. The section may be left out, and of two
 * bases `all` is meant unless another is told.
 *
 * Errors: where no figure or several have the name, with the nearest names.
 *
 * @example
 * import { figureNamed, figuresIn } from '@send-ledger/core/figures'
 * import { people } from '@send-ledger/core/projection'
 *
 * const all = { _tag: 'Sum', value: 35, reads: [], unit: people('plans') } as const
 * const rows = figuresIn(
 *   { months: [{ month: '2021-07', issued: { all } }] },
 *   { identifiedBy: { months: ['month'] } },
 * )
 * assert.strictEqual(figureNamed(rows, 'issued:2021-07')._tag, 'Right')
 * assert.strictEqual(figureNamed(rows, 'issued:2021-08')._tag, 'Left')
 */
export const figureNamed = (
  rows: readonly NamedFigure[],
  name: string,
  basis?: string,
): E.Either<NameUnclear, NamedFigure> => {
  const at = name.indexOf(':')
  const wanted = at < 0 ? name : name.slice(0, at)
  const item = at < 0 ? '' : name.slice(at + 1)
  const ofItem = rows.filter((row) => row.item === item)
  for (const each of namesMeant(wanted, basis)) {
    const whole = ofItem.filter((row) => nameOfFigure({ ...row, item: '' }) === each)
    const found = whole.length > 0 ? whole : ofItem.filter((row) => row.figure === each)
    if (found.length === 1) return E.right(found[0] as NamedFigure)
    if (found.length > 1) {
      return E.left({ _tag: 'SeveralFigures', names: found.map(nameOfFigure) })
    }
  }
  return E.left({ _tag: 'NoSuchFigure', names: nearest(rows, wanted, item) })
}

/** A basis may be told beside the name, or at its end. */
const namesMeant = (wanted: string, basis: string | undefined): readonly string[] =>
  basis === undefined || wanted.endsWith(`.${basis}`)
    ? [wanted, `${wanted}.all`]
    : basis === 'all'
      ? [`${wanted}.all`, wanted]
      : [`${wanted}.${basis}`]

/**
 * The names nearest to one: those that hold it or share its last part, of that item where there are
 * such; else all, those first that are least unlike it.
 */
const nearest = (rows: readonly NamedFigure[], wanted: string, item: string): readonly string[] => {
  const last = wanted.split('.').at(-1) ?? wanted
  const holding = (text: string): readonly NamedFigure[] =>
    rows.filter((row) => nameOfFigure({ ...row, item: '' }).includes(text))
  const near = [holding(wanted), holding(last)].find((some) => some.length > 0)
  if (near === undefined) return leastUnlike(rows, wanted, item)
  const ofItem = near.filter((row) => row.item === item)
  return (ofItem.length > 0 ? ofItem : near).map(nameOfFigure)
}

/** By how many letters differ; of those as near, the ones of that item come first. */
const leastUnlike = (
  rows: readonly NamedFigure[],
  wanted: string,
  item: string,
): readonly string[] =>
  rows
    .map((row) => ({ row, by: unlikeness(row, wanted), other: Number(row.item !== item) }))
    .sort((a, b) => a.by - b.by || a.other - b.other)
    .map(({ row }) => nameOfFigure(row))

/** How many letters differ from the whole name, or from what it is called within its section. */
const unlikeness = (row: NamedFigure, wanted: string): number =>
  Math.min(
    ...[nameOfFigure({ ...row, item: '' }), row.figure, row.figure.replace(/\.[^.]*$/, '')]
      .filter((name) => name !== '')
      .map((name) => distance(wanted.toLowerCase(), name.toLowerCase())),
  )
