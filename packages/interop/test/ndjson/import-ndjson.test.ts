import { type Ledger, type LedgerRecord, recorder } from '@send-ledger/core'
import { explainImportFailure, importNdjson } from '@send-ledger/interop'
import * as E from 'fp-ts/lib/Either.js'
import { chunks, emptyLedger, imported, line, now, request, uuid } from './lines.js'

const recordsOf = async (ledger: Ledger): Promise<readonly LedgerRecord[]> => {
  const page = await ledger.readAll({ from: 0, limit: 100_000 })()
  if (E.isLeft(page)) throw new Error(page.left._tag)
  return page.right
}

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `${line(from + i)}\n`).join('')

/** A file that breaks off because its disk goes away. */
async function* broken(file: string) {
  yield* chunks(file)
  throw new Error('the disk went away')
}

describe('a file', () => {
  test('may start with a byte order mark', async () => {
    const { summary } = await imported(emptyLedger(), `\ufeff${line(1)}\n`)
    expect(summary.accepted).toBe(1)
  })

  test('may end its lines as Windows does', async () => {
    const { summary } = await imported(emptyLedger(), `${line(1)}\r\n${line(2)}\r\n`)
    expect(summary.accepted).toBe(2)
  })

  test('may lack the last line feed', async () => {
    const { summary } = await imported(emptyLedger(), `${line(1)}\n${line(2)}`)
    expect(summary.accepted).toBe(2)
  })

  test('may be empty', async () => {
    const { summary } = await imported(emptyLedger(), '')
    expect(summary).toMatchObject({ accepted: 0, duplicates: 0, rejected: 0 })
  })

  test('may hold blank lines, which count nowhere', async () => {
    const { summary } = await imported(emptyLedger(), `\n  \n${line(1)}\n\t\r\n`)
    expect(summary).toMatchObject({ accepted: 1, rejected: 0 })
  })

  test('that breaks off within a line is said to be cut short', async () => {
    const { rejects } = await imported(emptyLedger(), `${line(1)}\n${line(2).slice(0, 50)}`)
    expect(rejects[0]).toMatchObject({
      line: 2,
      code: 'not-json',
      reason: expect.stringContaining('cut short'),
    })
  })

  test('is split alike however its bytes arrive', async () => {
    const file = `\ufeff${line(1, { actor: 'café €' })}\r\n\nnonsense\n${line(2)}`
    const whole = await imported(emptyLedger(), file)
    for (const chunk of [1, 2, 3, 7, 64]) {
      expect(await imported(emptyLedger(), file, { chunk })).toEqual(whole)
    }
  })
})

describe('a line', () => {
  test('without data stands for an event without fields', async () => {
    const { data: _, ...rest } = request(1)
    const agreed = { ...rest, id: uuid(9), type: 'uk.send-ledger.AssessmentAgreed.v1' }
    const { summary } = await imported(emptyLedger(), `${line(1)}\n${JSON.stringify(agreed)}\n`)
    expect(summary.accepted).toBe(2)
  })

  test('may have attributes that are null, which count as absent', async () => {
    const { summary } = await imported(emptyLedger(), line(1, { actor: null, position: null }))
    expect(summary.accepted).toBe(1)
  })

  test('keeps its actor', async () => {
    const ledger = emptyLedger()
    await imported(ledger, line(1, { actor: 'case officer' }))
    expect((await recordsOf(ledger))[0]?.actor).toBe('case officer')
  })
})

describe('the same file again', () => {
  test('records nothing more', async () => {
    const ledger = emptyLedger()
    await imported(ledger, lines(1, 5))
    const { summary } = await imported(ledger, lines(1, 5))
    expect(summary).toMatchObject({ accepted: 0, duplicates: 5, rejected: 0 })
  })

  test('takes up an import that was interrupted', async () => {
    const ledger = emptyLedger()
    await imported(ledger, lines(1, 1500))
    const { summary } = await imported(ledger, lines(1, 2500))
    expect(summary).toMatchObject({ accepted: 1000, duplicates: 1500, rejected: 0 })
  })
})

test('a line said twice is recorded once', async () => {
  const { summary } = await imported(emptyLedger(), `${line(1)}\n${line(1)}\n`)
  expect(summary).toMatchObject({ accepted: 1, duplicates: 1, rejected: 0 })
})

test('under assign the instants are those of the clock', async () => {
  const ledger = emptyLedger()
  await imported(ledger, line(1))
  expect((await recordsOf(ledger))[0]?.recordedAt).toBe(now())
})

