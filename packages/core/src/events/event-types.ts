/**
 * The event types that a ledger is read and written with, as a value: ours, and those of a
 * council's own beside them.
 */
import { type AnyEventCodec, catalogue, codecNamed } from './catalogue.js'
import type { Category } from './category.js'
import { isLocalName } from './local-name.js'
import type { AnyLocalType } from './local-type.js'
import type { PathRule } from './path-rule.js'

/** The event types that are known. */
export interface EventTypes {
  /** The codec of a type; undefined where it is not known. */
  readonly codecNamed: (type: string) => AnyEventCodec | undefined
  /** The names of all types. */
  readonly names: readonly string[]
  /** The types of the council's own. */
  readonly local: readonly AnyLocalType[]
  /** The rules of the council's own for the subjects of a category. */
  readonly localRules: (category: Category) => readonly PathRule[]
}

const none: readonly never[] = []

/** Our event types alone. */
export const ourTypes: EventTypes = {
  codecNamed,
  names: Object.keys(catalogue),
  local: none,
  localRules: () => none,
}

/**
 * Our event types with some of one's own.
 *
 * Errors: throws a RangeError where two are called alike.
 *
 * @example
 * import { eventTypes, localType } from '@send-ledger/core/own-events'
 *
 * const dateMeans = 'the day on which the panel met'
 * const panelHeld = localType({
 *   name: 'walsall.PanelHeld', category: 'case', dateMeans, fields: {},
 * })
 * assert.ok(eventTypes(panelHeld).names.includes('walsall.PanelHeld'))
 */
export const eventTypes = (...local: readonly AnyLocalType[]): EventTypes => {
  const byName = new Map<string, AnyLocalType>()
  const rules = new Map<Category, PathRule[]>()
  for (const type of local) {
    if (byName.has(type.name)) throw new RangeError(`two event types are called ${type.name}`)
    byName.set(type.name, type)
    rules.set(type.category, [...(rules.get(type.category) ?? []), ...type.rules])
  }
  return {
    codecNamed: (type) => codecNamed(type) ?? byName.get(type),
    names: [...ourTypes.names, ...byName.keys()],
    local,
    localRules: (category) => rules.get(category) ?? none,
  }
}

/**
 * Whether a record is of a type of a council's own that is not known here. It is carried: kept,
 * proved and handed on as it is, and neither checked by rules of its own nor counted.
 */
export const isCarried = ({ type }: { readonly type: string }, types: EventTypes): boolean =>
  types.codecNamed(type) === undefined && isLocalName(type)
