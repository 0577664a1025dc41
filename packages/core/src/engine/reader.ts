/**
 * The reader that views are written against: sums of signed points as at any day, as known at one
 * size of the ledger. Every figure it gives knows what it was read from.
 */
import type { StreamId } from '../events/ids.js'
import type { CivilDate } from '../time/civil-date.js'
import type { Sum } from './figure.js'

/** A measure that names more than one series, by its dimensions; made by `measure`. */
export interface Reader<M extends string> {
  /** The as-at date of the question. */
  readonly asAt: CivilDate
  /** The measure as at a day (the as-at date unless told): a stock, or a flow since ever. */
  readonly at: (measure: M, on?: CivilDate) => Sum
  /** The measure's change from the first to the last day, both included: a flow. */
  readonly between: (measure: M, first: CivilDate, last: CivilDate) => Sum
  /**
   * The dimensions of the measures under a name (and first dimensions) that are not zero as at a
   * day, sorted by code unit: `read.dimensions('inPost')` gives `[['EHC Assessment', 'coordinator', 'permanent'], ...]`.
   */
  readonly dimensions: (
    name: string,
    within?: readonly string[],
    on?: CivilDate,
  ) => readonly (readonly string[])[]
  /** The days up to the as-at date on which the measure changes, in order, with the change. */
  readonly changes: (measure: M) => readonly { readonly on: CivilDate; readonly change: number }[]
  /** The first of those days; undefined where there is none. */
  readonly first: (measure: M) => CivilDate | undefined
  /** The subjects that count in the measure as at a day, with what each counts for. */
  readonly subjects: (measure: M, on?: CivilDate) => ReadonlyMap<StreamId, number>
  /** A reader of those subjects only that count in a measure as at a day: a cohort. */
  readonly among: (measure: M, on: CivilDate) => Reader<M>
}

const separator = '\u001f'

/**
 * The key of a measure with dimensions: `measure('issued', 'all', 'dfe')`.
 *
 * Dimensions are any text without control characters, which the catalogue's codecs refuse.
 *
 * @example
 * import { measure } from '@send-ledger/core/projection'
 *
 * assert.notStrictEqual(measure('issued', 'all'), measure('issued', 'all', 'dfe'))
 */
export const measure = <Name extends string>(
  name: Name,
  ...dimensions: readonly string[]
): Measure<Name> => {
  let key = keys.get(name) ?? remember(keys, name, name)
  for (const dimension of dimensions) {
    const { next, text } = key
    key = next.get(dimension) ?? remember(next, dimension, `${text}${separator}${dimension}`)
  }
  return key.text as Measure<Name>
}

/** Keys made before, dimension by dimension: a projection names the same few for each record. */
interface Key {
  readonly text: string
  readonly next: Map<string, Key>
}

const keys = new Map<string, Key>()
/** How many keys are remembered, whatever dimensions the records bring. */
const rememberedKeys = 20_000
let remembered = 0

const remember = (among: Map<string, Key>, part: string, text: string): Key => {
  const key = { text, next: new Map<string, Key>() }
  if (remembered < rememberedKeys) {
    among.set(part, key)
    remembered++
  }
  return key
}

/** The key of a measure with dimensions. */
export type Measure<Name extends string> = Name | `${Name}\u001f${string}`

/**
 * The name of a measure, without its dimensions.
 *
 * @example
 * import { measure, nameOf } from '@send-ledger/core/projection'
 *
 * assert.strictEqual(nameOf(measure('issued', 'all', 'dfe')), 'issued')
 */
export const nameOf = (key: string): string => partsOf(key)[0] as string

/** The name and the dimensions of a key. */
export const partsOf = (key: string): readonly string[] => key.split(separator)
