import { newLedger, run } from '../running.js'

const commands: readonly (readonly [string, readonly string[]])[] = [
  ['view', ['view', 'compliance', 'L', '--as-at', 'D']],
  ['view, known', ['view', 'compliance', 'L', '--as-at', '2021-07-31', '--known-at', 'D']],
  ['check', ['check', 'L', '--as-at', 'D']],
  ['check, known', ['check', 'L', '--as-at', '2021-07-31', '--known-at', 'D']],
  ['explain', ['explain', 'compliance', 'L', '--as-at', 'D', '--figure', 'issued:2021-07']],
  ['reconcile', ['reconcile', 'L', '--as-at', 'D', '--was-known-at', '2021-07-31']],
  ['reconcile, known', ['reconcile', 'L', '--as-at', '2021-07-31', '--was-known-at', 'D']],
  ['told', ['told', 'L', '--known-at', 'D']],
  ['assurance', ['assurance', 'L', '--known-at', 'D']],
  ['export', ['export', 'L', '--known-at', 'D']],
  ['checkpoint', ['checkpoint', 'L', '--known-at', 'D']],
  ['record', ['record', 'L', 'case-1', 'AssessmentAgreed', '--on', 'D']],
]

const dates = ['0001-01-01', '1989-12-31', '2100-01-02', '9021-05-04', '2021-02-30', '2021-2-3', '']

test.each(commands.flatMap(([name, argv]) => dates.map((date) => [name, date, argv] as const)))(
  '%s of "%s" gets one sentence at once',
  async (_, date, argv) => {
    const ledger = await newLedger()
    const given = argv.map((each) => (each === 'L' ? ledger : each === 'D' ? date : each))
    const { code, out, err } = await run(given)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toMatch(/must (be a|lie)/)
  },
)
