/**
 * The kinds of field that events are made of, as codecs whose errors say what was expected.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { CivilDate } from '../time/civil-date.js'
import type { Category } from './category.js'
import { StreamId } from './ids.js'

/** A codec that only tells good values from bad ones, and says what it wants. */
const field = <A>(name: string, is: (u: unknown) => u is A, wants: string): t.Type<A> =>
  new t.Type<A, A, unknown>(
    name,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context, wants)),
    t.identity,
  )

/** One code of a closed list, which the codec keeps for those who name the one that is meant. */
export const code = <const Codes extends readonly string[]>(...codes: Codes) =>
  Object.assign(
    field(
      codes.join(' | '),
      (u): u is Codes[number] => typeof u === 'string' && codes.includes(u),
      `must be one of ${codes.join(', ')}`,
    ),
    { codes },
  )

// Tab and line ends are text; other control characters and halves of surrogate pairs are not.
const unprintable = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u

const isText = (u: unknown, longest: number): u is string =>
  typeof u === 'string' &&
  u.length > 0 &&
  // A character outside the basic plane is two of a string's units.
  (u.length <= longest || (u.length <= 2 * longest && Array.from(u).length <= longest)) &&
  u.trim() === u &&
  !unprintable.test(u)

const textOf = (name: string, longest: number): t.Type<string, string, unknown> =>
  new t.Type<string, string, unknown>(
    name,
    (u): u is string => isText(u, longest),
    (u, context) => {
      const trimmed = typeof u === 'string' ? u.trim() : u
      const limit = longest === 2000 ? '2,000' : String(longest)
      return isText(trimmed, longest)
        ? t.success(trimmed)
        : t.failure(
            u,
            context,
            `must be text of 1 to ${limit} characters, none a control character`,
          )
    },
    t.identity,
  )

/** Free text, trimmed, 1 to 2,000 characters; never about an identifiable child. */
export const text = textOf('text', 2000)

/** An id within a stream, or a pseudonym: 1 to 64 characters. */
export const localId = textOf('id', 64)

/** A version or a number as a plan writes it, such as `3.14`: text or number, kept as given. */
export const label: t.Type<string | number, string | number, unknown> = field(
  'label',
  (u): u is string | number => isText(u, 64) || (typeof u === 'number' && Number.isFinite(u)),
  'must be text of 1 to 64 characters, or a number',
)

/** A number that a measure or a report gives. */
export const quantity = field(
  'quantity',
  (u): u is number => typeof u === 'number' && Number.isFinite(u),
  'must be a number',
)

/** A whole number between two bounds, both included. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  field(
    'whole number',
    (u): u is number => Number.isSafeInteger(u) && (u as number) >= least && (u as number) <= most,
    most === Number.MAX_SAFE_INTEGER
      ? `must be a whole number from ${least}`
      : `must be a whole number from ${least} to ${most}`,
  )

/** A percentage, 0 to 100. */
export const percentage = field(
  'percentage',
  (u): u is number => typeof u === 'number' && u >= 0 && u <= 100,
  'must be a number from 0 to 100',
)

/** A full-time equivalent: above 0, at most 2 decimals. */
export const fte = field(
  'fte',
  (u): u is number => typeof u === 'number' && u > 0 && u < 1e9 && Number(u.toFixed(2)) === u,
  'must be a number above 0 with at most 2 decimals',
)

/** Yes or no. */
export const flag = field(
  'flag',
  (u): u is boolean => typeof u === 'boolean',
  'must be true or false',
)

/** A SHA-256 in hexadecimal. */
export const sha256Hex = field(
  'sha256',
  (u): u is string => typeof u === 'string' && /^[0-9a-f]{64}$/.test(u),
  'must be a SHA-256 in 64 lower-case hexadecimal digits',
)

/** A civil date. */
export const date = CivilDate

/** The id of a stream of one category. Whether there is such a stream is not asked. */
export const streamOf = (category: Category): t.Type<StreamId, string, unknown> =>
  field(
    `id of a ${category} stream`,
    (u): u is StreamId => StreamId.is(u) && u.startsWith(`${category}-`),
    `must be the id of a ${category} stream, such as ${category}-1`,
  )

/** Data of another event, checked where that event is known. */
export const dataOfAnother = field(
  'data',
  (u): u is Readonly<Record<string, unknown>> =>
    typeof u === 'object' && u !== null && !Array.isArray(u),
  'must be an object',
)

/** A list of one kind of item. */
export const list = <A>(
  item: t.Type<A, unknown, unknown>,
  least = 0,
): t.Type<readonly A[], unknown, unknown> =>
  new t.Type<readonly A[], unknown, unknown>(
    `list of ${item.name}`,
    (u): u is readonly A[] => Array.isArray(u) && u.length >= least && u.every(item.is),
    (u, context) => {
      if (!Array.isArray(u)) return t.failure(u, context, 'must be a list')
      if (u.length < least) return t.failure(u, context, `must list at least ${least}`)
      const errors: t.Errors = []
      const items: A[] = []
      for (let i = 0; i < u.length; i++) {
        const checked = item.validate(u[i], t.appendContext(context, String(i), item, u[i]))
        if (E.isLeft(checked)) errors.push(...checked.left)
        else items.push(checked.right)
      }
      return errors.length > 0 ? t.failures(errors) : t.success(items)
    },
    t.identity,
  )
