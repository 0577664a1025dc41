/**
 * Whether what is kept as a record has the fields that every reader relies on: whoever writes to
 * the file can change them, and a reader must not fall over that.
 */
import { StreamId } from '@send-ledger/core'
import { isLocalName } from '@send-ledger/core/own-events'
import { catalogue } from '@send-ledger/core/records'

/** The types of the catalogue; a set is asked faster than an object. */
const types: ReadonlySet<string> = new Set(Object.keys(catalogue))

/** The fields, whatever is in them. */
type Fields = Readonly<Record<string, unknown>>

/**
 * Whether the fields are there, each of its kind, the type is one of the catalogue or of a
 * council's own, and the stream has its form. What only a decoder can tell is not looked at: a million records a second are read.
 *
 * Errors: none.
 */
export const isWhole = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Fields
  const { id, version, stream, revision, data } = fields
  return (
    typeof id === 'string' &&
    isFrom(1, version) &&
    StreamId.is(stream) &&
    isFrom(0, revision) &&
    typeof data === 'object' &&
    data !== null &&
    isDatedAndTyped(fields)
  )
}

const isFrom = (least: number, value: unknown): boolean =>
  typeof value === 'number' && value >= least && Number.isSafeInteger(value)

/** Dates and instants have one length each. */
const isDatedAndTyped = ({ type, effectiveOn, recordedAt }: Fields): boolean =>
  typeof type === 'string' &&
  (types.has(type) || isLocalName(type)) &&
  typeof effectiveOn === 'string' &&
  effectiveOn.length === 10 &&
  typeof recordedAt === 'string' &&
  recordedAt.length === 24
