/**
 * Compliance by brute force: each case looked at on its own, for each figure anew.
 */
import {
  dayNumber,
  endOf,
  type Kept,
  knownBy,
  monthsOf,
  plusDays,
  plusMonths,
  streamsOf,
  tenths,
} from './known.js'

export interface Asked {
  readonly size: number
  readonly asAt: string
  readonly counting: 'exclusive' | 'inclusive'
  readonly cohort: 'dfe' | 'all'
}

const ends = [
  'RequestWithdrawn',
  'AssessmentRefused',
  'PlanRefused',
  'PlanIssued',
  'CaseTransferredOut',
]

const overturns = (path: readonly Kept[], at: number, refusedAt: number): boolean => {
  const { type, data } = path[at] as Kept
  if (type === 'AppealConcluded') {
    const lodged = path
      .slice(0, at)
      .find((each) => each.type === 'AppealLodged' && each.data.appealId === data.appealId)
    const outcome = data.outcome === 'conceded' ? lodged?.data.about : data.outcome
    return outcome === 'assess' || outcome === 'issue'
  }
  const agreement =
    path[refusedAt]?.type === 'AssessmentRefused'
      ? ['AssessmentAgreed']
      : ['DraftPlanIssued', 'PlanIssued']
  return (
    agreement.includes(type) &&
    path.slice(refusedAt + 1, at).some((each) => each.type === 'MediationRequested')
  )
}

/** Whether a case is open after these records of it, and whether it was so from the first. */
const stateOf = (path: readonly Kept[]): { open: boolean; again: boolean } => {
  let [open, again, endedAt] = [false, false, -1]
  path.forEach(({ type }, at) => {
    if (type === 'RequestReceived') open = true
    else if (!open && endedAt >= 0 && /Refused$/.test(path[endedAt]?.type ?? '')) {
      if (overturns(path, at, endedAt)) {
        open = true
        again = true
      }
    }
    if (open && ends.includes(type)) {
      open = false
      endedAt = at
    }
  })
  return { open, again }
}

export const complianceBy = (records: readonly Kept[], asked: Asked): unknown => {
  const { size, asAt, cohort } = asked
  const within = (days: number): number => (asked.counting === 'inclusive' ? days - 1 : days)
  const known = knownBy(records, size, asAt)
  const cases = streamsOf(known, 'case').map(([, path]) => path)
  const at = (date: string): readonly (readonly Kept[])[] =>
    cases
      .map((path) => path.filter(({ effectiveOn }) => effectiveOn <= date))
      .filter((path) => path.length > 0)
  const first = cases.map((path) => path[0]?.effectiveOn ?? '').sort()[0]
  const firstStart = cases
    .flatMap((path) => path.filter(({ type }) => isStart(type)).slice(0, 1))
    .map(({ effectiveOn }) => effectiveOn)
    .sort()[0]
  if (first !== firstStart) throw new Error('a case starts with its start')
  const months = first === undefined ? [] : monthsOf(first, asAt)

  const plansIn = (from: string, to: string, basis: string) =>
    cases.flatMap((path) => {
      const request = path.find(({ type }) => type === 'RequestReceived')
      const plan = path.find(({ type }) => type === 'PlanIssued')
      if (!request || !plan) return []
      const month = plan.effectiveOn.slice(0, 7)
      if (month < from || month > to) return []
      const excepted = path.some(
        ({ type, data, effectiveOn }) =>
          type === 'ExceptionApplied' &&
          data.limit === 'finalPlan' &&
          effectiveOn <= plan.effectiveOn,
      )
      if (basis === 'excludingExceptions' && excepted) return []
      const setAside = path.some(
        ({ type, effectiveOn }) =>
          (type === 'MediationRequested' || type === 'AppealLodged') &&
          effectiveOn < plan.effectiveOn,
      )
      const taken = dayNumber(plan.effectiveOn) - dayNumber(request.effectiveOn)
      return [{ setAside, inTime: taken <= within(140) }]
    })
  const timeliness = (from: string, to: string) => {
    const sums = (basis: string) => {
      const plans = plansIn(from, to, basis).filter(({ setAside }) => cohort === 'all' || !setAside)
      return [plans.length, plans.filter(({ inTime }) => inTime).length] as const
    }
    const [all, allIn] = sums('all')
    const [without, withoutIn] = sums('excludingExceptions')
    return {
      issued: { all, excludingExceptions: without },
      inTime: { all: allIn, excludingExceptions: withoutIn },
      percent: {
        all: tenths(allIn * 100, all),
        excludingExceptions: tenths(withoutIn * 100, without),
      },
    }
  }
  const daysFromRequest = (path: readonly Kept[], to: string): number =>
    dayNumber(to) -
    dayNumber(path.find(({ type }) => type === 'RequestReceived')?.effectiveOn ?? to)

  const month = (m: string) => {
    const inMonth = (...types: readonly string[]) =>
      cases.flatMap((path) =>
        path
          .filter(({ type, effectiveOn }) => types.includes(type) && effectiveOn.startsWith(m))
          .map((record) => ({ record, path })),
      )
    const decided = cases.flatMap((path) => {
      const decision = path.find(({ type }) =>
        ['AssessmentAgreed', 'AssessmentRefused'].includes(type),
      )
      return decision?.effectiveOn.startsWith(m) && path[0]?.type === 'RequestReceived'
        ? [daysFromRequest(path, decision.effectiveOn)]
        : []
    })
    const refusals = inMonth('PlanRefused').filter(
      ({ path }) => path[0]?.type === 'RequestReceived',
    )
    const from = plusMonths(`${m}-01`, -11).slice(0, 7)
    return {
      month: m,
      partial: asAt < endOf(m),
      requests: inMonth('RequestReceived').length,
      ...timeliness(m, m),
      rolling12: { complete: (first ?? '').slice(0, 7) <= from, ...timeliness(from, m) },
      leftOut: {
        mediationOrAppeal:
          cohort === 'all' ? 0 : plansIn(m, m, 'all').filter(({ setAside }) => setAside).length,
      },
      decisions: {
        decided: decided.length,
        inTime: decided.filter((days) => days <= within(42)).length,
      },
      refusedToAssess: inMonth('AssessmentRefused').filter(
        ({ path }) => path[0]?.type === 'RequestReceived',
      ).length,
      refusedToIssue: {
        total: refusals.length,
        inTime: refusals.filter(
          ({ record, path }) => daysFromRequest(path, record.effectiveOn) <= within(112),
        ).length,
      },
    }
  }

  const open = cases.filter((path) => stateOf(path).open)
  const overdue = open.filter(
    (path) => !stateOf(path).again && daysFromRequest(path, asAt) > within(140),
  )
  const excused = (path: readonly Kept[]): boolean =>
    path.some(({ type, data }) => type === 'ExceptionApplied' && data.limit === 'finalPlan')
  const bands = [
    [0, 42],
    [43, 112],
    [113, 140],
    [141, 182],
    [183, 364],
    [365, null],
  ] as const
  return {
    months: months.map(month),
    open: {
      total: open.length,
      overdue: {
        all: overdue.length,
        excludingExceptions: overdue.filter((path) => !excused(path)).length,
      },
      byAge: bands.map(([from, to]) => ({
        from,
        to,
        count: open.filter((path) => {
          const days = daysFromRequest(path, asAt)
          return days >= from && (to === null || days <= to)
        }).length,
      })),
    },
    plansMaintained: at(asAt).filter(isMaintained).length,
    advice: adviceBy(cases, months, asAt, within(42)),
  }
}

