/**
 * What everybody knows of the workforce figures by the definitions of the view, before he sees one:
 * how people, their hours and the roles they have hang together.
 */
import { measure, nameOf } from '@send-ledger/core/projection'
import type { Workforce } from '@send-ledger/workforce'
import type { Knowledge, MeasureLaw } from './knowledge.js'

/** Measures that count posts, not people. */
const ofPosts = ['establishment', 'pipeline', 'advertised', 'postKnown', 'began']

/** Measures that count hundredths of FTE; the others count by the head. */
const ofHours = [
  'inPost',
  'cover',
  'available',
  'inInduction',
  'absent',
  'inInductionAvailable',
  'left',
]

/**
 * The laws of the workforce measures for the teams and roles of an answer; for capacity too, which
 * sets cases beside them.
 */
export const workforceKnowledge = ({ teams }: Pick<Workforce, 'teams'>): Knowledge => ({
  laws: teams.flatMap(({ team, role }) => teamLaws(team, role)),
  isPersonal: (key) => !ofPosts.includes(nameOf(key)),
  unitsPerPerson: (key) => (ofHours.includes(nameOf(key)) ? 100 : 1),
})

/** Nobody is more than full time, as far as that is so; hours are those of people in the team. */
const teamLaws = (team: string, role: string): readonly MeasureLaw[] => {
  const of = (name: 'inPost' | 'cover' | 'available' | 'inInduction') => measure(name, team, role)
  const heads = (contract: string) => ({
    measure: measure('heads', team, role, contract),
    times: 100,
  })
  const atLeast = (name: string, terms: MeasureLaw['terms']): MeasureLaw => ({
    name: `${name} (${team}, ${role})`,
    terms,
    holds: 'atLeastNought',
    isSecret: false,
  })
  const staff = [
    { measure: of('inPost'), times: 1 },
    { measure: of('cover'), times: 1 },
  ]
  return [
    atLeast('hours in post', [
      ...['permanent', 'fixedTerm'].map(heads),
      { measure: of('inPost'), times: -1 },
    ]),
    atLeast('hours of cover', [
      ...['interim', 'agency', 'locum'].map(heads),
      { measure: of('cover'), times: -1 },
    ]),
    atLeast('absent', [...staff, { measure: of('available'), times: -1 }]),
    atLeast('inducted', [...staff, { measure: of('inInduction'), times: -1 }]),
  ]
}
