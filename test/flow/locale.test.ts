/**
 * The command as it is installed, in processes of its own: whatever the time zone and the
 * language of the machine, the same questions give the same bytes.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from '../kit/command.js'
import { sampled } from '../kit/long.js'

const machines = {
  plain: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  // A day ahead of London, and a language whose small letter of I is no i.
  faraway: { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
}

const uuid = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

const line = (n: number, given: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    specversion: '1.0',
    id: uuid(n),
    source: 'urn:send-ledger:test',
    datacontenttype: 'application/json',
    data: {},
    ...given,
  })

const request = (n: number, effectivedate: string, recordedtime: string): string =>
  line(n, {
    type: 'uk.send-ledger.RequestReceived.v1',
    subject: `case-${n}`,
    effectivedate,
    recordedtime,
    data: { requestedBy: 'school', startedBy: 'request' },
  })

/** Records on both sides of midnight in London, in summer and in winter. */
const records = [
  request(1, '2021-01-08', '2021-01-08T23:59:59.999Z'),
  request(2, '2021-01-09', '2021-01-09T00:00:00.000Z'),
  line(3, {
    type: 'uk.send-ledger.PlanIssued.v1',
    subject: 'case-1',
    effectivedate: '2021-05-28',
    recordedtime: '2021-06-30T22:59:59.999Z',
  }),
  line(4, {
    type: 'uk.send-ledger.WorkerStarted.v1',
    subject: 'worker-i',
    effectivedate: '2021-07-01',
    recordedtime: '2021-06-30T23:00:00.000Z',
    data: { team: 'İstanbul ı', role: 'ITINERANT', fte: 0.8, contract: 'permanent' },
  }),
  'nonsense',
].join('\n')

const questions: readonly (readonly string[])[] = [
  ['export', 'walsall.sqlite'],
  ['export', 'walsall.sqlite', '--known-at', '2021-06-30'],
  ...['compliance', 'wsoa', 'workforce', 'capacity'].flatMap((view) =>
    sampled(['table', 'json', 'csv'], 3, view.length).map((format) => [
      'view',
      view,
      'walsall.sqlite',
      '--as-at',
      '2021-07-31',
      '--known-at',
      '2021-07-01',
      '--format',
      format,
    ]),
  ),
]

/** What every question printed, on a machine where the records were imported. */
const answersOn = (machine: Readonly<Record<string, string>>): readonly string[] => {
  const cwd = mkdtempSync(join(tmpdir(), 'send-ledger-locale-'))
  const run = (args: readonly string[]): string => {
    const { PATH = '' } = process.env
    const ran = spawnSync(process.execPath, [program, ...args], {
      cwd,
      env: { PATH, ...machine },
      encoding: 'utf8',
    })
    return `${ran.status}\n${ran.stdout}\n${ran.stderr}`
  }
  writeFileSync(join(cwd, 'records.ndjson'), records)
  return [
    run(['init', 'walsall.sqlite']),
    run(['import', 'records.ndjson', '--into', 'walsall.sqlite', '--recorded-time', 'keep']),
    ...questions.map(run),
  ]
}

test('the same questions give the same bytes in Apia and Turkish as in UTC and C', () => {
  const plain = answersOn(machines.plain)
  expect(plain.filter((answer) => !answer.startsWith('0\n'))).toEqual([])
  expect(plain[1]).toContain('accepted 4, duplicate 0, rejected 1')
  expect(plain[3]?.match(/specversion/g)).toHaveLength(3)
  expect(answersOn(machines.faraway)).toEqual(plain)
}, 120_000)
