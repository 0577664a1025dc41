/**
 * The WSoA view: programmes, measures of impact, oversight and risks as at a date.
 */
import type { View } from '@send-ledger/core'
import type { Reader } from '@send-ledger/core/projection'
import type { Documented } from '@send-ledger/documents'
import { actionProjection } from './action.js'
import type { Dangling, Wsoa } from './answer.js'
import { wsoaDocument } from './document/document.js'
import { wsoaWords } from './document/words.js'
import { area, known, refersTo, workstream } from './facts.js'
import { impactProjection } from './impact.js'
import { impactFigures } from './impact-figures.js'
import { wsoaLaws } from './laws.js'
import { type WsoaMeasure, wsoaUnits } from './measures.js'
import { oversightProjection } from './oversight.js'
import { oversight, risks } from './oversight-figures.js'
import { programmeProjection } from './programme.js'
import { programmes } from './programme-figures.js'
import { riskProjection } from './risk.js'
import { inOrderOf } from './text.js'

/**
 * The WSoA view. It takes no options.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { answerOf } from '@send-ledger/core/projection'
 * import { wsoaView } from '@send-ledger/wsoa'
 *
 * const { programmes } = answerOf([], wsoaView, { asAt: civilDate('2021-07-31') })
 * assert.deepStrictEqual(programmes, [])
 */
export const wsoaView: View<WsoaMeasure, object, Wsoa> & Documented<Wsoa> = {
  name: 'wsoa',
  version: 2,
  projections: [
    programmeProjection,
    actionProjection,
    impactProjection,
    oversightProjection,
    riskProjection,
  ],
  usesLaw: false,
  defaults: {},
  units: wsoaUnits,
  laws: wsoaLaws,
  identifiedBy: {
    programmes: ['id'],
    'programmes.ratings': ['code'],
    'programmes.rebaselinesByCause': ['cause'],
    'programmes.areas': ['areaId'],
    'programmes.areas.ratings': ['code'],
    'programmes.workstreams': ['workstreamId'],
    'programmes.workstreams.ratings': ['code'],
    'programmes.series': ['on'],
    'programmes.series.ratings': ['code'],
    measures: ['id'],
    'risks.byScore': ['score'],
  },
  document: wsoaDocument,
  words: wsoaWords,
  restated: [
    {
      version: 1,
      since: '0.2.0',
      because:
        'the latest value of a measure is judged by the milestone that was due at its own date',
      added: ['stale'],
    },
  ],
  answer: (read) => ({
    programmes: programmes(read),
    oversight: oversight(read),
    measures: impactFigures(read),
    risks: risks(read),
    dangling: dangling(read),
  }),
}

/** What is referred to, and is not there. Areas and workstreams are those of a programme. */
const dangling = (read: Reader<WsoaMeasure>): readonly Dangling[] => {
  const there = new Set<string>([
    ...read.facts(known).map(({ subject }) => subject),
    ...read.facts(area).map(({ subject, value }) => `${subject} ${value.areaId}`),
    ...read.facts(workstream).map(({ subject, value }) => `${subject} ${value.workstreamId}`),
  ])
  const missing = read
    .facts(refersTo)
    .filter(({ value: { to, programme } }) => !there.has(programme ? `${programme} ${to}` : to))
    .map(({ subject: from, value: { field, to } }) => ({ from, field, to }))
  return inOrderOf(missing, ({ from, field, to }) => [from, field, to])
}
