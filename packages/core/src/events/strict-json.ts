/**
 * JSON from outside, read without loss: what `JSON.parse` would silently change is refused.
 */
import * as E from 'fp-ts/lib/Either.js'

/** Why a text is not taken as JSON. */
export interface JsonFlaw {
  readonly _tag: 'NotJson' | 'NameTwice' | 'NumberTooLong'
  /** The name that stands twice, or the number as it is written. */
  readonly what?: string
}

/**
 * The value of a JSON text. A name that stands twice in one object is refused, for only the last
 * would be kept; and a number with more digits than can be kept exactly.
 *
 * Errors: a `JsonFlaw`.
 * Source: RFC 8259 section 4 ("names within an object SHOULD be unique"); RFC 7493 section 2.2.
 *
 * @example
 * import { strictJson } from '@send-ledger/core/records'
 *
 * assert.deepStrictEqual(strictJson('{"a":1}'), { _tag: 'Right', right: { a: 1 } })
 * assert.deepStrictEqual(strictJson('{"a":1,"\\u0061":2}'), {
 *   _tag: 'Left',
 *   left: { _tag: 'NameTwice', what: 'a' },
 * })
 */
export const strictJson = (text: string): E.Either<JsonFlaw, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return E.left({ _tag: 'NotJson' })
  }
  const flaw = lossIn(text)
  return flaw ? E.left(flaw) : E.right(value)
}

/**
 * The sentence for a text that is not taken, without its beginning: what is wrong, and what to do.
 *
 * @example
 * import { explainJson } from '@send-ledger/core/records'
 *
 * assert.match(explainJson({ _tag: 'NameTwice', what: 'kind' }), /"kind" stands twice/)
 */
export const explainJson = ({ _tag, what = '' }: JsonFlaw): string => {
  const shown = JSON.stringify(what.slice(0, 40))
  switch (_tag) {
    case 'NotJson':
      return 'is no JSON. Give one whole JSON object.'
    case 'NameTwice':
      return `has an object in which ${shown} stands twice. Give it once.`
    case 'NumberTooLong':
      return `has the number ${what.slice(0, 40)}, which cannot be kept exactly. Give it as text.`
  }
}

const quote = 0x22
const backslash = 0x5c
const colon = 0x3a
const [openBrace, closeBrace] = [0x7b, 0x7d]
const [openBracket, closeBracket] = [0x5b, 0x5d]
const minus = 0x2d
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isOfNumber = /[-+.0-9eE]*/y

/** What would be lost of a text that is JSON: it is walked once, strings skipped. */
const lossIn = (text: string): JsonFlaw | undefined => {
  const objects: (Set<string> | undefined)[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === openBrace) objects.push(new Set())
    else if (code === openBracket) objects.push(undefined)
    else if (code === closeBrace || code === closeBracket) objects.pop()
    else if (code === quote) {
      const end = endOfString(text, i)
      if (isName(text, end + 1)) {
        const name = nameOf(text.slice(i, end + 1))
        const names = objects.at(-1)
        if (names?.has(name)) return { _tag: 'NameTwice', what: name }
        names?.add(name)
      }
      i = end
    } else if (code === minus || isDigit(code)) {
      isOfNumber.lastIndex = i
      const number = (isOfNumber.exec(text) as RegExpExecArray)[0]
      if (!isExact(number)) return { _tag: 'NumberTooLong', what: number }
      i += number.length - 1
    }
  }
  return undefined
}

const endOfString = (text: string, start: number): number => {
  for (let i = start + 1; ; i++) {
    i = text.indexOf('"', i)
    let slashes = 0
    while (text.charCodeAt(i - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return i
  }
}

/** Whether a string that ends before a place is the name of a member. */
const isName = (text: string, from: number): boolean => {
  let i = from
  while (/\s/.test(text.charAt(i))) i++
  return text.charCodeAt(i) === colon
}

const nameOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)

/** Digits that a number keeps for certain. */
const exactDigits = 15

/** Whether a number is kept as it is written, but for how it is written. */
const isExact = (number: string): boolean => {
  if (number.length <= exactDigits && !/e/i.test(number)) return true
  if (!Number.isFinite(Number(number))) return false
  return decimal(number) === decimal(String(Number(number)))
}

/** One text for all ways of writing a number: its sign, digits without end zeros, exponent. */
const decimal = (number: string): string => {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(number) ?? []
  const digits = `${whole}${part}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const exponent = Number(power) - part.length + digits.length - significant.length
  return `${sign}${significant}e${exponent}`
}
