/**
 * The keys of measures: a name, and dimensions where it names more than one series.
 */

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
export const nameOf = (key: string): string => {
  const end = key.indexOf(separator)
  return end < 0 ? key : key.slice(0, end)
}

/** The name and the dimensions of a key. */
export const partsOf = (key: string): readonly string[] => key.split(separator)
