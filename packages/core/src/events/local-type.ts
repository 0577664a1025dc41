/**
 * An event type of a council's own: declared as ours are, under a name with the council's own
 * namespace, so that it is never taken for one of ours, nor for one of another council.
 */
import { type Category, categories } from './category.js'
import { upcastBy } from './check-event.js'
import { ahead, type EventCodec, type EventOptions, eventOf } from './event.js'
import type { Fields, ObjectOf } from './fieldset.js'
import { isLocalName, type LocalName } from './local-name.js'
import type { PathRule } from './path-rule.js'
import type { LedgerRecord } from './record.js'

/** An event type of a council's own, with the data of such an event. */
export interface LocalType<Name extends LocalName, Data> extends EventCodec<Name, Category, Data> {
  /** What the date of such an event says, such as: the day on which the panel met. */
  readonly dateMeans: string
  /** What a subject's path must be, beside the rules of its category. */
  readonly rules: readonly PathRule[]
  /** A record of this type, its data brought up to the present version; undefined of another. */
  readonly of: (record: LedgerRecord) => LocalRecord<Name, Data> | undefined
}

/** Any event type of a council's own. */
// biome-ignore lint/suspicious/noExplicitAny: data of any kind
export type AnyLocalType = LocalType<LocalName, any>

/** A record of an event type of a council's own. */
export interface LocalRecord<Name extends LocalName, Data>
  extends Omit<LedgerRecord, 'type' | 'data'> {
  readonly type: Name
  readonly data: Data
}

/** How an event type of one's own is declared. */
export interface LocalDeclaration<Name extends LocalName, F extends Fields>
  extends EventOptions<ObjectOf<F>> {
  /** A namespace, a dot and the type, such as `walsall.PanelHeld`. */
  readonly name: Name
  /** The kind of subject that it is about. */
  readonly category: Category
  readonly fields: F
  /** What its date says, in words that follow "is": such as `the day on which the panel met`. */
  readonly dateMeans: string
  /** The schema version that is written today; 1 unless told. */
  readonly version?: number
  /** Whether it may be announced ahead, and so be dated after the day on which it is recorded. */
  readonly announcedAhead?: boolean
  /** Rules of its own for the path of its subject; none unless told. */
  readonly rules?: readonly PathRule[]
}

/**
 * An event type of one's own.
 *
 * Errors: throws a RangeError where the name has no namespace, there is no such category, or the
 * upcasts do not lead to the version.
 *
 * @example
 * import { code, localType } from '@send-ledger/core/own-events'
 *
 * const panelHeld = localType({
 *   name: 'walsall.PanelHeld',
 *   category: 'case',
 *   dateMeans: 'the day on which the panel met',
 *   fields: { outcome: code('agreed', 'deferred') },
 * })
 * assert.strictEqual(panelHeld.is({ outcome: 'agreed' }), true)
 */
export const localType = <const Name extends LocalName, const F extends Fields>({
  name,
  category,
  fields,
  dateMeans,
  version = 1,
  announcedAhead = false,
  rules = [],
  ...options
}: LocalDeclaration<Name, F>): LocalType<Name, ObjectOf<F>> => {
  if (!isLocalName(name)) {
    throw new RangeError(
      `${name} is no name of an event type of your own: write a namespace in small letters, a dot and a name, such as walsall.PanelHeld`,
    )
  }
  if (!categories.includes(category) || category === 'ledger') {
    const others = categories.filter((each) => each !== 'ledger').join(', ')
    throw new RangeError(`${name}: its category must be one of ${others}, not ${category}`)
  }
  const { upcasts = [] } = options
  if (upcasts.length !== version - 1) {
    throw new RangeError(`${name}: version ${version} needs ${version - 1} upcasts`)
  }
  const of = (record: LedgerRecord) =>
    (record.type as string) === name
      ? (upcastBy({ version, upcasts }, record) as unknown as LocalRecord<Name, ObjectOf<F>>)
      : undefined
  const mayBeAhead = announcedAhead ? ahead : undefined
  return Object.assign(eventOf(category, mayBeAhead)(name, version, fields, options), {
    dateMeans,
    rules,
    of,
  })
}
