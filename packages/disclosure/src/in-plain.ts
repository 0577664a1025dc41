/**
 * An answer for the public in plain JSON.
 */
import type { PublishedAnswer } from './answer-figures.js'
import type { PublishedFigure } from './published.js'

/** An answer for the public in plain JSON: each figure as it is printed, or its symbol. */
export const plainPublished = <A>(answer: PublishedAnswer<A>): unknown => plain(answer)

const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  if (isPublished(value)) return printedFigure(value)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}

/** A published figure as it is printed. */
export const printedFigure = (figure: PublishedFigure): string | number | boolean | null => {
  switch (figure._tag) {
    case 'ShownCount':
      return figure.count
    case 'ShownText':
      return figure.text
    case 'Hidden':
      return figure.symbol
  }
}

const tags: readonly unknown[] = ['ShownCount', 'ShownText', 'Hidden']

const isPublished = (value: object): value is PublishedFigure =>
  '_tag' in value && tags.includes(value._tag)
