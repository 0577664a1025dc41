/**
 * The workforce and capacity figures by brute force.
 */
import {
  dayNumber,
  endOf,
  type Kept,
  knownBy,
  monthsOf,
  plusMonths,
  streamsOf,
  tenths,
  yearEarlier,
} from './known.js'

type Known = ReadonlyMap<string, readonly Kept[]>

const fte = (hundredths: number): string => String(hundredths / 100)

const cents = (value: number): number => Math.round(value * 100)

interface Worker {
  readonly team: string
  readonly role: string
  readonly fte: number
  readonly contract: string
  readonly absent: boolean
  readonly inducted: boolean
}

const holds = (contract: string): boolean => ['permanent', 'fixedTerm'].includes(contract)

const termsOf = (path: readonly Kept[]) =>
  Object.assign(
    {},
    ...path
      .filter(({ type }) => ['WorkerStarted', 'WorkerChanged'].includes(type))
      .map((r) => r.data),
  )

const workersOf = (known: Known): readonly Worker[] =>
  streamsOf(known, 'worker')
    .filter(([, path]) => !path.some(({ type }) => type === 'WorkerLeft'))
    .map(([, path]) => ({
      ...termsOf(path),
      absent:
        path.filter(({ type }) => type.startsWith('Absence')).at(-1)?.type === 'AbsenceStarted',
      inducted: path.some(({ type }) => type === 'InductionCompleted'),
    }))

const postsOf = (known: Known) =>
  streamsOf(known, 'post')
    .filter(([, path]) => !path.some(({ type }) => type === 'PostDisestablished'))
    .map(([id, path]) => ({
      id,
      path,
      team: path[0]?.data.team as string,
      role: path[0]?.data.role as string,
      fte: path.filter(({ type }) => ['PostEstablished', 'PostChanged'].includes(type)).at(-1)?.data
        .fte as number,
    }))

const sum = (items: readonly { fte: number }[]): number =>
  items.reduce((total, item) => total + cents(item.fte), 0)

const totalsOf = (known: Known) => {
  const workers = workersOf(known)
  const establishment = sum(postsOf(known))
  const inPost = sum(workers.filter(({ contract }) => holds(contract)))
  const cover = sum(workers.filter(({ contract }) => !holds(contract)))
  return { establishment, inPost, cover }
}

