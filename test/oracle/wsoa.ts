/**
 * The WSoA figures by brute force.
 */
import { dayNumber, endOf, type Kept, knownBy, monthsOf, streamsOf } from './known.js'

type Known = ReadonlyMap<string, readonly Kept[]>

const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const at = (i: number): number => sorted[i] ?? 0
  return sorted.length % 2 === 1
    ? at((sorted.length - 1) / 2)
    : (at(sorted.length / 2 - 1) + at(sorted.length / 2)) / 2
}

interface Action {
  readonly areaIds: readonly string[]
  readonly workstreamId: string
  readonly rag: string | undefined
  readonly agreedDue: string
  readonly due: string
  readonly isRebaselined: boolean
  readonly isEvidenced: boolean
}

const actionsOf = (known: Known, programme: string): readonly Action[] =>
  streamsOf(known, 'action').flatMap(([, path]) => {
    const agreed = path.find(({ type }) => type === 'ActionAgreed')
    if (agreed?.data.programmeId !== programme) return []
    if (path.some(({ type }) => type === 'ActionWithdrawn')) return []
    const rebaselines = path.filter(({ type }) => type === 'ActionRebaselined')
    return [
      {
        areaIds: agreed.data.areaIds,
        workstreamId: agreed.data.workstreamId,
        rag: path.filter(({ type }) => type === 'ActionRagChanged').at(-1)?.data.rag,
        agreedDue: agreed.data.dueOn,
        due: rebaselines.at(-1)?.data.dueOn ?? agreed.data.dueOn,
        isRebaselined: rebaselines.length > 0,
        isEvidenced: path.some(({ type }) => type === 'EvidenceRecorded'),
      },
    ]
  })

const programmeBy = (
  records: readonly Kept[],
  size: number,
  asAt: string,
  [id, path]: readonly [string, readonly Kept[]],
) => {
  const known = knownBy(records, size, asAt)
  const scaleIn = (of: readonly Kept[]) =>
    [...(of.filter(({ type }) => type === 'RagScaleAdopted').at(-1)?.data.ratings ?? [])].sort(
      (a, b) => a.order - b.order,
    )
  const scale = scaleIn(path)
  const isComplete = (rag: string | undefined): boolean =>
    scale.some(({ code, complete }) => code === rag && complete)
  const actions = actionsOf(known, id)
  const rated = (of: readonly Action[], codes: readonly { code: string }[]) => {
    const strange = [...new Set(of.map(({ rag }) => rag ?? ''))]
      .filter((rag) => rag !== '' && !codes.some(({ code }) => code === rag))
      .sort()
    return {
      ratings: [...codes.map(({ code }) => code), ...strange].map((code) => ({
        code,
        count: of.filter(({ rag }) => rag === code).length,
      })),
      notRated: of.filter(({ rag }) => rag === undefined).length,
    }
  }
  const overdue = (of: readonly Action[]): number =>
    of.filter(({ due, rag }) => due < asAt && !isComplete(rag)).length
  const group = (of: readonly Action[]) => ({
    actions: of.length,
    ...rated(of, scale),
    overdue: overdue(of),
  })
  const slipped = actions
    .filter(({ isRebaselined }) => isRebaselined)
    .map(({ due, agreedDue }) => dayNumber(due) - dayNumber(agreedDue))
  const since = streamsOf(known, 'action')
    .map(([, action]) => action.find(({ type }) => type === 'ActionAgreed'))
    .filter((agreed) => agreed?.data.programmeId === id)
    .map((agreed) => agreed?.effectiveOn ?? '')
    .sort()[0]
  return {
    id,
    title: path.find(({ type }) => type === 'ProgrammeEstablished')?.data.title,
    ...group(actions),
    rebaselined: slipped.length,
    slippageDays: { median: middle(slipped), max: slipped.length ? Math.max(...slipped) : null },
    unevidenced: actions.filter(({ rag, isEvidenced }) => isComplete(rag) && !isEvidenced).length,
    areas: path
      .filter(({ type }) => type === 'AreaOfConcernIdentified')
      .map(({ data }) => data)
      .sort((a, b) => a.number - b.number)
      .map(({ areaId, number, title }) => ({
        areaId,
        number,
        title,
        ...groupOf(group, actions, ({ areaIds }) => areaIds.includes(areaId)),
      })),
    workstreams: path
      .filter(({ type }) => type === 'WorkstreamEstablished')
      .map(({ data: { workstreamId, title } }) => ({
        workstreamId,
        title,
        ...groupOf(group, actions, (action) => action.workstreamId === workstreamId),
      })),
    series:
      since === undefined
        ? []
        : monthsOf(since, asAt)
            .map(endOf)
            .filter((on) => on <= asAt)
            .map((on) => {
              const then = knownBy(records, size, on)
              return { on, ...rated(actionsOf(then, id), scaleIn(then.get(id) ?? [])) }
            }),
  }
}

