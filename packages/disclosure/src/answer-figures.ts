/**
 * The figures of an answer, each with its place; and an answer with its figures as the public sees
 * them.
 */
import type { Derived, Figure, Sum } from '@send-ledger/core/projection'
import type { PublishedFigure } from './published.js'

/** A figure of an answer with its place there, such as `months.3.issued.all`. */
export interface FigureAt {
  readonly place: string
  readonly figure: Figure
}

/** An answer with its figures as the public sees them: a raw figure does not fit there. */
export type PublishedAnswer<A> = A extends string | number | boolean | null | undefined
  ? A
  : A extends Sum | Derived
    ? PublishedFigure
    : A extends readonly (infer Item)[]
      ? readonly PublishedAnswer<Item>[]
      : A extends object
        ? { readonly [K in keyof A]: PublishedAnswer<A[K]> }
        : A

/** Every figure of an answer. */
export const figuresOf = (answer: unknown, at = ''): readonly FigureAt[] => {
  if (typeof answer !== 'object' || answer === null) return []
  if (isFigure(answer)) return [{ place: at, figure: answer }]
  return Object.entries(answer).flatMap(([key, value]) => figuresOf(value, placed(at, key)))
}

/** The same answer with each figure replaced by the published one of its place. */
export const withPublished = <A>(
  answer: A,
  published: (place: string) => PublishedFigure,
  at = '',
): PublishedAnswer<A> => {
  const made = <B>(value: B): PublishedAnswer<A> => value as unknown as PublishedAnswer<A>
  if (typeof answer !== 'object' || answer === null) return made(answer)
  if (isFigure(answer)) return made(published(at))
  if (Array.isArray(answer)) {
    return made(answer.map((item, i) => withPublished(item, published, placed(at, String(i)))))
  }
  return made(
    Object.fromEntries(
      Object.entries(answer).map(([key, value]) => [
        key,
        withPublished(value, published, placed(at, key)),
      ]),
    ),
  )
}

const placed = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)

const isFigure = (value: object): value is Figure =>
  '_tag' in value && (value._tag === 'Sum' || value._tag === 'Derived')
