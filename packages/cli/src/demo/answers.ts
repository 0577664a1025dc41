/**
 * What the demo asks of its ledger: one replay for each view, then as many questions as wanted.
 */
import { type Compliance, complianceView } from '@send-ledger/compliance'
import {
  ask,
  type CivilDate,
  civilDate,
  defaultLaw,
  endOfDay,
  Fold,
  type Ledger,
  type LedgerFailure,
  replay,
  shown,
  type View,
} from '@send-ledger/core'
import { type Workforce, workforceView } from '@send-ledger/workforce'
import { type Wsoa, wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'

/** The date of the report, and the date on which it is asked again what was known. */
export const moments = {
  asAt: civilDate('2021-07-31'),
  knownAt: civilDate('2021-07-31'),
  knownLater: civilDate('2021-10-31'),
} as const

/** The compliance view in plain JSON. */
export type ShownCompliance = ReturnType<typeof shown<Compliance>>

/** The answers of the demo. */
export interface DemoAnswers {
  /** As at 31 July 2021, as known then. */
  readonly july: ShownCompliance
  /** The same date, as known three months later. */
  readonly julyKnownLater: ShownCompliance
  /** Plans maintained as at each date asked for, as known on 31 July 2021. */
  readonly plansMaintained: ReadonlyMap<string, number>
  /** What became, by 31 July 2021, of the cases that were open on the backlog's date. */
  readonly backlog: ShownCompliance['cohortCleared']
  readonly wsoa: Wsoa
  readonly workforce: Workforce
}

/** The dates, besides those of the report, that published figures are of. */
export interface DatesAsked {
  readonly plansMaintainedOn: readonly CivilDate[]
  readonly backlogOn: CivilDate
}

/** Asks everything that the demo shows. */
export const demoAnswers = async (
  ledger: Ledger,
  dates: DatesAsked,
): Promise<E.Either<LedgerFailure, DemoAnswers>> => {
  const size = await ledger.sizeKnownAt(endOfDay(moments.knownAt))()
  if (E.isLeft(size)) return size
  const later = await ledger.sizeKnownAt(endOfDay(moments.knownLater))()
  if (E.isLeft(later)) return later
  const compliance = await questions(ledger, complianceView)
  if (E.isLeft(compliance)) return compliance
  const wsoa = await questions(ledger, wsoaView)
  if (E.isLeft(wsoa)) return wsoa
  const workforce = await questions(ledger, workforceView)
  if (E.isLeft(workforce)) return workforce
  const then = { size: size.right, asAt: moments.asAt }
  return E.right({
    july: shown(compliance.right(then)),
    julyKnownLater: shown(compliance.right({ ...then, size: later.right })),
    plansMaintained: new Map(
      dates.plansMaintainedOn.map((asAt) => [
        asAt,
        compliance.right({ ...then, asAt }).plansMaintained.value,
      ]),
    ),
    backlog: shown(compliance.right(then, { openOn: dates.backlogOn }).cohortCleared),
    wsoa: wsoa.right(then),
    workforce: workforce.right(then),
  })
}

/** How much is known, and the date that is asked about. */
interface Then {
  readonly size: number
  readonly asAt: CivilDate
}

/** Replays a ledger for a view, once, and answers questions from what came of it. */
const questions = async <M extends string, Options extends object, Answer>(
  ledger: Ledger,
  view: View<M, Options, Answer>,
) => {
  const replayed = await replay(ledger, new Fold(view.projections, defaultLaw))()
  return E.map(
    ({ points }: Fold) =>
      (then: Then, options?: Partial<Options>) =>
        ask(view, { points, ...then }, { ...view.defaults, ...options }),
  )(replayed)
}
