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
 * import { canonicalJson } from '@send-ledger/core'
 *
 * assert.strictEqual(canonicalJson({ b: 1e21, a: ['\u20ac', null] }), '{"a":["€",null],"b":1e+21}')
 */
export const canonicalJson = (value: unknown): string => written(value, '$')

const written = (value: unknown, at: string): string => {
  switch (typeof value) {
    case 'string':
      return text(value, at)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value)
      throw new TypeError(`${at} is ${value}, which JSON has no number for`)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value, at) : object(value, at)
    default:
      throw new TypeError(`${at} is ${typeof value}, which JSON cannot carry`)
  }
}

const text = (value: string, at: string): string => {
  if (!loneSurrogate.test(value)) return JSON.stringify(value)
  throw new TypeError(`${at} holds half of a surrogate pair`)
}

const loneSurrogate = /\p{Surrogate}/u

const list = (items: readonly unknown[], at: string): string => {
  // A loop, not map: map would skip the holes of a sparse list.
  const parts: string[] = []
  for (let i = 0; i < items.length; i++) parts.push(written(items[i], `${at}[${i}]`))
  return `[${parts.join(',')}]`
}

const object = (value: object, at: string): string => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null && !isForeignPlain(prototype)) {
    throw new TypeError(`${at} is no plain object`)
  }
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member: unknown = (value as Record<string, unknown>)[key]
    if (member === undefined) continue
    parts.push(`${text(key, at)}:${written(member, `${at}.${key}`)}`)
  }
  return `{${parts.join(',')}}`
}

/** A plain object of another realm, such as a test runner's. */
const isForeignPlain = (prototype: unknown): boolean =>
  typeof prototype === 'object' &&
  prototype !== null &&
  Object.getPrototypeOf(prototype) === null &&
  Object.hasOwn(prototype, 'isPrototypeOf')
