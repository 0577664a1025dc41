/**
 * Every view, asked of the Walsall example in such a way that each of its figures is there.
 */
import { createHash } from 'node:crypto'
import { complianceView } from '@send-ledger/compliance'
import { answer, civilDate, endOfDay, explain, recorder, type View } from '@send-ledger/core'
import {
  figuresIn,
  lawsOf,
  type NamedFigure,
  type OptionTaken,
  optionsTaken,
} from '@send-ledger/core/figures'
import type { MeasureLaw } from '@send-ledger/core/projection'
import type { Documented, Section } from '@send-ledger/documents'
import { walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'

/** A view with what the documentation tells of it. */
export interface ViewAsked {
  readonly name: string
  readonly identifiedBy: Readonly<Record<string, readonly string[]>>
  readonly figures: readonly NamedFigure[]
  readonly sections: readonly Section[]
  readonly laws: readonly MeasureLaw[]
  readonly options: readonly OptionTaken[]
}

const asAt = civilDate('2021-07-31')
const now = () => endOfDay(asAt)
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** The views of the ledger, in the order of the page. */
export const viewsAsked = async (): Promise<readonly ViewAsked[]> => {
  const ledger = memoryLedger({ sha256, now, origin: walsallOrigin })
  const outcomes = await recorder(ledger, { now }).record(walsallHistory())()
  if (outcomes._tag === 'Left') throw new Error(explain(outcomes.left))
  const asked = async <M extends string, Options extends object, Answer>(
    view: View<M, Options, Answer> & Documented<Answer>,
    options: Options,
  ): Promise<ViewAsked> => {
    const answered = await answer(ledger, view, { asAt, options })()
    if (answered._tag === 'Left') throw new Error(explain(answered.left))
    const { answer: made, known } = answered.right
    return {
      name: view.name,
      identifiedBy: view.identifiedBy ?? {},
      figures: figuresIn(made, view),
      sections: view.document(made, { asAt }).sections,
      laws: lawsOf(view, { ...known, asAt }),
      options: optionsTaken(view),
    }
  }
  return [
    await asked(complianceView, { cohort: 'dfe', openOn: civilDate('2021-03-31') }),
    await asked(wsoaView, wsoaView.defaults),
    await asked(workforceView, workforceView.defaults),
    await asked(capacityView, { assumption: { plansPerFtePerMonth: { 'EHC coordinator': 2 } } }),
  ]
}