const isStart = (type: string): boolean =>
  ['RequestReceived', 'PlanBroughtForward', 'PlanTransferredIn'].includes(type)

const isMaintained = (path: readonly Kept[]): boolean =>
  path.some(({ type }) =>
    ['PlanIssued', 'PlanBroughtForward', 'PlanTransferredIn'].includes(type),
  ) && !path.some(({ type }) => ['PlanCeased', 'PlanTransferredOut'].includes(type))

const adviceBy = (
  cases: readonly (readonly Kept[])[],
  months: readonly string[],
  asAt: string,
  limit: number,
) => {
  const pieces = cases.flatMap((path) =>
    path
      .filter(({ type }) => type === 'AdviceRequested')
      .map((request) => ({
        path,
        kind: request.data.kind as string,
        id: request.data.adviceId as string,
        asked: request.effectiveOn,
        back: path.find(
          ({ type, data }) => type === 'AdviceReturned' && data.adviceId === request.data.adviceId,
        )?.effectiveOn,
      })),
  )
  const kinds = [...new Set(pieces.map(({ kind }) => kind))].sort()
  return kinds.flatMap((kind) => {
    const ofKind = pieces.filter((piece) => piece.kind === kind)
    const since = ofKind.map(({ asked }) => asked.slice(0, 7)).sort()[0] ?? ''
    return months
      .filter((m) => m >= since)
      .map((m) => {
        const end = endOf(m) < asAt ? endOf(m) : asAt
        const back = ofKind.filter((piece) => piece.back?.startsWith(m))
        const late = back.filter((piece) => (piece.back ?? '') > plusDays(piece.asked, limit))
        const out = ofKind.filter(
          (piece) => piece.asked <= end && !(piece.back !== undefined && piece.back <= end),
        )
        return {
          kind,
          month: m,
          returned: back.length,
          inTime: back.length - late.length,
          excused: late.filter(({ path, id, back: on }) =>
            path.some(
              ({ type, data, effectiveOn }) =>
                type === 'ExceptionApplied' &&
                data.limit === 'advice' &&
                effectiveOn <= (on ?? '') &&
                (data.adviceId === undefined || data.adviceId === id),
            ),
          ).length,
          outstanding: out.length,
          overdue: out.filter(({ asked }) => end > plusDays(asked, limit)).length,
        }
      })
  })
}
