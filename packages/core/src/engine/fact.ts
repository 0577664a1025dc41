/**
 * What is known of a subject and is no count, such as a title or a latest value. The points keep a
 * fact as all else: from the day on which it holds it counts once, under a key of its own. So it is
 * asked as at any day and as known at any size, and knows the records that it rests on.
 */
import type { StreamId } from '../events/ids.js'
import { partsOf } from './measure.js'
import type { Sum } from './sum.js'
import { things, type Unit } from './unit.js'

/** A kind of fact, declared once beside the measures. */
export interface Fact<Value> {
  readonly name: string
  readonly unit: Unit
  /** The key under which it counts that this holds of a subject, for `step` and `during`. */
  readonly of: (subject: StreamId, value: Value) => FactKey
}

/** The key of a fact; a projection that says facts takes such keys beside its measures. */
export type FactKey = `${string}\u001f${string}`

/** A fact that holds. */
export interface Held<Value> {
  /** Of whom. */
  readonly subject: StreamId
  readonly value: Value
  /** That it holds, counted: what it was read from, for figures that are made of it. */
  readonly sum: Sum
}

/**
 * A kind of fact with the fields of its values, which are text, numbers or booleans; a field that
 * is undefined is left out.
 *
 * @example
 * import { streamId } from '@send-ledger/core'
 * import { fact, nameOf } from '@send-ledger/core/projection'
 *
 * const title = fact<{ text: string }>('title', ['text'])
 * assert.strictEqual(nameOf(title.of(streamId('programme-1'), { text: 'SEND' })), 'title')
 */
export const fact = <Value extends object>(
  name: string,
  fields: readonly (keyof Value & string)[],
): Fact<Value> => {
  const named = fields.map((field) => [field, `${JSON.stringify(field)}:`] as const)
  return {
    name,
    unit: things(name),
    // In the order of the fields, so that the same value has one key.
    of: (subject, value) => {
      let text = ''
      for (const [field, start] of named) {
        if (value[field] === undefined) continue
        text += `${text === '' ? '' : ','}${start}${JSON.stringify(value[field])}`
      }
      return `${name}\u001f${subject}\u001f{${text}}`
    },
  }
}

/** What was said of a subject on some day, whether or not it holds. */
export interface Said<Value> extends Omit<Held<Value>, 'sum'> {
  readonly key: string
}

/** A fact that was said, by its key. */
export const saidBy = <Value>(key: string): Said<Value> => {
  const [, subject, value] = partsOf(key) as [string, StreamId, string]
  return { key, subject, value: JSON.parse(value) }
}
