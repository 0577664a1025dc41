/**
 * What is known of the workforce measures by the definitions of the view.
 */
import { lawOf, type MeasureLaw, measure, type Reader } from '@send-ledger/core/projection'
import type { WorkforceMeasure } from './measures.js'

type Law = MeasureLaw<WorkforceMeasure>

/** The laws of the workforce: of everyone, and of each team and role. */
export const workforceLaws = (read: Reader<WorkforceMeasure>): readonly Law[] => {
  const heads = read.dimensions('heads').map((dimensions) => measure('heads', ...dimensions))
  const names = [...read.dimensions('establishment'), ...read.dimensions('heads')]
  const teams = new Map(
    names.map(([team = '', role = '']) => [JSON.stringify([team, role]), [team, role] as const]),
  )
  return [
    lawOf('everyone who started and has not left is in one team, role and contract', [
      [1, 'joined'],
      [-1, 'departed'],
      ...heads.map((each) => [-1, each] as const),
    ]),
    ...[...teams.values()].flatMap(([team, role]) => teamLaws(team, role)),
  ]
}

/** Nobody is more than full time, as far as that is so; hours are those of people in the team. */
const teamLaws = (team: string, role: string): readonly Law[] => {
  const of = (name: 'inPost' | 'cover' | 'available' | 'absent' | 'inInduction') =>
    measure(name, team, role)
  const heads = (...contracts: readonly string[]) =>
    contracts.map((contract) => [100, measure('heads', team, role, contract)] as const)
  const named = (name: string): string => `${name} (${team}, ${role})`
  const atLeast = { holds: 'atLeastZero' } as const
  const asARule = { ...atLeast, always: false } as const
  const staff = [
    [1, of('inPost')],
    [1, of('cover')],
  ] as const
  return [
    lawOf(
      named('hours in post'),
      [...heads('permanent', 'fixedTerm'), [-1, of('inPost')]],
      asARule,
    ),
    lawOf(
      named('hours of cover'),
      [...heads('interim', 'agency', 'locum'), [-1, of('cover')]],
      asARule,
    ),
    lawOf(named('everyone in post or covering is available or absent'), [
      ...staff,
      [-1, of('available')],
      [-1, of('absent')],
    ]),
    lawOf(named('hours absent'), [...staff, [-1, of('available')]], {
      ...atLeast,
      revealsPeople: true,
    }),
    lawOf(named('hours of those inducted'), [...staff, [-1, of('inInduction')]], {
      ...atLeast,
      revealsPeople: true,
    }),
  ]
}
