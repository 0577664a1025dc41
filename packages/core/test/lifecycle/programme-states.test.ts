/**
 * Every event of a programme and of an action in every state: taken, or refused by the rule named.
 */
import { draft, event } from '../given.js'
import { drafts, rulesOf, testTable } from './states.js'

const mending = { other: 'mends-own-stream', stands: 'mends-what-stands' } as const

describe('a programme', () => {
  const [begun, area, stream] = [
    'ProgrammeEstablished',
    'AreaOfConcernIdentified',
    'WorkstreamEstablished',
  ]
  const begunWhole = [begun, area, stream]
  const data = {
    'AreaOfConcernIdentified.next': { areaId: '2', number: 2, title: 'Timeliness' },
    'WorkstreamEstablished.next': { workstreamId: 'health', title: 'Health' },
    'MonitoringStoodDown.area': { areaId: '1', by: 'DfE' },
    'MonitoringStoodDown.all': { by: 'DfE' },
  } as const
  const programme = { category: 'programme', stream: 'programme-1', data } as const
  testTable({
    ...programme,
    states: {
      none: [],
      named: [area],
      begun: [begun],
      void: [begun, 'EventRetracted of 1'],
      whole: begunWhole,
      part: [...begunWhole, 'MonitoringStoodDown.area'],
      all: [...begunWhole, 'MonitoringStoodDown.all'],
      closed: [...begunWhole, 'ProgrammeClosed'],
      open: [...begunWhole, 'ProgrammeClosed', 'EventRetracted of 4'],
    },
    rules: {
      twice: 'established-once',
      again: 'closed-once',
      late: 'nothing-after-closing',
      id: 'id-unique',
      needs: 'ends-need-programme',
      what: 'stands-down-something',
      once: 'stood-down-once',
      ...mending,
    },
    // The sample of MonitoringStoodDown names an area and a workstream.
    cells: `
                                   none  named begun void   whole part  all   closed open
      ProgrammeEstablished         ok    ok    twice ok     twice twice twice twice  twice
      RagScaleAdopted              ok    ok    ok    ok     ok    ok    ok    late   ok
      AreaOfConcernIdentified      ok    id    ok    ok     id    id    id    id     id
      AreaOfConcernIdentified.next ok    ok    ok    ok     ok    ok    ok    late   ok
      WorkstreamEstablished        ok    ok    ok    ok     id    id    id    id     id
      WorkstreamEstablished.next   ok    ok    ok    ok     ok    ok    ok    late   ok
      PlanVersionApproved          ok    ok    ok    ok     ok    ok    ok    late   ok
      MonitoringStoodDown          needs needs what  needs  ok    once  once  ok     ok
      MonitoringStoodDown.area     needs needs what  needs  ok    once  once  ok     ok
      MonitoringStoodDown.all      needs needs ok    needs  ok    ok    once  ok     ok
      ProgrammeClosed              needs needs ok    needs  ok    ok    ok    again  ok
      EventRetracted               other ok    ok    stands ok    needs needs needs  ok
      EventCorrected               other ok    ok    stands ok    needs needs needs  ok
    `,
  })

  test.each<[string, readonly string[], string]>([
    [
      'the closing is moved before a version of the plan',
      [begun, 'RagScaleAdopted', 'PlanVersionApproved', 'ProgrammeClosed'],
      'nothing-after-closing',
    ],
    [
      'the standing down is moved before its area was named',
      [begun, 'RagScaleAdopted', area, 'MonitoringStoodDown.area'],
      'stands-down-something',
    ],
    [
      'the standing down of the whole is moved before that of an area',
      [begun, area, 'MonitoringStoodDown.area', 'MonitoringStoodDown.all'],
      'stood-down-once',
    ],
  ])('a correction is refused where %s', async (_, path, rule) => {
    const all = await rulesOf(drafts(programme, [...path, 'EventCorrected of 4 to 2']))
    expect(all.at(-1)).toBe(rule)
  })

  test('on the day on which the whole is stood down its parts may be named too', async () => {
    const path = [begun, area, 'MonitoringStoodDown.all', 'MonitoringStoodDown.area']
    const sameDay = drafts(programme, path).map(({ event: each }, n) =>
      draft(event(n + 1, 'programme-1', each.type, '2021-03-01', each.data), '2021-11-30'),
    )
    expect(new Set(await rulesOf(sameDay))).toEqual(new Set(['ok']))
  })
})

describe('an action', () => {
  const agreed = 'ActionAgreed'
  const action = { category: 'action', stream: 'action-1' } as const
  testTable({
    ...action,
    states: {
      none: [],
      agreed: [agreed],
      void: [agreed, 'EventRetracted of 1'],
      rated: [agreed, 'EvidenceRecorded', 'ActionRagChanged'],
      moved: [agreed, 'ActionRebaselined'],
      withdrawn: [agreed, 'ActionWithdrawn'],
      restored: [agreed, 'ActionWithdrawn', 'EventRetracted of 2'],
    },
    data: {
      'EvidenceRecorded.next': { evidenceId: 'f', title: 'Minutes', kind: 'document' },
    },
    rules: {
      start: 'starts-with',
      twice: 'starts-once',
      late: 'nothing-after-withdrawal',
      id: 'id-unique',
      ...mending,
    },
    cells: `
                             none   agreed  void    rated  moved  withdrawn  restored
      ActionAgreed           ok     twice   ok      twice  twice  twice      twice
      ActionRagChanged       start  ok      start   ok     ok     late       ok
      ActionRebaselined      start  ok      start   ok     ok     late       ok
      ActionProgressNoted    start  ok      start   ok     ok     late       ok
      EvidenceRecorded       start  ok      start   id     ok     late       ok
      EvidenceRecorded.next  start  ok      start   ok     ok     late       ok
      ActionWithdrawn        start  ok      start   ok     ok     late       ok
      EventRetracted         other  ok      stands  start  start  start      ok
      EventCorrected         other  ok      stands  start  start  start      ok
    `,
  })

  test('its withdrawal may not be moved before what came of it', async () => {
    const path = [agreed, 'ActionProgressNoted', 'ActionRagChanged', 'ActionWithdrawn']
    const all = await rulesOf(drafts(action, [...path, 'EventCorrected of 4 to 2']))
    expect(all.at(-1)).toBe('nothing-after-withdrawal')
  })
})
