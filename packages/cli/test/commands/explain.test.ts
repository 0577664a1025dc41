import { fileOf, ledgerWithPlans, line, newLedger, run, uuid } from '../running.js'

const explain = async (figure: string, ...more: readonly string[]) => {
  const ledger = await ledgerWithPlans()
  const asked = ['explain', 'compliance', ledger, '--as-at', '2021-07-31', '--figure', figure]
  return run([...asked, ...more])
}

const json = async (figure: string, ...more: readonly string[]) =>
  JSON.parse((await explain(figure, ...more, '--json')).out)

test('a figure lists the subjects it counts, their clock and their records', async () => {
  const { figure, value, sums } = await json('inTime:2021-05')
  expect([figure, value]).toEqual(['months.inTime.all:2021-05', 1])
  expect(sums).toMatchObject([
    {
      value: 1,
      counted: [
        {
          subject: 'case-1',
          count: 1,
          records: [{ type: 'PlanIssued', effectiveOn: '2021-05-28' }],
          clock: {
            citation: 'SI 2014/1530 reg 13(2)',
            startedOn: '2021-01-08',
            lastDayInTime: '2021-05-28',
            counting: 'exclusive',
          },
        },
      ],
    },
  ])
})

test('what was considered and left out says why', async () => {
  const [sum] = (await json('inTime:2021-07', '--basis', 'excludingExceptions')).sums
  expect([sum.value, sum.counted]).toEqual([0, []])
  expect(sum.leftOut).toMatchObject([{ subject: 'case-2', because: 'late' }])
})

test('a derived figure is explained by the sums that it is worked out from', async () => {
  const { value, sums } = await json('rolling12.percent:2021-07')
  expect(value).toBe('50.0')
  expect(sums.map(({ name, value: sum }: { name: string; value: number }) => [name, sum])).toEqual([
    ['numerator', 1],
    ['denominator', 2],
  ])
})

test('in words a derived figure says how it follows from its sums', async () => {
  const { out } = await explain('rolling12.percent:2021-07')
  expect(out).toContain('months.rolling12.percent.all:2021-07 is 50.0: 100 × 1 / 2, to 1 decimal.')
  expect(out).toContain('denominator: 2 plans, of 2 subjects')
})

test('the same in words', async () => {
  const { code, out } = await explain('issued:2021-05')
  expect(code).toBe(0)
  expect(out).toContain('months.issued.all:2021-05 is 1.')
  expect(out).toContain('requested 8 January 2021')
  expect(out).toContain('As at 31 July 2021')
})

test('a figure that is not there is refused, and some that are there are named', async () => {
  const { code, err } = await explain('isued:2021-05')
  expect(code).toBe(2)
  expect(err).toMatch(
    /there is no figure isued:2021-05\. There are months\.issued\.all:2021-05, .* others/,
  )
})

test('where one subject stands: in the figure, left out, or outside its dates', async () => {
  const standing = async (figure: string, subject: string) => {
    const [{ subjects, counted, leftOut }] = (await json(figure, '--subject', subject)).sums
    return [subjects, counted.length, leftOut.map(({ because }: { because: string }) => because)]
  }
  expect(await standing('issued:2021-05', 'case-1')).toEqual([1, 1, []])
  expect(await standing('inTime:2021-07', 'case-2')).toEqual([0, 0, ['late']])
  expect(await standing('issued:2021-05', 'case-2')).toEqual([1, 0, ['otherMonth']])
  expect(await standing('issued:2021-05', 'case-3')).toEqual([1, 0, ['notIssued']])
  expect(await standing('open.total', 'case-1')).toEqual([1, 0, ['issued']])
  expect(await standing('open.overdue.all', 'case-1')).toEqual([1, 0, ['issued']])
  expect((await explain('issued:2021-05', '--subject', 'case-9')).err).toContain(
    'no records of case-9 were known',
  )
  expect((await explain('issued:2021-05', '--subject', 'child')).code).toBe(2)
})

