/**
 * Runs the command within the process, on streams in memory. All subjects are invented.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { main } from '@send-ledger/cli'
import { instant } from '@send-ledger/core'

/** What a run printed, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What of the surroundings a test changes. */
export interface Surroundings {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly now?: string
  /** What standard output does with what is written to it. */
  readonly stdout?: Writable
}

const collecting = (texts: string[]): Writable =>
  new Writable({
    write: (chunk, _, done) => {
      texts.push(String(chunk))
      done()
    },
  })

/** Runs `send-ledger` with arguments. */
export const run = async (argv: readonly string[], given: Surroundings = {}): Promise<Ran> => {
  const out: string[] = []
  const err: string[] = []
  const terminal = given.terminal ?? false
  const code = await main(argv, {
    stdout: given.stdout ?? collecting(out),
    stderr: collecting(err),
    stdin: (async function* () {
      yield Buffer.from(given.stdin ?? '')
    })(),
    env: given.env ?? {},
    isTTY: { stdout: terminal, stderr: terminal },
    now: () => instant(given.now ?? '2021-09-01T12:00:00.000Z'),
  })
  return { code, out: out.join(''), err: err.join('') }
}

/** A path in a new folder. */
export const newPath = (name: string): string =>
  join(mkdtempSync(join(tmpdir(), 'send-ledger-test-')), name)

/** A file with a text. */
export const fileOf = (text: string, name = 'records.ndjson'): string => {
  const path = newPath(name)
  writeFileSync(path, text)
  return path
}

export const textOf = (path: string): string => readFileSync(path, 'utf8')

/** The path of a new, empty ledger. */
export const newLedger = async (name = 'walsall.sqlite'): Promise<string> => {
  const path = newPath(name)
  const { code, err } = await run(['init', path])
  if (code !== 0) throw new Error(err)
  return path
}

export const uuid = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A good line: a request in the case numbered `n`. */
export const line = (n: number, change: Readonly<Record<string, unknown>> = {}): string =>
  `${JSON.stringify({
    specversion: '1.0',
    id: uuid(n),
    source: 'urn:send-ledger:test',
    type: 'uk.send-ledger.RequestReceived.v1',
    subject: `case-${n}`,
    effectivedate: '2021-05-03',
    recordedtime: '2021-05-04T09:12:00.000Z',
    datacontenttype: 'application/json',
    data: { requestedBy: 'school', startedBy: 'request' },
    ...change,
  })}\n`

export const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => line(from + i)).join('')

/** A ledger with some cases, some of them with plans in and out of time. */
export const ledgerWithPlans = async (): Promise<string> => {
  const ledger = await newLedger()
  const plans = [
    [1, '2021-05-28'],
    [2, '2021-07-10'],
  ] as const
  const requests = [1, 2, 3].map((n) =>
    line(n, { effectivedate: '2021-01-08', recordedtime: '2021-01-09T10:00:00.000Z' }),
  )
  const issued = plans.map(([n, on]) =>
    line(n, {
      id: uuid(100 + n),
      type: 'uk.send-ledger.PlanIssued.v1',
      effectivedate: on,
      recordedtime: `${on}T15:00:00.000Z`,
      data: {},
    }),
  )
  const file = fileOf([...requests, ...issued].join(''))
  const { code, err } = await run(['import', file, '--into', ledger, '--recorded-time', 'keep'])
  if (code !== 0 || err !== '') throw new Error(err)
  return ledger
}
