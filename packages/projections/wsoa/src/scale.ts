/**
 * The ratings of a programme as at a day: the scale in use, and the actions of each rating.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import { measure, plus, type Reader, type Sum } from '@send-ledger/core/projection'
import { rating } from './facts.js'
import type { Scope, WsoaMeasure } from './measures.js'

type Read = Reader<WsoaMeasure>

/** One rating of the scale in use; of a code that the scale does not know, its code alone. */
export interface Rating {
  readonly code: string
  readonly label: string
  readonly complete: boolean
}

/** Which actions of a programme are counted. */
export interface Group {
  readonly programme: StreamId
  readonly scope: Scope
  readonly groupId: string
}

/** How many actions have a rating. */
export interface RatingCount {
  readonly code: string
  readonly count: Sum
}

/** Actions by rating: every code of the scale in its order, then those that it does not know. */
export interface Rated {
  readonly ratings: readonly RatingCount[]
  readonly notRated: Sum
}

/** The scale in use in a programme on a day, in its order. */
export const scaleOf = (read: Read, programme: StreamId, on: CivilDate): readonly Rating[] =>
  read
    .facts(rating, { subject: programme, on })
    .map(({ value }) => value)
    .sort((a, b) => a.order - b.order || a.place - b.place)

/** The scale with the codes that actions of the programme have and it does not know. */
export const ratingsInUse = (
  read: Read,
  programme: StreamId,
  on: CivilDate = read.asAt,
): readonly Rating[] => {
  const scale = scaleOf(read, programme, on)
  const unknown = read
    .dimensions('actions', [programme, 'all', ''], on)
    .map(([code = '']) => code)
    .filter((code) => code !== '' && !scale.some((each) => each.code === code))
  return [...scale, ...unknown.map((code) => ({ code, label: code, complete: false }))]
}

/** The actions of a group by rating. */
export const ratedOf = (
  read: Read,
  { programme, scope, groupId }: Group,
  ratings: readonly Rating[],
  on: CivilDate = read.asAt,
): Rated => {
  const count = (code: string): Sum =>
    read.at(measure('actions', programme, scope, groupId, code), on)
  return {
    ratings: ratings.map(({ code }) => ({ code, count: count(code) })),
    notRated: count(''),
  }
}

/** All actions of a group. */
export const actionsOf = ({ ratings, notRated }: Rated): Sum =>
  plus(...ratings.map(({ count }) => count), notRated)

/** The actions of a group whose due date has passed and that are not complete. */
export const overdueOf = (
  read: Read,
  { programme, scope, groupId }: Group,
  ratings: readonly Rating[],
): Sum => {
  const codes = ['', ...ratings.filter(({ complete }) => !complete).map(({ code }) => code)]
  return plus(...codes.map((code) => read.at(measure('pastDue', programme, scope, groupId, code))))
}

/** The actions that are rated complete, and of which no evidence is recorded. */
export const unevidencedOf = (read: Read, programme: string, ratings: readonly Rating[]): Sum =>
  plus(
    ...ratings
      .filter(({ complete }) => complete)
      .map(({ code }) => read.at(measure('unevidenced', programme, code))),
  )