export const workforceBy = (records: readonly Kept[], size: number, asAt: string): unknown => {
  const at = (date: string): Known => knownBy(records, size, date)
  const known = at(asAt)
  const [workers, posts] = [workersOf(known), postsOf(known)]
  const names = [...workers, ...posts].map(({ team, role }) => JSON.stringify([team, role]))
  const pairs = [...new Set(names)]
    .map((name) => JSON.parse(name) as [string, string])
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1))
  const { establishment, inPost, cover } = totalsOf(known)
  const gaps = pairs.map(([team, role]) => {
    const isHere = (item: { team: string; role: string }): boolean =>
      item.team === team && item.role === role
    const posted = workers.filter((worker) => isHere(worker) && holds(worker.contract))
    return sum(posts.filter(isHere)) - sum(posted)
  })
  const starts = streamsOf(known, 'worker').flatMap(([, path]) => {
    const started = path.find(({ type }) => type === 'WorkerStarted')
    if (!started?.data.postId || !holds(started.data.contract)) return []
    return [{ post: started.data.postId as string, on: started.effectiveOn }]
  })
  const waiting = posts.flatMap((post) => {
    const stage = post.path
      .filter(({ type }) =>
        ['PostAdvertised', 'AppointmentOffered', 'AppointmentFellThrough'].includes(type),
      )
      .at(-1)
    if (!stage || stage.type === 'AppointmentFellThrough') return []
    if (starts.some(({ post: id, on }) => id === post.id && on >= stage.effectiveOn)) return []
    return [{ stage, fte: post.fte }]
  })
  const expected = waiting.filter(({ stage }) => (stage.data.expectedStartOn ?? '') > asAt)
  const yearAgo = yearEarlier(asAt)
  const filled = starts
    .filter(({ on }) => on > yearAgo)
    .flatMap(({ post, on }) => {
      const advert = (known.get(post) ?? [])
        .filter(({ type, effectiveOn }) => type === 'PostAdvertised' && effectiveOn <= on)
        .at(-1)
      return advert ? [dayNumber(on) - dayNumber(advert.effectiveOn)] : []
    })
    .sort((a, b) => a - b)
  const leavers = streamsOf(known, 'worker').flatMap(([, path]) => {
    const left = path.find(({ type }) => type === 'WorkerLeft')
    if (!left || left.effectiveOn <= yearAgo) return []
    const terms = termsOf(path.filter(({ effectiveOn }) => effectiveOn <= left.effectiveOn))
    return holds(terms.contract) ? [terms as { fte: number }] : []
  })
  const ends = Array.from({ length: 12 }, (_, i) =>
    endOf(plusMonths(`${asAt.slice(0, 7)}-01`, -i - 1).slice(0, 7)),
  )
  const average = [asAt, ...ends].reduce((total, on) => total + totalsOf(at(on)).inPost, 0)
  const since = [...streamsOf(known, 'worker'), ...streamsOf(known, 'post')]
    .map(([, path]) => path[0]?.effectiveOn ?? '')
    .sort()[0]
  return {
    teams: pairs.map(([team, role]) => {
      const here = <T extends { team: string; role: string }>(items: readonly T[]): T[] =>
        items.filter((item) => item.team === team && item.role === role)
      const own = here(workers)
      const posted = sum(own.filter(({ contract }) => holds(contract)))
      return {
        team,
        role,
        establishmentFte: fte(sum(here(posts))),
        inPostFte: fte(posted),
        availableFte: fte(sum(own.filter(({ absent }) => !absent))),
        inInductionFte: fte(sum(own.filter(({ inducted }) => !inducted))),
        vacantFte: fte(Math.max(sum(here(posts)) - posted, 0)),
        overEstablishmentFte: fte(Math.max(posted - sum(here(posts)), 0)),
        coverFte: fte(sum(own.filter(({ contract }) => !holds(contract)))),
        heads: Object.fromEntries(
          ['permanent', 'fixedTerm', 'interim', 'agency', 'locum'].map((contract) => [
            contract,
            own.filter((worker) => worker.contract === contract).length,
          ]),
        ),
      }
    }),
    totals: {
      establishmentFte: fte(establishment),
      inPostFte: fte(inPost),
      vacantFte: fte(gaps.filter((gap) => gap > 0).reduce((a, b) => a + b, 0)),
      overEstablishmentFte: fte(-gaps.filter((gap) => gap < 0).reduce((a, b) => a + b, 0) || 0),
      coverFte: fte(cover),
    },
    pipeline: {
      advertised: waiting.filter(({ stage }) => stage.type === 'PostAdvertised').length,
      offered: waiting.filter(({ stage }) => stage.type === 'AppointmentOffered').length,
      expectedStarts: [...new Set(expected.map(({ stage }) => stage.data.expectedStartOn))]
        .sort()
        .map((on) => ({
          on,
          fte: fte(sum(expected.filter(({ stage }) => stage.data.expectedStartOn === on))),
        })),
    },
    timeToFillDays: {
      median:
        filled.length === 0
          ? null
          : ((filled[Math.floor((filled.length - 1) / 2)] ?? 0) +
              (filled[Math.floor(filled.length / 2)] ?? 0)) /
            2,
      count: filled.length,
    },
    turnover: {
      leaversFte: fte(sum(leavers)),
      percent: tenths(sum(leavers) * 1300, average),
    },
    series:
      since === undefined
        ? []
        : monthsOf(since, asAt)
            .map(endOf)
            .filter((on) => on <= asAt)
            .map((on) => {
              const then = totalsOf(at(on))
              return {
                on,
                establishmentFte: fte(then.establishment),
                inPostFte: fte(then.inPost),
                coverFte: fte(then.cover),
              }
            }),
  }
}

export const capacityBy = (
  records: readonly Kept[],
  size: number,
  asAt: string,
  { open, plans }: { readonly open: number; readonly plans: number },
): unknown => {
  const known = knownBy(records, size, asAt)
  const there = workersOf(known).filter(({ absent }) => !absent)
  const from = `${plusMonths(`${asAt.slice(0, 7)}-01`, -2).slice(0, 7)}-01`
  const requests = [...known.values()]
    .flat()
    .filter(({ type, effectiveOn }) => type === 'RequestReceived' && effectiveOn >= from).length
  return {
    roles: [...new Set(there.map(({ role }) => role))].sort().map((role) => {
      const available = sum(there.filter((worker) => worker.role === role))
      return {
        role,
        availableFte: fte(available),
        openAssessments: open,
        openPerFte: tenths(open * 100, available),
        requests3Months: requests,
        requestsPerFte: tenths(requests * 100, available),
        plansPerFte: tenths(plans * 100, available),
      }
    }),
    forecast: null,
  }
}
