/**
 * The workforce view: posts, people and cover, recruitment and turnover as at a date.
 */
import type { CivilDate, View } from '@send-ledger/core'
import {
  decimal,
  itemName,
  measure,
  minus,
  monthsFrom,
  plus,
  positiveParts,
  type Reader,
  type Sum,
} from '@send-ledger/core/projection'
import type { Documented } from '@send-ledger/documents'
import type { Plain, TeamRow, Totals, Workforce } from './answer.js'
import { workforceDocument } from './document/document.js'
import { workforceWords } from './document/words.js'
import { workforceLaws } from './laws.js'
import { contracts, type WorkforceMeasure, workforceUnits } from './measures.js'
import { postProjection } from './post.js'
import { pipeline, timeToFill } from './recruitment.js'
import { turnover } from './turnover.js'
import { workerProjection } from './worker.js'

type Read = Reader<WorkforceMeasure>

/**
 * The workforce view. It takes no options.
 *
 * @example
 * import { civilDate, shown } from '@send-ledger/core'
 * import { answerOf } from '@send-ledger/core/projection'
 * import { workforceView } from '@send-ledger/workforce'
 *
 * const { totals } = answerOf([], workforceView, { asAt: civilDate('2021-07-31') })
 * assert.strictEqual(shown(totals).vacantFte, '0')
 */
export const workforceView: View<WorkforceMeasure, object, Workforce> & Documented<Workforce> = {
  name: 'workforce',
  version: 2,
  projections: [postProjection, workerProjection],
  usesLaw: false,
  defaults: {},
  units: workforceUnits,
  laws: workforceLaws,
  identifiedBy: {
    teams: ['team', 'role'],
    'pipeline.expectedStarts': ['on'],
    series: ['on'],
  },
  document: workforceDocument,
  words: workforceWords,
  restated: [
    {
      version: 1,
      since: '0.2.0',
      because: 'a year before the last day of February is the last day of February',
    },
    {
      version: 1,
      since: '0.2.0',
      because:
        'vacancies of one team are not set off against more in post than established in another',
      added: ['overEstablishmentFte'],
    },
  ],
  answer: (read) => ({
    teams: teamsOf(read).map(([team, role]) => teamRow(read, team, role)),
    totals: { ...totals(read, read.asAt), ...vacancies(read) },
    pipeline: pipeline(read),
    timeToFillDays: timeToFill(read),
    turnover: turnover(read),
    series: series(read),
    dangling: dangling(read),
  }),
}

/** The teams and roles in which there is a post or a worker. */
const teamsOf = (read: Read): readonly (readonly [team: string, role: string])[] => {
  const names = [...read.dimensions('establishment'), ...read.dimensions('heads')]
  const pairs = new Map(
    names.map(([team = '', role = '']) => [measure(team, role), [team, role] as const]),
  )
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
}

const teamRow = (read: Read, team: string, role: string): TeamRow => {
  const establishment = read.at(measure('establishment', team, role))
  const inPost = read.at(measure('inPost', team, role))
  return {
    team,
    role,
    establishmentFte: decimal(establishment),
    inPostFte: decimal(inPost),
    availableFte: decimal(read.at(measure('available', team, role))),
    inInductionFte: decimal(read.at(measure('inInduction', team, role))),
    vacantFte: positiveParts({ establishedLessInPost: minus(establishment, inPost) }),
    overEstablishmentFte: positiveParts({ inPostLessEstablished: minus(inPost, establishment) }),
    coverFte: decimal(read.at(measure('cover', team, role))),
    heads: Object.fromEntries(
      contracts.map((contract) => [contract, read.at(measure('heads', team, role, contract))]),
    ) as TeamRow['heads'],
  }
}

/** A measure over all teams and roles. */
const overTeams = (read: Read, name: 'establishment' | 'inPost' | 'cover', on: CivilDate): Sum =>
  plus(
    ...read
      .dimensions(name, [], on)
      .map(([team = '', role = '']) => read.at(measure(name, team, role), on)),
  )

const totals = (read: Read, on: CivilDate): Plain => ({
  establishmentFte: decimal(overTeams(read, 'establishment', on)),
  inPostFte: decimal(overTeams(read, 'inPost', on)),
  coverFte: decimal(overTeams(read, 'cover', on)),
})

/** Team by team, so that one with too few is not hidden by another with too many. */
const vacancies = (read: Read): Omit<Totals, keyof Plain> => {
  const teams = teamsOf(read).map(([team, role]) => ({
    name: itemName(team, role),
    establishment: read.at(measure('establishment', team, role)),
    inPost: read.at(measure('inPost', team, role)),
  }))
  const vacant = teams.map(({ name, establishment, inPost }) => [
    name,
    minus(establishment, inPost),
  ])
  const over = teams.map(({ name, establishment, inPost }) => [name, minus(inPost, establishment)])
  return {
    vacantFte: positiveParts(Object.fromEntries(vacant)),
    overEstablishmentFte: positiveParts(Object.fromEntries(over)),
  }
}

const series = (read: Read): Workforce['series'] => {
  const first = read.first('began')
  if (first === undefined) return []
  return monthsFrom(first, read.asAt)
    .filter(({ last }) => last <= read.asAt)
    .map(({ last }) => ({ on: last, ...totals(read, last) }))
}

const dangling = (read: Read): Workforce['dangling'] => {
  const posts = new Set(read.dimensions('postKnown').map(([id]) => id))
  return read
    .dimensions('refersToPost')
    .filter(([, to]) => !posts.has(to))
    .map(([from = '', to = '']) => ({ from, field: 'postId', to }))
}
