/**
 * The event catalogue, version 1: every event type with its codec.
 */
import type * as t from 'io-ts'
import * as action from './action.js'
import * as caseEvents from './case.js'
import type { Category } from './category.js'
import * as correction from './correction.js'
import type { EventCodec } from './event.js'
import * as ledger from './ledger.js'
import * as measure from './measure.js'
import * as oversight from './oversight.js'
import * as post from './post.js'
import * as programme from './programme.js'
import * as risk from './risk.js'
import * as worker from './worker.js'

/** Every event type of the catalogue, by name: the codec of its data, its category and version. */
export const catalogue = {
  ...caseEvents,
  ...programme,
  ...action,
  ...measure,
  ...oversight,
  ...risk,
  ...post,
  ...worker,
  ...correction,
  ...ledger,
} as const

type Catalogue = typeof catalogue

/** The name of an event type. */
export type EventType = keyof Catalogue

/** The data of an event type. */
export type EventData<T extends EventType> = t.TypeOf<Catalogue[T]>

/** The event types of a category, corrections left out: the engine resolves those. */
export type EventTypeOf<C extends Category> = {
  [K in EventType]: Catalogue[K]['category'] extends C ? K : never
}[EventType]

/** The codec of some event type, ours or a council's own. */
export type AnyEventCodec = EventCodec<string, Category | 'every', unknown>

const codecs: ReadonlyMap<string, AnyEventCodec> = new Map(
  Object.entries(catalogue as unknown as Readonly<Record<string, AnyEventCodec>>),
)

/** The codec of what may be an event type; undefined where it is none. */
export const codecNamed = (type: string): AnyEventCodec | undefined => codecs.get(type)
