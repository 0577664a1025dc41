/**
 * Packs that are public already: what they show is known to everybody.
 */

import type { AnswersEarlier } from '@send-ledger/disclosure'
import {
  type FigureAt as AnswerFigure,
  figuresOf,
  type Policy,
  rounded,
} from '@send-ledger/disclosure'
import * as E from 'fp-ts/lib/Either.js'
import type { PackAnswers } from '../pack/answers.js'
import type { PackBasis } from '../pack/basis.js'
import { addedSince } from '../pack/restated.js'
import { answersKnown } from './known-answers.js'

/** A public pack as it was given. */
export interface PublishedPack {
  readonly basis: Pick<PackBasis, 'title' | 'asAt' | 'knownAt' | 'views'>
  readonly packRoot: string
  readonly policy: Policy
  /** Its views in plain JSON by their names. */
  readonly views: ReadonlyMap<string, unknown>
  /** What its views are in truth, as they were known then. */
  readonly answers: PackAnswers
}

/** A public pack shows a figure that its records do not give: it cannot be reckoned with. */
export interface PublishedOtherwise {
  readonly _tag: 'PublishedOtherwise'
  readonly title: string
  readonly figure: string
}

/**
 * A public pack as disclosure control wants it: which of its figures it hides.
 *
 * Errors: PublishedOtherwise.
 */
export const publishedEarlier = ({
  basis,
  packRoot,
  policy,
  views,
  answers,
}: PublishedPack): E.Either<PublishedOtherwise, AnswersEarlier> => {
  const known = answersKnown(answers)
  const hidden = new Set<string>()
  for (const { view, answer } of known) {
    const isLater = addedSince(basis, view)
    for (const each of figuresOf(answer)) {
      const seen = seenAt(views.get(view), each.place)
      const figure = `${view}:${each.place}`
      if (seen === policy.symbol || (seen === undefined && isLater(each.place))) hidden.add(figure)
      else if (!isTrue(seen, each, policy)) {
        return E.left({ _tag: 'PublishedOtherwise', title: basis.title, figure })
      }
    }
  }
  return E.right({ pack: `pack ${packRoot.slice(0, 12)}`, answers: known, hidden, policy })
}

/** What a view in plain JSON has at a place. */
export const seenAt = (view: unknown, place: string): unknown =>
  place
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, key)
          ? (part as Readonly<Record<string, unknown>>)[key]
          : undefined,
      view,
    )

/** Whether what is seen is what the policy makes of a figure. */
const isTrue = (seen: unknown, { figure }: AnswerFigure, { roundingBase }: Policy): boolean => {
  if (figure._tag === 'Derived') return seen === figure.shown
  return (
    seen === figure.value ||
    (roundingBase !== undefined && seen === rounded(figure.value, roundingBase))
  )
}
