/**
 * Objects with a closed set of fields: one that is missing is refused, and so is one that is not
 * known, for a typo must not be swallowed.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { perhapsMeant } from './meant.js'

/** A field that may be left out. */
export interface Optional<A> {
  readonly optional: t.Type<A, unknown, unknown>
}

/** Marks a field that may be left out. */
export const optional = <A>(codec: t.Type<A, unknown, unknown>): Optional<A> => ({
  optional: codec,
})

// biome-ignore lint/suspicious/noExplicitAny: fields of any kind
type AnyField = t.Type<any, unknown, unknown> | Optional<any>

/** The fields of an object, by name. */
export type Fields = Readonly<Record<string, AnyField>>

type OptionalNames<F extends Fields> = {
  // biome-ignore lint/suspicious/noExplicitAny: fields of any kind
  [K in keyof F]: F[K] extends Optional<any> ? K : never
}[keyof F]

type TypeOfField<F> =
  F extends Optional<infer A> ? A : F extends t.Type<infer A, unknown, unknown> ? A : never

/** The object that a set of fields describes. */
export type ObjectOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalNames<F>>]: TypeOfField<F[K]>
} & {
  readonly [K in OptionalNames<F>]?: TypeOfField<F[K]>
}

/** A condition on the whole object: what is wrong with it, where something is. */
export type Condition<A> = (object: A) => string | undefined

/** Codec of objects, with the fields that it was made of. */
export interface Fieldset<F extends Fields> extends t.Type<ObjectOf<F>, unknown, unknown> {
  readonly fields: F
}

/** Codec of objects with just these fields. */
export const fieldset = <F extends Fields>(
  name: string,
  fields: F,
  condition: Condition<ObjectOf<F>> = () => undefined,
): Fieldset<F> => {
  const known = new Map(Object.entries(fields))
  const isGood = compiled(known)
  const held = (object: ObjectOf<F>, context: t.Context): t.Validation<ObjectOf<F>> => {
    const problem = condition(object)
    return problem === undefined ? t.success(object) : t.failure(object, context, problem)
  }
  const validate: t.Validate<unknown, ObjectOf<F>> = (u, context) => {
    // Most objects are good as they are: only what is not is gone through for what is wrong.
    if (isGood(u)) return held(u as ObjectOf<F>, context)
    if (!isObject(u)) return t.failure(u, context, 'must be an object')
    const errors: t.Errors = unknownFields(u, known, context)
    const object: Record<string, unknown> = {}
    for (const [key, field] of known) {
      const checked = validateField(u, key, field, context)
      if (E.isLeft(checked)) errors.push(...checked.left)
      else if (checked.right !== undefined) object[key] = checked.right
    }
    return errors.length > 0 ? t.failures(errors) : held(object as ObjectOf<F>, context)
  }
  const is = (u: unknown): u is ObjectOf<F> =>
    isGood(u) && condition(u as ObjectOf<F>) === undefined
  return Object.assign(new t.Type(name, is, validate, t.identity), { fields })
}

type Members = Readonly<Record<string, unknown>>

const isObject = (u: unknown): u is Members =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** Whether an object has the fields, each as it is kept, and no other: made once for a fieldset. */
const compiled = (known: ReadonlyMap<string, AnyField>): ((u: unknown) => u is Members) => {
  const isField = new Map<string, (u: unknown) => boolean>()
  for (const [key, field] of known) isField.set(key, codecOf(field).is)
  const required = [...known].flatMap(([key, field]) => ('optional' in field ? [] : [key]))
  return (u): u is Members => {
    if (!isObject(u)) return false
    for (const key of Object.keys(u)) if (isField.get(key)?.(u[key]) !== true) return false
    for (const key of required) if (!Object.hasOwn(u, key)) return false
    return true
  }
}

const codecOf = (field: AnyField): t.Type<unknown, unknown, unknown> =>
  'optional' in field ? field.optional : field

const unknownFields = (
  u: object,
  known: ReadonlyMap<string, AnyField>,
  context: t.Context,
): t.Errors =>
  Object.keys(u)
    .filter((key) => !known.has(key))
    .map((key) => ({
      // The fault is the name: what stands under it says nothing.
      value: undefined,
      context: t.appendContext(context, key, t.undefined),
      message: `is no field here (fields: ${[...known.keys()].join(', ') || 'none'})${perhapsMeant(key, known.keys())}`,
    }))

const validateField = (
  u: Members,
  key: string,
  field: AnyField,
  context: t.Context,
): E.Either<t.Errors, unknown> => {
  const codec = codecOf(field)
  const value = Object.hasOwn(u, key) ? u[key] : undefined
  const inner = t.appendContext(context, key, codec, value)
  if (value !== undefined) return codec.validate(value, inner)
  return 'optional' in field ? t.success(undefined) : t.failure(value, inner, 'is missing')
}