describe('under keep', () => {
  const keep = { recordedTime: 'keep' } as const

  test('instants are those of the file, and the import is declared after its records', async () => {
    const ledger = emptyLedger()
    const { summary } = await imported(ledger, lines(1, 2), { ...keep, name: 'spring.ndjson' })
    expect((await recordsOf(ledger)).map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
      ['RequestReceived', '2021-05-04T09:12:00.000Z'],
      ['RequestReceived', '2021-05-04T09:12:00.000Z'],
      ['ImportDeclared', '2021-05-04T09:12:00.000Z'],
    ])
    expect((await recordsOf(ledger))[2]).toMatchObject({
      stream: 'ledger-main',
      effectiveOn: '2021-05-04',
      data: { source: 'spring.ndjson', sha256: summary.sha256, count: 2, recordedAt: 'kept' },
    })
  })

  test('the day of the declaration is that of London', async () => {
    const ledger = emptyLedger()
    await imported(ledger, line(1, { recordedtime: '2021-06-30T23:30:00.000Z' }), keep)
    expect((await recordsOf(ledger))[1]?.effectiveOn).toBe('2021-07-01')
  })

  test('the same file again declares nothing more', async () => {
    const ledger = emptyLedger()
    await imported(ledger, lines(1, 3), keep)
    const { summary } = await imported(ledger, lines(1, 3), keep)
    expect(summary).toMatchObject({ accepted: 0, duplicates: 3, declared: false })
    expect(await recordsOf(ledger)).toHaveLength(4)
  })

  test('what is declared is what was newly recorded', async () => {
    const ledger = emptyLedger()
    const interrupted = importNdjson(recorder(ledger, { now }), broken(lines(1, 1000)), {
      name: 'file.ndjson',
      recordedTime: 'keep',
      onReject: () => {},
    })
    await interrupted()
    await imported(ledger, lines(1, 1005), keep)
    const declared = (await recordsOf(ledger)).filter(({ type }) => type === 'ImportDeclared')
    expect(
      declared.map(({ position, data }) => [position, (data as { count: number }).count]),
    ).toEqual([
      [1000, 1000],
      [1006, 5],
    ])
  })

  test('a file of which nothing is recorded is not declared', async () => {
    const ledger = emptyLedger()
    const { summary } = await imported(ledger, 'nonsense\n', keep)
    expect(summary.declared).toBe(false)
    expect(await recordsOf(ledger)).toHaveLength(0)
  })

  test('a line without recordedtime is rejected', async () => {
    const { rejects } = await imported(emptyLedger(), line(1, { recordedtime: null }), keep)
    expect(rejects[0]?.code).toBe('recorded-time-missing')
  })

  test('an instant before one earlier in the file is rejected, and the rest is recorded', async () => {
    const file = [
      line(1, { recordedtime: '2021-05-06T00:00:00.000Z' }),
      line(2, { recordedtime: '2021-05-05T23:59:59.999Z' }),
      line(3, { recordedtime: '2021-05-06T00:00:00.000Z' }),
    ]
    const { summary, rejects } = await imported(emptyLedger(), file.join('\n'), keep)
    expect(rejects).toMatchObject([{ line: 2, code: 'recorded-out-of-order' }])
    expect(summary.accepted).toBe(2)
  })

  test('an instant before the last of the ledger is rejected', async () => {
    const ledger = emptyLedger()
    await imported(ledger, line(1))
    const { rejects } = await imported(ledger, line(2), keep)
    expect(rejects[0]?.code).toBe('recorded-out-of-order')
  })

  test('an instant far ahead of the clock is rejected: no later one could follow it', async () => {
    const file = line(1, { recordedtime: '2201-05-04T09:12:00.000Z' })
    const { rejects } = await imported(emptyLedger(), file, keep)
    expect(rejects[0]?.code).toBe('recorded-in-future')
  })

  test('a date after the kept instant is rejected, though it lies before the clock', async () => {
    const { rejects } = await imported(
      emptyLedger(),
      line(1, { effectivedate: '2021-05-05' }),
      keep,
    )
    expect(rejects[0]?.code).toMatch(/^life-cycle-/)
  })

  test('an instant in another zone is kept as the same instant in UTC', async () => {
    const ledger = emptyLedger()
    await imported(ledger, line(1, { recordedtime: '2021-05-04T10:12:00+01:00' }), keep)
    expect((await recordsOf(ledger))[0]?.recordedAt).toBe('2021-05-04T09:12:00.000Z')
  })
})

describe('an import that cannot come to its end', () => {
  const options = { name: 'a.ndjson', recordedTime: 'assign', onReject: () => {} } as const

  test('says that the file broke, and keeps what was recorded before', async () => {
    const ledger = emptyLedger()
    const outcome = await importNdjson(recorder(ledger, { now }), broken(lines(1, 1000)), options)()
    expect(E.isLeft(outcome) && explainImportFailure(outcome.left)).toMatch(/a.ndjson.*went away/)
    expect(await recordsOf(ledger)).toHaveLength(1000)
  })

  test('says that the rejected lines could not be written', async () => {
    const onReject = (): void => {
      throw new Error('the disk is full')
    }
    const target = recorder(emptyLedger(), { now })
    const outcome = await importNdjson(target, chunks('nonsense\n'), { ...options, onReject })()
    expect(E.isLeft(outcome) && explainImportFailure(outcome.left)).toMatch(/disk is full/)
  })

  test('gives the failure of the ledger', async () => {
    const failure = {
      _tag: 'LedgerUnavailable',
      ledger: 'l',
      doing: 'writing',
      reason: 'it is locked',
    } as const
    const target = { record: () => async () => E.left(failure) }
    const outcome = await importNdjson(target, chunks(line(1)), options)()
    expect(outcome).toEqual(E.left(failure))
  })
})

test('twenty thousand lines are recorded, in batches and in order', async () => {
  const ledger = emptyLedger()
  const batches: number[] = []
  const inner = recorder(ledger, { now })
  const target: typeof inner = {
    record: (drafts) => {
      batches.push(drafts.length)
      return inner.record(drafts)
    },
  }
  const outcome = await importNdjson(target, chunks(lines(1, 20_000)), {
    name: 'many.ndjson',
    recordedTime: 'assign',
    onReject: () => {},
  })()
  expect(outcome).toMatchObject(E.right({ accepted: 20_000, rejected: 0 }))
  expect(batches).toEqual(Array(20).fill(1000))
  expect((await recordsOf(ledger)).every(({ id }, i) => id === uuid(i + 1))).toBe(true)
}, 60_000)
