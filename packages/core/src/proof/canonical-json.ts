/**
 * Canonical JSON: one text for one value, so that equal records have equal bytes.
 *
 * Set in stone: the leaves of every ledger are made of these bytes.
 */

/**
 * The canonical JSON text of a value: keys sorted by UTF-16 code unit, shortest numbers, no space.
 *
 * Errors: throws a TypeError, with the path, for what JSON cannot carry: undefined in a list,
 * functions, NaN, infinities, lone surrogates, objects that are no plain objects. A key whose
 * value is undefined is left out.
 * Source: RFC 8785; RFC 7493 for text.
 *
 * @example
 * import { canonicalJson } from '@send-ledger/core/records'
 *
 * assert.strictEqual(canonicalJson({ b: 1e21, a: ['\u20ac', null] }), '{"a":["€",null],"b":1e+21}')
 */
export const canonicalJson = (value: unknown): string => {
  try {
    return written(value)
  } catch (error) {
    throw error instanceof Unwritable ? new TypeError(`$${error.place} ${error.message}`) : error
  }
}

/** What JSON cannot carry, why, and its place, which is told member by member on the way out. */
class Unwritable extends Error {
  place = ''
}

const under = (place: string, error: unknown): unknown => {
  if (error instanceof Unwritable) error.place = place + error.place
  return error
}

const written = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value)
      throw new Unwritable(`is ${value}, which JSON has no number for`)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value) : object(value)
    default:
      throw new Unwritable(`is ${typeof value}, which JSON cannot carry`)
  }
}

const text = (value: string): string => {
  if (plain.test(value)) return `"${value}"`
  if (!loneSurrogate.test(value)) return JSON.stringify(value)
  throw new Unwritable('holds half of a surrogate pair')
}

/** Text that stands in JSON as it is. */
const plain = /^[ !#-[\]-~]*$/
const loneSurrogate = /\p{Surrogate}/u

const list = (items: readonly unknown[]): string => {
  // A loop, not map: map would skip the holes of a sparse list.
  let parts = ''
  for (let i = 0; i < items.length; i++) {
    try {
      parts += `${i === 0 ? '' : ','}${written(items[i])}`
    } catch (error) {
      throw under(`[${i}]`, error)
    }
  }
  return `[${parts}]`
}

const object = (value: object): string => {
  if (!isPlain(value)) throw new Unwritable('is no plain object')
  let parts = ''
  for (const key of Object.keys(value).sort()) {
    const member: unknown = (value as Members)[key]
    if (member === undefined) continue
    try {
      parts += `${parts === '' ? '' : ','}${text(key)}:${written(member)}`
    } catch (error) {
      throw under(`.${key}`, error)
    }
  }
  return `{${parts}}`
}

type Members = Readonly<Record<string, unknown>>

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || isForeignPlain(prototype)
}

/** A plain object of another realm, such as a test runner's. */
const isForeignPlain = (prototype: unknown): boolean =>
  typeof prototype === 'object' &&
  prototype !== null &&
  Object.getPrototypeOf(prototype) === null &&
  Object.hasOwn(prototype, 'isPrototypeOf')
