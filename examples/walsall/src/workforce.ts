/**
 * The service's posts and people: the six posts and the one that were funded are published, and
 * so is that interim staff and locums covered; the others are illustrative.
 */
import { type CivilDate, civilDate } from '@send-ledger/core'
import type { EventData } from '@send-ledger/core/records'
import { opened } from './dates.js'
import type { Diary } from './diary.js'
import { published } from './published.js'

const [assessment, psychology] = published.workforce.postsFunded

const roles = {
  [assessment.team]: 'EHC coordinator',
  [psychology.team]: 'Educational psychologist',
} as const

type Team = keyof typeof roles
type PostId = NonNullable<EventData<'WorkerStarted'>['postId']>

/** Enters posts and workers. */
export const enterWorkforce = (diary: Diary): void => {
  let workers = 0
  const start = (
    team: Team,
    on: CivilDate,
    given: Omit<EventData<'WorkerStarted'>, 'team' | 'role'>,
  ) => {
    const stream = `worker-${++workers}`
    diary.enter({ stream, type: 'WorkerStarted', on, data: { team, role: roles[team], ...given } })
    return stream
  }
  const establish = (team: Team, n: number, on: CivilDate): string => {
    const stream = `post-${team === assessment.team ? 'ehc' : 'ep'}-${n}`
    const data = { team, role: roles[team], fte: 1, funding: 'permanent' } as const
    diary.enter({ stream, type: 'PostEstablished', on, data })
    return stream
  }
  const staff = (team: Team, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => {
      const postId = establish(team, i + 1, opened) as PostId
      const worker = start(team, opened, { fte: i === 0 ? 0.8 : 1, contract: 'permanent', postId })
      diary.enter({ stream: worker, type: 'InductionCompleted', on: opened, data: {} })
      return worker
    })
  const coordinators = staff(assessment.team, 10)
  staff(psychology.team, 5)
  const leave = (worker: string | undefined, on: string): void => {
    diary.enter({ stream: worker as string, type: 'WorkerLeft', on: civilDate(on), data: {} })
  }
  leave(coordinators[7], '2020-11-30')
  leave(coordinators[8], '2021-03-31')
  diary.enter({
    stream: coordinators[3] as string,
    type: 'AbsenceStarted',
    on: civilDate('2021-05-17'),
    data: { kind: 'maternity' },
  })
  const funded = civilDate('2021-06-01')
  const advertise = (team: Team, n: number): void => {
    const stream = establish(team, n, funded)
    const data = { closesOn: civilDate(`${published.workforce.advertisedClosing}-13`) }
    diary.enter({ stream, type: 'PostAdvertised', on: civilDate('2021-07-12'), data })
  }
  for (let n = 1; n <= assessment.count; n++) advertise(assessment.team, 10 + n)
  for (let n = 1; n <= psychology.count; n++) advertise(psychology.team, 5 + n)
  for (const on of ['2020-12-07', '2020-12-07', '2021-04-12', '2021-04-12', '2021-05-04']) {
    start(assessment.team, civilDate(on), { fte: 1, contract: 'interim' })
  }
  for (const on of ['2020-09-07', '2021-01-11']) {
    start(psychology.team, civilDate(on), { fte: 0.5, contract: 'locum' })
  }
}
