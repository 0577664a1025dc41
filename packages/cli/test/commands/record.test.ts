import { fileOf, newLedger, run, uuid } from '../running.js'

const data = '{"requestedBy":"school","startedBy":"request"}'

const request = (ledger: string, ...more: readonly string[]): readonly string[] => [
  'record',
  ledger,
  'case-1042',
  'RequestReceived',
  '--on',
  '2021-05-03',
  '--data',
  data,
  ...more,
]

test('an event is recorded, and its id and instant are told', async () => {
  const { code, out, err } = await run(request(await newLedger(), '--id', uuid(1)))
  expect([code, err]).toEqual([0, ''])
  expect(out).toBe(
    'Recorded RequestReceived of 2021-05-03 in case-1042 at position 0.\n' +
      `Its id: ${uuid(1)}. Known since 2021-09-01T12:00:00.000Z.\n`,
  )
})

test('a new id is told in words and in JSON', async () => {
  const ledger = await newLedger()
  const id = /Its id: ([0-9a-f-]{36})\./.exec((await run(request(ledger))).out)?.[1] ?? 'none'
  const corrected = JSON.stringify({ corrects: id, effectiveOn: '2021-05-04', reason: 'A slip.' })
  const { code, out } = await run([
    ...['record', ledger, 'case-1042', 'EventCorrected', '--on', '2021-05-05'],
    ...['--data', corrected, '--json'],
  ])
  expect([code, JSON.parse(out).record]).toEqual([
    0,
    expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
  ])
})

test('the same id with the same content is recorded once', async () => {
  const ledger = await newLedger()
  await run(request(ledger, '--id', uuid(1)))
  const { code, out } = await run(request(ledger, '--id', uuid(1), '--json'))
  expect([code, JSON.parse(out).duplicate]).toEqual([0, true])
  expect((await run(request(ledger, '--id', uuid(1)))).out).toContain(`Its id: ${uuid(1)}.`)
})

test('the same id with other content is refused', async () => {
  const ledger = await newLedger()
  await run(request(ledger, '--id', uuid(1)))
  const { code, err } = await run(request(ledger, '--id', uuid(1), '--actor', 'case officer'))
  expect([code, err]).toEqual([1, expect.stringContaining('other content')])
})

test('what the life cycle forbids is refused with its rule', async () => {
  const ledger = await newLedger()
  const { code, err } = await run(['record', ledger, 'case-1', 'PlanIssued', '--on', '2021-05-03'])
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^send-ledger: not recorded: /)])
})

test.each([
  ['an event type that there is not', ['case-1', 'PlanLost', '--on', '2021-05-03']],
  ['the type toString', ['case-1', 'toString', '--on', '2021-05-03']],
  ['a stream of another category', ['post-1', 'PlanIssued', '--on', '2021-05-03']],
  ['a date that does not exist', ['case-1', 'PlanIssued', '--on', '2021-02-29']],
  ['data that is no JSON', ['case-1', 'PlanIssued', '--on', '2021-05-03', '--data', '{']],
  ['data of other fields', ['case-1', 'PlanIssued', '--on', '2021-05-03', '--data', '{"a":1}']],
  ['no date', ['case-1', 'PlanIssued']],
  ['an id that is no UUID', ['case-1', 'PlanIssued', '--on', '2021-05-03', '--id', '7']],
])('%s is wrong use', async (_, args) => {
  const { code, out, err } = await run(['record', await newLedger(), ...args])
  expect([code, out]).toEqual([2, ''])
  expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^send-ledger: .+[.?]$/)])
})

test('a type in the wrong case is recognised', async () => {
  const args = ['record', await newLedger(), 'case-1', 'planissued', '--on', '2021-05-03']
  expect((await run(args)).err).toContain('PlanIssued')
})

test('the data may come from a file, as an editor on Windows writes it', async () => {
  const file = fileOf(`\ufeff{\r\n  "requestedBy": "school",\r\n  "startedBy": "request"\r\n}\r\n`)
  const ledger = await newLedger()
  const on = ['record', ledger, 'case-1042', 'RequestReceived', '--on', '2021-05-03'] as const
  expect((await run([...on, '--data-file', file])).code).toBe(0)
  const kept = JSON.parse((await run(['export', ledger])).out)
  expect(kept.data).toEqual(JSON.parse(data))
  const both = await run([...on, '--data-file', file, '--data', data])
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('not both')])
  const none = await run([...on, '--data-file', `${file}.none`])
  expect([none.code, none.err]).toEqual([3, expect.stringContaining('no such file')])
})