test('a figure that has no bases is in the basis of all', async () => {
  const { code, out } = await explain('open.total', '--basis', 'all')
  expect([code, out]).toEqual([0, expect.stringMatching(/^open\.total is \d+/)])
})

/** Two teams: one with a vacancy, one with more in post than established. */
const ledgerOfTwoTeams = async (): Promise<string> => {
  const ledger = await newLedger()
  const told = (n: number, subject: string, type: string, data: object) =>
    line(n, {
      id: uuid(n),
      type: `uk.send-ledger.${type}.v1`,
      subject,
      effectivedate: '2021-01-04',
      recordedtime: '2021-01-04T10:00:00.000Z',
      data: { role: 'officer', fte: 1, ...data },
    })
  const funded = { funding: 'permanent' }
  const held = { contract: 'permanent' }
  const records = [
    told(1, 'post-1', 'PostEstablished', { team: 'SEN', ...funded }),
    told(2, 'post-2', 'PostEstablished', { team: 'EP', ...funded }),
    told(3, 'worker-1', 'WorkerStarted', { team: 'EP', ...held }),
    told(4, 'worker-2', 'WorkerStarted', { team: 'EP', ...held, fte: 0.5 }),
  ]
  const argv = ['import', fileOf(records.join('\n')), '--into', ledger, '--recorded-time', 'keep']
  expect(await run(argv)).toMatchObject({ code: 0, err: '' })
  return ledger
}

test('vacancies are explained team by team, and so is over-establishment', async () => {
  const ledger = await ledgerOfTwoTeams()
  const asked = async (figure: string) => {
    const argv = ['explain', 'workforce', ledger, '--as-at', '2021-07-31', '--figure', figure]
    return JSON.parse((await run([...argv, '--json'])).out)
  }
  const vacant = await asked('totals.vacantFte')
  expect([vacant.value, vacant.sums.map((sum: { value: number }) => sum.value)]).toEqual([
    '1',
    [-50, 100],
  ])
  expect(vacant.sums[1]).toMatchObject({ name: 'SEN / officer', counted: [{ subject: 'post-1' }] })
  expect(await asked('teams.overEstablishmentFte:EP / officer')).toMatchObject({
    value: '0.5',
    sums: [{ name: 'inPostLessEstablished', value: 50, unit: { name: 'FTE', perOne: 100 } }],
  })
})

test('in words hours are whole ones, and vacancies are what is above 0', async () => {
  const ledger = await ledgerOfTwoTeams()
  const asked = async (figure: string) =>
    (await run(['explain', 'workforce', ledger, '--as-at', '2021-07-31', '--figure', figure])).out
  expect(await asked('totals.vacantFte')).toContain(
    'totals.vacantFte is 1: what is above 0 of each sum below, added up.',
  )
  const inPost = await asked('teams.inPostFte:EP / officer')
  expect(inPost).toContain('sum: 1.5 FTE, of 2 subjects')
  expect(inPost).toMatch(/worker-2.*WorkerStarted.* 0\.5 /)
})

test('the table of the workforce has both, for each team and in all', async () => {
  const argv = ['view', 'workforce', await ledgerOfTwoTeams(), '--as-at', '2021-07-31']
  const { out } = await run(argv)
  const cells = out.split('\n').map((row) => row.split('│').map((cell) => cell.trim()))
  const rows = cells
    .filter(([, team]) => ['EP', 'SEN', 'All teams'].includes(team ?? ''))
    .slice(0, 3)
  expect(out).toMatch(/Vacant \(FTE\)\s*│\s*Over-established/)
  expect(rows.map((row) => row.slice(3, 7))).toEqual([
    ['1', '1.5', '0', '0.5'],
    ['1', '0.0', '1', '0.0'],
    ['2', '1.5', '1', '0.5'],
  ])
})
