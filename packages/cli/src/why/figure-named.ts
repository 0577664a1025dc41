/**
 * A figure of an answer, by the name it is given on the command line: `issued:2021-07`.
 */
import { figuresIn, type NamedFigure, nameOfFigure } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'

/**
 * The figure of a name. The section may be left out, and of two bases `all` is meant unless
 * another is told.
 */
export const figureNamed = (
  answer: unknown,
  name: string,
  basis: string | undefined,
): Outcome<NamedFigure> => {
  const rows = figuresIn(answer)
  const at = name.indexOf(':')
  const wanted = at < 0 ? name : name.slice(0, at)
  const item = at < 0 ? '' : name.slice(at + 1)
  const ofItem = rows.filter((row) => row.item === item)
  const names = basis === undefined ? [wanted, `${wanted}.all`] : [`${wanted}.${basis}`]
  for (const each of names) {
    const found = ofItem.filter(
      (row) => row.figure === each || nameOfFigure({ ...row, item: '' }) === each,
    )
    if (found.length === 1) return E.right(found[0] as NamedFigure)
    if (found.length > 1) return wrongUse(`${name} may be ${list(found)}. Name one of them.`)
  }
  const near = rows.filter((row) => nameOfFigure(row).includes(wanted))
  const some = near.length > 0 ? near : rows
  return wrongUse(
    rows.length === 0
      ? 'the view has no figures on that date.'
      : `there is no figure ${name}. There are ${list(some)}.`,
  )
}

/** How many names are told to whoever gave a wrong one. */
const toldNames = 8

const list = (rows: readonly NamedFigure[]): string =>
  [
    ...rows.slice(0, toldNames).map(nameOfFigure),
    ...(rows.length > toldNames ? ['others'] : []),
  ].join(', ')
