/**
 * A small ledger with a programme, a visit, a report and cases, and packs of it for the public.
 */
import type { Draft } from '@send-ledger/core'
import { defaultPolicy } from '@send-ledger/disclosure'
import type { Pack, PackOrder } from '@send-ledger/evidence'
import { draft, twoCases } from '../verify/ledger/rogue.js'
import { later, packOf } from '../verify/pack/packs.js'

/** A report that told so many plans, or so many families. */
export const report = (measure: string, numerator: number): Draft =>
  draft(40, 'oversight-9', 'ReportPresented', '2021-07-06', {
    title: 'A report',
    to: 'scrutiny',
    asAt: '2021-06-30',
    figures: [{ measure, numerator }],
  })

const programme: readonly Draft[] = [
  draft(30, 'programme-1', 'ProgrammeEstablished', '2020-12-01', {
    title: 'A programme',
    framework: 'writtenStatementOfAction',
  }),
  draft(31, 'oversight-1', 'MonitoringVisitHeld', '2020-12-02', { by: ['Department'] }),
  draft(32, 'oversight-1', 'FeedbackGiven', '2020-12-02', { feedbackId: 'f', text: 'Do it' }),
]

/** A programme and two cases; and, later, a third case and what else is told. */
export const early = (): readonly Draft[] => [...programme, ...twoCases()]
export const late = (...more: readonly Draft[]): readonly Draft[] => [
  ...programme,
  ...later(),
  ...more,
]

/** A pack for the public of these records. */
export const publicPack = (
  drafts: readonly Draft[],
  order: Partial<PackOrder> = {},
): Promise<Pack> => packOf(drafts, { public: { policy: defaultPolicy }, ...order })