/** A group lists the codes that all actions have; those it has none of count 0. */
const groupOf = <G extends { ratings: readonly { code: string; count: number }[] }>(
  group: (of: readonly Action[]) => G,
  actions: readonly Action[],
  belongs: (action: Action) => boolean,
): G => {
  const own = group(actions.filter(belongs))
  const ratings = group(actions).ratings.map(({ code }) => ({
    code,
    count: own.ratings.find((each) => each.code === code)?.count ?? 0,
  }))
  return { ...own, ratings }
}

const shortest = (value: number | undefined): string | null =>
  value === undefined ? null : String(value)

/** Of the milestones set, the last that was due by a date; of two for one date, the one set last. */
const milestoneDue = (path: readonly Kept[], by: string) => {
  let last: { readonly by: string; readonly value: number } | null = null
  for (const { type, data } of path) {
    if (type !== 'MeasureMilestoneSet' || data.by > by) continue
    if (last === null || data.by >= last.by) last = data
  }
  return last as { readonly by: string; readonly value: number } | null
}

export const wsoaBy = (records: readonly Kept[], size: number, asAt: string): unknown => {
  const known = knownBy(records, size, asAt)
  const oversight = streamsOf(known, 'oversight').map(([, path]) => path)
  const count = (wanted: string): number =>
    oversight.flat().filter(({ type }) => type === wanted).length
  const answered = (given: string, answers: string, field: string): number =>
    oversight.flatMap((path) =>
      path.filter(
        ({ type, data }) =>
          type === given &&
          path.some((other) => other.type === answers && other.data[field] === data[field]),
      ),
    ).length
  const risks = streamsOf(known, 'risk').map(([, path]) => path)
  const closed = risks.filter((path) => path.some(({ type }) => type === 'RiskClosed')).length
  return {
    programmes: streamsOf(known, 'programme')
      .filter(([, path]) => path.some(({ type }) => type === 'ProgrammeEstablished'))
      .map((programme) => programmeBy(records, size, asAt, programme)),
    oversight: {
      visits: count('MonitoringVisitHeld'),
      feedback: {
        given: count('FeedbackGiven'),
        answered: answered('FeedbackGiven', 'FeedbackAnswered', 'feedbackId'),
      },
      recommendations: {
        made: count('RecommendationMade'),
        answered: answered('RecommendationMade', 'RecommendationAnswered', 'recommendationId'),
      },
    },
    measures: streamsOf(known, 'measure').map(([id, path]) => {
      const valued = (status: string) =>
        path.filter(({ type, data }) => type === 'MeasureRecorded' && data.status === status).at(-1)
      const { title, unit, better, baseline, target } = path[0]?.data ?? {}
      const latest = valued('actual')
      const projected = valued('projected')
      const value = latest?.data.value
      const asGoodAs = (wanted: number | undefined): boolean | null =>
        value === undefined || wanted === undefined
          ? null
          : better === 'higher'
            ? value >= wanted
            : value <= wanted
      const due = milestoneDue(path, asAt)
      const dueThen = latest && milestoneDue(path, latest.effectiveOn)
      return {
        id,
        title,
        unit,
        baseline: shortest(baseline?.value),
        target: shortest(target?.value),
        latest: shortest(value),
        on: latest?.effectiveOn ?? null,
        met: asGoodAs(target?.value),
        milestone: due && { by: due.by, value: String(due.value), met: asGoodAs(dueThen?.value) },
        stale: due !== null && latest !== undefined && due.by > latest.effectiveOn,
        projected: projected
          ? { value: String(projected.data.value), on: projected.effectiveOn }
          : null,
      }
    }),
    risks: { open: risks.length - closed, closed },
  }
}
