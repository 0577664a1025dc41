import { ledgerWithPlans, run } from '../running.js'

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
