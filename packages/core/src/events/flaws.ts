/**
 * What is wrong with an event, and where, from the errors of its codec.
 */
import type * as t from 'io-ts'
import { perhapsMeant } from './meant.js'
import type { Flaw } from './refused.js'

/** Each error as a flaw with the path of its field. */
export const flawsOf = (errors: t.Errors, under: readonly string[] = []): readonly Flaw[] =>
  errors.map(({ context, message, value }) => ({
    at:
      [...under, ...context.map(({ key }) => key).filter((key) => key !== '')].join('.') || 'event',
    problem: `${message ?? 'is not as it must be'}${told(value)}${perhapsMeant(value, codesOf(context))}`,
  }))

/** The codes that the field may have, where it has a list of them. */
const codesOf = (context: t.Context): readonly string[] => {
  const type = context.at(-1)?.type
  return type && 'codes' in type ? (type.codes as readonly string[]) : []
}

/** What was given, shortened, where it is worth telling. */
const told = (value: unknown): string => {
  if (typeof value === 'number' || typeof value === 'boolean') return `, not ${value}`
  if (value instanceof Date) return ', not a Date object'
  if (typeof value !== 'string') return ''
  return `, not ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value)}`
}
