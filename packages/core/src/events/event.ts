/**
 * An event type: its codec, its TypeScript type and its name are one.
 */
import type * as t from 'io-ts'
import type { Category } from './category.js'
import { label } from './fields.js'
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
  /** Whether it may be announced ahead, and so be dated after the day on which it is recorded. */
  readonly mayBeAhead: MayBeAhead
  /** The field that people call it by. */
  readonly label: string | undefined
}

/** Whether what data say may be announced ahead. */
export type MayBeAhead = (data: Readonly<Record<string, unknown>>) => boolean

/** What an event type may need besides its fields. */
export interface EventOptions<Data> {
  readonly condition?: Condition<Data>
  readonly upcasts?: readonly Upcast[]
}

/** Of events that may be announced ahead, whatever they say. */
export const ahead: MayBeAhead = () => true

/** Defines event types of one category; they are not announced ahead unless that is said. */
export const eventOf =
  <C extends Category | 'every'>(category: C, mayBeAhead: MayBeAhead = () => false) =>
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
    const called = Object.keys(fields).find((field) => fields[field] === label)
    return Object.assign(codec, { name, category, version, upcasts, mayBeAhead, label: called })
  }
