/**
 * The measures that the workforce figures are sums of. Full-time equivalents are counted in
 * hundredths, so that sums are exact.
 */
import { inHundredths, type Measure, people, things } from '@send-ledger/core/projection'
import type { EventData } from '@send-ledger/core/records'

/** How a worker is engaged. Permanent and fixed-term workers hold posts; the others cover. */
export type Contract = EventData<'WorkerStarted'>['contract']

/** The contracts in the order in which they are shown. */
export const contracts = ['permanent', 'fixedTerm', 'interim', 'agency', 'locum'] as const

/** Whether a worker holds a post, rather than covers one. */
export const holdsPost = (contract: Contract): boolean =>
  contract === 'permanent' || contract === 'fixedTerm'

const fte = inHundredths(people('FTE'))
const fteOfPosts = inHundredths(things('FTE'))
const posts = things('posts')
const workers = people('workers')

/** What the workforce projections measure, with the dimensions in order, and the unit of each. */
export const workforceUnits = {
  // By team and role: established; of workers who hold posts; who cover; not absent, cover
  // included; in induction; absent; in induction and not absent.
  establishment: fteOfPosts,
  inPost: fte,
  cover: fte,
  available: fte,
  inInduction: fte,
  absent: fte,
  inInductionAvailable: fte,
  // By team, role and contract.
  heads: workers,
  // Of workers who held posts, ever left.
  left: fte,
  // Posts being filled: by state, post, the day since when, and the expected start.
  pipeline: fteOfPosts,
  // Ever advertised, by post and day.
  advertised: posts,
  // Who ever started in a post to hold it, by post and day.
  started: workers,
  // Who ever started, and ever left.
  joined: workers,
  departed: workers,
  // Posts and workers that there ever were.
  began: things('posts and workers'),
  // Posts that there are or were, by id.
  postKnown: posts,
  // Workers who refer to a post, by worker and post.
  refersToPost: workers,
} as const

/** A measure of the workforce projections. */
export type WorkforceMeasure = Measure<keyof typeof workforceUnits>

/** A full-time equivalent in hundredths. */
export const hundredths = (fte: number): number => Math.round(fte * 100)
