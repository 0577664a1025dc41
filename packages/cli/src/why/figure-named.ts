/**
 * A figure of an answer, by the name it is given on the command line: `issued:2021-07`.
 */
import { figureNamed, type NamedFigure, nameOfFigure } from '@send-ledger/core/figures'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'

/** The figure of a name, as the register of names has it; the basis is that of the option. */
export const figureAsked = (
  rows: readonly NamedFigure[],
  name: string,
  basis: string | undefined,
): Outcome<NamedFigure> => {
  if (rows.length === 0) return wrongUse('the view has no figures on that date.')
  const found = figureNamed(rows, name, basis)
  if (E.isRight(found)) return found
  const names = list(found.left.names)
  return wrongUse(
    found.left._tag === 'SeveralFigures'
      ? `${name} may be ${names}. Name one of them.`
      : `there is no figure ${name}. There are ${names}.`,
  )
}

/**
 * Whether a figure is one that is asked for: all where no name is given; the one that the register
 * knows by it, told as `explain` and `told` take it; or all whose full name contains it.
 */
export const figuresAsked = (
  rows: readonly NamedFigure[],
  name: string | undefined,
): Outcome<(figure: string) => boolean> => {
  if (name === undefined) return E.right(() => true)
  const names = new Map(rows.map((row) => [nameOfFigure(row), row]))
  const meant = figureNamed([...names.values()], name)
  if (E.isRight(meant)) {
    const only = nameOfFigure(meant.right)
    return E.right((figure) => figure === only)
  }
  const isNamed = [...names.keys()].some((each) => each.includes(name))
  return isNamed
    ? E.right((figure) => figure.includes(name))
    : E.map(() => () => false)(figureAsked(rows, name, undefined))
}

/** How many names are told to whoever gave a wrong one. */
const toldNames = 8

const list = (names: readonly string[]): string =>
  [...names.slice(0, toldNames), ...(names.length > toldNames ? ['others'] : [])].join(', ')
