/**
 * Numbers of the bridge in cells.
 */
import { inWholes } from '@send-ledger/core/projection'
import { type NotApplicable, notApplicable, type Raw, raw } from '@send-ledger/documents'
import type { ChangedFigure } from './changes.js'

/** A number of a figure, in whole ones; `[z]` where there is none. */
export const changeCell = (
  { unit }: Pick<ChangedFigure, 'unit'>,
  value: number | undefined,
): Raw | NotApplicable =>
  value === undefined ? notApplicable : (raw(inWholes(value, unit)) as Raw)

/** What causes change together. */
export const changeOf = (causes: ChangedFigure['causes']): number =>
  causes.reduce((sum, { change }) => sum + change, 0)
