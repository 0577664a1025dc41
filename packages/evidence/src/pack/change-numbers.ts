/**
 * Numbers of the bridge in cells.
 */
import { quotient } from '@send-ledger/core/projection'
import { type NotApplicable, notApplicable, type Raw, raw } from '@send-ledger/documents'
import type { ChangedFigure } from './changes.js'

/** A number of a figure; hundredths as a decimal in shortest form; `[z]` where there is none. */
export const changeCell = (
  { isHundredths }: Pick<ChangedFigure, 'isHundredths'>,
  value: number | undefined,
): Raw | NotApplicable => {
  if (value === undefined) return notApplicable
  const number = isHundredths
    ? (quotient(value, 100, 2) as string).replace(/\.?0+$/, '')
    : String(value)
  return raw(number) as Raw
}

/** What causes change together. */
export const changeOf = (causes: ChangedFigure['causes']): number =>
  causes.reduce((sum, { change }) => sum + change, 0)
