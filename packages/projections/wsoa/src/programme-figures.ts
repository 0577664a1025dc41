/**
 * The figures of one programme: its actions by rating, over all, by area and by workstream.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import {
  type Derived,
  earlier,
  measure,
  median,
  monthsFrom,
  opaque,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import { area, closed, programme, stoodDown, workstream } from './facts.js'
import type { WsoaMeasure } from './measures.js'
import {
  actionsOf,
  type Group,
  overdueOf,
  type Rated,
  type Rating,
  type RatingCount,
  ratedOf,
  ratingsInUse,
  unevidencedOf,
} from './scale.js'

type Read = Reader<WsoaMeasure>

/** The actions of an area of concern or of a workstream; an action of two areas counts in both. */
export interface GroupFigures extends Rated {
  readonly title: string
  readonly actions: Sum
  readonly overdue: Sum
  /** The date from which it is no longer monitored; null while it is. */
  readonly stoodDownOn: string | null
}

/** The figures of a programme. */
export interface ProgrammeFigures extends Rated {
  readonly id: string
  readonly title: string
  readonly framework: string
  readonly stoodDownOn: string | null
  readonly closedOn: string | null
  readonly actions: Sum
  readonly ratings: readonly (RatingCount & { readonly label: string })[]
  /** Due before the as-at date, and not complete. */
  readonly overdue: Sum
  /** With a due date other than agreed at first. */
  readonly rebaselined: Sum
  readonly rebaselinesByCause: readonly { readonly cause: string; readonly count: Sum }[]
  /** Days from the due date agreed first to the current one, of actions rebaselined. */
  readonly slippageDays: { readonly median: Derived; readonly max: Derived }
  readonly unevidenced: Sum
  readonly areas: readonly (GroupFigures & { readonly areaId: string; readonly number: number })[]
  readonly workstreams: readonly (GroupFigures & { readonly workstreamId: string })[]
  /** At the end of each month by the as-at date, from that of the first action. */
  readonly series: readonly (Rated & { readonly on: CivilDate })[]
}

/** Every programme that is established, by id. */
export const programmes = (read: Read): readonly ProgrammeFigures[] =>
  read.facts(programme).map(({ subject: id, value: { title, framework } }) => ({
    id,
    title,
    framework,
    ...programmeFigures(read, id),
  }))

const programmeFigures = (
  read: Read,
  id: StreamId,
): Omit<ProgrammeFigures, 'id' | 'title' | 'framework'> => {
  const ratings = ratingsInUse(read, id)
  const all = { programme: id, scope: 'all', groupId: '' } as const
  const rated = ratedOf(read, all, ratings)
  const labels = new Map(ratings.map(({ code, label }) => [code, label]))
  return {
    stoodDownOn: stoodDownOn(read, all),
    closedOn: read.facts(closed, { subject: id })[0]?.value.on ?? null,
    actions: actionsOf(rated),
    ratings: rated.ratings.map((each) => ({ ...each, label: labels.get(each.code) ?? each.code })),
    notRated: rated.notRated,
    overdue: overdueOf(read, all, ratings),
    rebaselined: read.at(measure('rebaselined', id)),
    rebaselinesByCause: read.dimensions('rebaselines', [id]).map(([cause = '']) => ({
      cause,
      count: read.at(measure('rebaselines', id, cause)),
    })),
    slippageDays: slippage(read, id),
    unevidenced: unevidencedOf(read, id, ratings),
    areas: areasOf(read, id).map(({ areaId, number, title }) => ({
      areaId,
      number,
      title,
      ...groupFigures(read, { programme: id, scope: 'area', groupId: areaId }, ratings),
    })),
    workstreams: workstreamsOf(read, id).map(({ workstreamId, title }) => ({
      workstreamId,
      title,
      ...groupFigures(read, { programme: id, scope: 'workstream', groupId: workstreamId }, ratings),
    })),
    series: series(read, id),
  }
}

/** By number; of one number, by id. */
const areasOf = (read: Read, id: StreamId) =>
  read
    .facts(area, { subject: id })
    .map(({ value }) => value)
    .sort((a, b) => a.number - b.number || (a.areaId < b.areaId ? -1 : 1))

/** In the order in which they were established. */
const workstreamsOf = (read: Read, id: StreamId) =>
  read
    .facts(workstream, { subject: id })
    .map(({ value }) => value)
    .sort((a, b) => (a.on === b.on ? a.position - b.position : a.on < b.on ? -1 : 1))

const groupFigures = (
  read: Read,
  group: Group,
  ratings: readonly Rating[],
): Omit<GroupFigures, 'title'> => {
  const rated = ratedOf(read, group, ratings)
  return {
    actions: actionsOf(rated),
    ...rated,
    overdue: overdueOf(read, group, ratings),
    stoodDownOn: stoodDownOn(read, group),
  }
}

const stoodDownOn = (read: Read, { programme: subject, scope, groupId }: Group): string | null => {
  const days = read
    .facts(stoodDown, { subject })
    .filter(({ value }) => value.scope === scope && value.groupId === groupId)
    .map(({ value }) => value.on)
  return days.length === 0 ? null : days.reduce(earlier)
}

/** The median and the longest of the slippages, which are counted by their days. */
const slippage = (read: Read, id: StreamId): ProgrammeFigures['slippageDays'] => {
  const counts = read
    .dimensions('slippage', [id])
    .map(([days = '']) => ({ days: Number(days), count: read.at(measure('slippage', id, days)) }))
    .sort((a, b) => a.days - b.days)
  const all = counts.flatMap(({ days, count }) => Array<number>(count.value).fill(days))
  const from = Object.fromEntries(counts.map(({ days, count }) => [String(days), count]))
  return {
    median: opaque(median(all), from),
    max: opaque(all.at(-1) ?? null, from),
  }
}

const series = (read: Read, id: StreamId): ProgrammeFigures['series'] => {
  const group = { programme: id, scope: 'all', groupId: '' } as const
  const first = read.first(measure('agreed', id))
  if (first === undefined) return []
  return monthsFrom(first, read.asAt)
    .filter(({ last }) => last <= read.asAt)
    .map(({ last }) => ({
      on: last,
      ...ratedOf(read, group, ratingsInUse(read, id, last), last),
    }))
}
