/**
 * Recruitment: posts on their way to be filled, and how long that takes.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import {
  type Derived,
  daysBetween,
  decimal,
  measure,
  median,
  opaque,
  plus,
  type Reader,
  type Sum,
  yearBefore,
} from '@send-ledger/core/projection'
import type { WorkforceMeasure } from './measures.js'

type Read = Reader<WorkforceMeasure>

/** Posts on their way to be filled. Expected starts lie after the as-at date, as stated by then. */
export interface Pipeline {
  /** Unit: posts. */
  readonly advertised: Derived
  readonly offered: Derived
  /** Unit: FTE as a decimal in shortest form, by date. */
  readonly expectedStarts: readonly { readonly on: CivilDate; readonly fte: Derived }[]
}

/** Days from advertisement to start, of posts filled in the last 12 months. */
export interface TimeToFill {
  readonly median: Derived
  readonly count: Derived
}

/** A post that waits for someone. */
interface Waiting {
  readonly stage: string
  readonly expectedOn: string
  readonly fte: Sum
}

/** The posts that are advertised or offered, and not filled since. */
export const pipeline = (read: Read): Pipeline => {
  const waiting = waitingPosts(read)
  const inStage = (stage: string): Derived => {
    const posts = waiting.filter((post) => post.stage === stage)
    return opaque(posts.length, { fte: plus(...posts.map(({ fte }) => fte)) })
  }
  const starts = waiting.filter(({ expectedOn }) => expectedOn > read.asAt)
  const dates = [...new Set(starts.map(({ expectedOn }) => expectedOn))].sort()
  return {
    advertised: inStage('advertised'),
    offered: inStage('offered'),
    expectedStarts: dates.map((on) => ({
      on: civilDate(on),
      fte: decimal(plus(...starts.filter((each) => each.expectedOn === on).map(({ fte }) => fte))),
    })),
  }
}

const waitingPosts = (read: Read): readonly Waiting[] => {
  const startedIn = startsByPost(read)
  return read
    .dimensions('pipeline')
    .filter(([, post = '', since = '']) => !startedIn(post).some((on) => on >= since))
    .map(([stage = '', post = '', since = '', expectedOn = '']) => ({
      stage,
      expectedOn,
      fte: read.at(measure('pipeline', stage, post, since, expectedOn)),
    }))
}

const startsByPost = (read: Read): ((post: string) => readonly string[]) => {
  const starts = new Map<string, string[]>()
  for (const [post = '', on = ''] of read.dimensions('started')) {
    starts.set(post, [...(starts.get(post) ?? []), on])
  }
  return (post) => starts.get(post) ?? []
}

/** Days from the latest advertisement by then to each start in the last 12 months. */
export const timeToFill = (read: Read): TimeToFill => {
  const since = yearBefore(read.asAt)
  const days: number[] = []
  const sums: Sum[] = []
  for (const [post = '', on = ''] of read.dimensions('started')) {
    if (on <= since) continue
    const adverts = read.dimensions('advertised', [post]).map(([date = '']) => date)
    const advertised = adverts.filter((date) => date <= on).at(-1)
    if (advertised === undefined) continue
    const starts = read.at(measure('started', post, on))
    const taken = daysBetween(civilDate(advertised), civilDate(on))
    sums.push(starts)
    days.push(...Array<number>(starts.value).fill(taken))
  }
  const from = { starts: plus(...sums) }
  return { median: opaque(median(days), from), count: opaque(days.length, from) }
}
