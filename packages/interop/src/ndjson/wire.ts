/**
 * A record on the wire: a CloudEvent 1.0 in JSON, on one line.
 *
 * Others rely on these names and their order: additions are free, changes are not.
 */
import type { LedgerRecord } from '@send-ledger/core'
import { canonicalJson } from '@send-ledger/core/records'

/** What stands before the event type in the attribute `type`. */
const typePrefix = 'uk.send-ledger.'

/** The attributes a line may have; `data` is the event's own. Source: CloudEvents 1.0.2. */
export const attributes = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'effectivedate',
  'recordedtime',
  'datacontenttype',
  'data',
  'actor',
  'position',
  'revision',
] as const

/** The name of an attribute. */
export type Attribute = (typeof attributes)[number]

/** The version of CloudEvents that is written and read. */
export const specversion = '1.0'

/** The media type of `data`. */
export const datacontenttype = 'application/json'

/**
 * The line of a record, without a line feed: the same text for the same record, from any store.
 *
 * Errors: none.
 *
 * @param source what the ledger calls itself.
 */
export const wireLine = (record: LedgerRecord, source: string): string => {
  const head = JSON.stringify({
    specversion,
    id: record.id,
    source,
    type: `${typePrefix}${record.type}.v${record.version}`,
    subject: record.stream,
    effectivedate: record.effectiveOn,
    recordedtime: record.recordedAt,
    datacontenttype,
  })
  const tail = JSON.stringify({
    actor: record.actor,
    position: record.position,
    revision: record.revision,
  })
  return `${head.slice(0, -1)},"data":${canonicalJson(record.data)},${tail.slice(1)}`
}

/**
 * The event type and schema version named by the attribute `type`, where it has the right form. A
 * type of a council's own has its namespace and a dot: `uk.send-ledger.walsall.PanelHeld.v1`.
 */
export const typeNamed = (
  text: string,
): { readonly type: string; readonly version: number } | undefined => {
  const match =
    /^uk\.send-ledger\.([A-Za-z0-9]{1,100}|[a-z0-9-]+\.[A-Za-z0-9]+)\.v([1-9]\d{0,5})$/.exec(text)
  return match ? { type: match[1] as string, version: Number(match[2]) } : undefined
}
