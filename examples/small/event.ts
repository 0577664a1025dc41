/**
 * An event of an example: recorded at noon of its day, or of the day told.
 */
import { checkEvent, type Draft, explain, instant } from '@send-ledger/core'

/** A checked event with its recorded instant; `n` becomes its id. */
export const event = (
  n: number,
  stream: string,
  type: string,
  effectiveOn: string,
  data: object = {},
  recordedOn: string = effectiveOn,
): Draft => {
  const id = `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`
  const checked = checkEvent({ id, type, version: 1, stream, effectiveOn, data })
  if (checked._tag === 'Left') throw new Error(explain(checked.left))
  return { event: checked.right, recordedAt: instant(`${recordedOn}T12:00:00.000Z`) }
}
