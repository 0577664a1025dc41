/**
 * An event type: its codec, its TypeScript type and its name are one.
 */
import type * as t from 'io-ts'
import type { Category } from './category.js'
import { type Condition, type Fields, fieldset, type ObjectOf } from './fieldset.js'

/** Makes data of the next schema version from data of one version. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Codec of an event's data, with what the catalogue knows of the type. */
export interface EventCodec<Name extends string, C extends Category | 'every', Data>
  extends t.Type<Data, unknown, unknown> {
  readonly name: Name
  /** The fields of its data, each with its codec. */
  readonly fields: Fields
  /** The category whose streams hold it; `every` for corrections. */
  readonly category: C
  /** The schema version that is written today. */
  readonly version: number
  /** `upcasts[v - 1]` leads from version `v` to `v + 1`. */
  readonly upcasts: readonly Upcast[]
}

/** What an event type may need besides its fields. */
export interface EventOptions<Data> {
  readonly condition?: Condition<Data>
  readonly upcasts?: readonly Upcast[]
}

/** Defines the event types of one category. */
export const eventOf =
  <C extends Category | 'every'>(category: C) =>
  <Name extends string, F extends Fields>(
    name: Name,
    version: number,
    fields: F,
    { condition, upcasts = [] }: EventOptions<ObjectOf<F>> = {},
  ): EventCodec<Name, C, ObjectOf<F>> => {
    if (upcasts.length !== version - 1) {
      throw new Error(`${name}: version ${version} needs ${version - 1} upcasts`)
    }
    const codec = fieldset(name, fields, condition)
    return Object.assign(codec, { name, category, version, upcasts })
  }
