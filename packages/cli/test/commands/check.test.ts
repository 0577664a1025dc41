import { checkEvent, instant } from '@send-ledger/core'
import { openSqliteLedger } from '@send-ledger/store-sqlite'
import { fileOf, ledgerWithPlans, line, newLedger, run, uuid } from '../running.js'

test('what is conserved holds, and is named', async () => {
  const { code, out } = await run([
    'check',
    await ledgerWithPlans(),
    '--as-at',
    '2021-07-31',
    '--json',
  ])
  expect(code).toBe(0)
  const { holds, checks } = JSON.parse(out)
  expect(holds).toBe(true)
  expect(checks.map(({ name }: { name: string }) => name)).toContain(
    'each case that was requested is open, or ended in one way',
  )
})

test('an empty ledger has nothing that could not hold', async () => {
  const { code, out } = await run(['check', await newLedger(), '--as-at', '2021-07-31'])
  expect(code).toBe(0)
  expect(out).toContain('Conservation checks')
})

test('a wrong date is refused', async () => {
  expect(await run(['check', await newLedger(), '--as-at', 'today'])).toMatchObject({ code: 2 })
})

test('a rating that slipped in between is named, as two machines at a server may make one', async () => {
  const ledger = await newLedger()
  const path = fileOf(programmeWithScale)
  expect(await run(['import', path, '--into', ledger, '--strict'])).toMatchObject({ code: 0 })
  const asked = ['check', ledger, '--as-at', '2021-07-31', '--json'] as const
  expect(await run(asked)).toMatchObject({ code: 0 })
  // A store takes what it is given: the scale is for the recorder to look at.
  const now = () => instant('2021-09-01T12:00:00.000Z')
  const opened = await openSqliteLedger(ledger, { now })()
  if (opened._tag === 'Left') throw new Error(JSON.stringify(opened.left))
  const [event] = ratings('blue', 9).map((each) => checkEvent(each))
  if (event?._tag !== 'Right') throw new Error(JSON.stringify(event))
  await opened.right.append([{ stream: event.right.stream, expected: 0, events: [event.right] }])()
  await opened.right.close()()
  const { code, out } = await run(asked)
  expect(code).toBe(1)
  expect(JSON.parse(out).checks).toContainEqual({
    view: 'ledger',
    name: 'each rating is of the scale in use when it was recorded',
    failing: [{ subject: 'action-1', count: 1, positions: [3] }],
  })
})

const ratings = (rag: string, n: number) => [
  {
    id: uuid(n),
    type: 'ActionRagChanged',
    version: 1,
    stream: 'action-1',
    effectiveOn: '2021-05-05',
    data: { rag, reason: 'because', assessedBy: 'a role' },
  },
]

const lineOf = (n: number, subject: string, type: string, data: object): string =>
  line(n, { subject, type: `uk.send-ledger.${type}.v1`, data })

const programmeWithScale = [
  lineOf(1, 'programme-1', 'ProgrammeEstablished', {
    title: 'A programme',
    framework: 'writtenStatementOfAction',
  }),
  lineOf(2, 'programme-1', 'RagScaleAdopted', {
    scaleVersion: '1',
    ratings: ['red', 'green'].map((code, order) => ({
      ...{ code, label: code, meaning: code, order },
      complete: false,
      notStarted: false,
    })),
  }),
  lineOf(3, 'action-1', 'ActionAgreed', {
    ...{ programmeId: 'programme-1', number: '1.1', title: 'An action', areaIds: ['1'] },
    ...{ workstreamId: 'ehcp', owner: 'Head of SEND', dueOn: '2021-12-31', successCriteria: [] },
  }),
].join('')
