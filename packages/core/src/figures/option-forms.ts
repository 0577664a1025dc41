/**
 * The forms in which the value of an option is given: how each is written as text, on the command
 * line or in a field of a page, and what a text must be.
 */
import * as E from 'fp-ts/lib/Either.js'
import { dateBounds, isWithinBounds } from '../time/bounds.js'
import { CivilDate } from '../time/civil-date.js'

/** One of a few values, each with what it means in words. */
export interface Choice<Value extends string = string> {
  readonly kind: 'choice'
  readonly values: Readonly<Record<Value, string>>
}

/** A number between bounds, both included, with so many decimals at most. */
export interface NumberForm {
  readonly kind: 'number'
  readonly least: number
  readonly most: number
  /** How many decimals it may have; a whole number unless told. */
  readonly decimals?: number
}

/** A civil date, from 1990-01-01 to 2100-01-01. */
export interface DateForm {
  readonly kind: 'date'
}

/** A month, `YYYY-MM`, within the same bounds. */
export interface MonthForm {
  readonly kind: 'month'
}

/** Text of at least one character. */
export interface TextForm {
  readonly kind: 'text'
  /** How many characters it may have; 100 unless told. */
  readonly longest?: number
}

/** Yes or no. */
export interface YesNo {
  readonly kind: 'yesNo'
}

/** Several values, each given by itself. */
export interface ListForm<Each extends OneForm = OneForm> {
  readonly kind: 'list'
  readonly each: Each
}

/** A number for each of several names, each given by itself as `name=number`. */
export interface NumberByName {
  readonly kind: 'numberByName'
  /** What is named, such as `a role`. */
  readonly of: string
  /** How one is given, such as `EHC coordinator=4`. */
  readonly example: string
  readonly number: NumberForm
}

/** A form of a single value. */
export type OneForm = Choice | NumberForm | DateForm | MonthForm | TextForm | YesNo

/** A form of values. */
export type Form = OneForm | ListForm | NumberByName

/** A text that is no value of its form. */
export interface Unfit {
  readonly text: string
  /** What it must be, to be said after "must". */
  readonly must: string
}

/** Whether a form is given by several texts. */
export const takesSeveral = ({ kind }: Form): boolean => kind === 'list' || kind === 'numberByName'

/** The value that texts give. */
export const valueGiven = (form: Form, texts: readonly string[]): E.Either<Unfit, unknown> => {
  if (form.kind === 'list') return E.traverseArray((text: string) => oneOf(form.each, text))(texts)
  if (form.kind === 'numberByName') {
    const named = E.traverseArray((text: string) => numberNamed(form, text))(texts)
    return E.map((each: readonly (readonly [string, unknown])[]) => Object.fromEntries(each))(named)
  }
  const [text = '', ...more] = texts
  return more.length > 0
    ? E.left({ text: texts.join(', '), must: 'be given once' })
    : oneOf(form, text)
}

/** The texts that give a value. What is no value of the form gives texts that give another one. */
export const textsOf = (form: Form, value: unknown): readonly string[] => {
  if (takesSeveral(form) && typeof value === 'object' && value !== null) {
    return Array.isArray(value)
      ? value.map((each) => oneText(each))
      : Object.entries(value).map(([name, number]) => `${name}=${oneText(number)}`)
  }
  return [oneText(value)]
}

const oneText = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

const oneOf = (form: OneForm, text: string): E.Either<Unfit, unknown> => {
  const value = valueIn(form, text)
  return value === undefined ? E.left({ text, must: mustOf(form, text) }) : E.right(value)
}

const numberNamed = (
  { of, example, number }: NumberByName,
  text: string,
): E.Either<Unfit, readonly [string, unknown]> => {
  const at = text.lastIndexOf('=')
  const value = at < 1 ? undefined : valueIn(number, text.slice(at + 1))
  return value === undefined
    ? E.left({ text, must: `be ${of} and a number, such as "${example}"` })
    : E.right([text.slice(0, at), value])
}

const valueIn = (form: OneForm, text: string): unknown => {
  switch (form.kind) {
    case 'choice':
      return Object.hasOwn(form.values, text) ? text : undefined
    case 'number':
      return numberIn(form, text)
    case 'date':
      return CivilDate.is(text) && isWithinBounds(text) ? text : undefined
    case 'month':
      return valueIn({ kind: 'date' }, `${text}-01`) === undefined ? undefined : text
    case 'text':
      return text !== '' && [...text].length <= (form.longest ?? usualLength) ? text : undefined
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : undefined
  }
}

const numberIn = ({ least, most, decimals = 0 }: NumberForm, text: string): number | undefined => {
  const [, whole = '', places = ''] = /^-?(\d{1,15})(?:\.(\d+))?$/.exec(text) ?? []
  const value = Number(text)
  const isOne = whole !== '' && places.length <= decimals && value >= least && value <= most
  return isOne ? value : undefined
}

/** Unit: characters. */
const usualLength = 100

const mustOf = (form: OneForm, text: string): string => {
  const { earliest, latest } = dateBounds
  switch (form.kind) {
    case 'choice':
      return `be ${listed(Object.keys(form.values))}`
    case 'number':
      return `be a ${form.decimals ? '' : 'whole '}number from ${form.least} to ${form.most}${
        form.decimals ? `, with ${form.decimals} decimals at most` : ''
      }`
    case 'date':
      return CivilDate.is(text)
        ? `lie from ${earliest} to ${latest}`
        : 'be a date that exists, written YYYY-MM-DD'
    case 'month':
      return CivilDate.is(`${text}-01`)
        ? `lie from ${earliest.slice(0, 7)} to ${latest.slice(0, 7)}`
        : 'be a month, written YYYY-MM'
    case 'text':
      return `be a text of 1 to ${form.longest ?? usualLength} characters`
    case 'yesNo':
      return 'be yes or no'
  }
}

/** Such as `a, b or c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
