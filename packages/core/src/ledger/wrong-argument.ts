/**
 * A call that was given something it cannot take: a mistake of the program that calls, named at
 * once, before it can look like an empty ledger or like damage.
 */

/** What is wrong with an argument. */
export interface WrongArgument {
  readonly _tag: 'WrongArgument'
  /** Name of the argument. */
  readonly what: string
  /** What was given, in few words. */
  readonly given: string
  /** What it must do or be, such as `be a whole number from 0`. */
  readonly must: string
}

/** An argument that is wrong. */
export const wrongArgument = (what: string, given: unknown, must: string): WrongArgument => ({
  _tag: 'WrongArgument',
  what,
  given: inFewWords(given),
  must,
})

/** What is wrong with a number that must count something. */
export const wrongCount = (what: string, given: unknown): WrongArgument | undefined =>
  Number.isSafeInteger(given) && (given as number) >= 0
    ? undefined
    : wrongArgument(what, given, 'be a whole number from 0')

/** The same, where no end is told by Infinity. */
export const wrongEnd = (what: string, given: unknown): WrongArgument | undefined =>
  given === Number.POSITIVE_INFINITY ? undefined : wrongCount(what, given)

/** A size that is more than there is. */
export const beyondEnd = (size: number, end: number): WrongArgument =>
  wrongArgument('size', size, `be at most ${end}, the number of records`)

const inFewWords = (given: unknown): string => {
  if (given instanceof Date) return 'a Date object'
  if (typeof given === 'object' && given !== null) return 'an object'
  const text = typeof given === 'string' ? JSON.stringify(given) : String(given)
  return text.length <= most ? text : `${text.slice(0, most)}...`
}

/** Most characters that are shown of what was given. */
const most = 60

/** What an instant must be. */
export const beAnInstant = 'be an instant, such as 2021-06-15T22:59:59.999Z'

/** What a date must be. */
export const beADate = 'be a date that there is, written YYYY-MM-DD'
