/**
 * Instants that are kept are the source's word, and graded so, at whatever point an import ends.
 */
import { checkEvent, instant, type Ledger, recorder, streamId } from '@send-ledger/core'
import { gradeOf, importedRanges } from '@send-ledger/core/records'
import { importNdjson } from '@send-ledger/interop'
import { memoryLedger } from '@send-ledger/store-memory'
import * as E from 'fp-ts/lib/Either.js'
import { chunks, line, sha256, uuid } from './lines.js'

/** The instant of every line, and of the clock here. */
const now = () => instant('2021-05-04T09:12:00.000Z')

const ledgerOfThatDay = (): Ledger => memoryLedger({ sha256, now })

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const gradesOf = async (ledger: Ledger): Promise<ReadonlyMap<string, string>> => {
  const main = right(await ledger.readStream(streamId('ledger-main'))())
  const grade = gradeOf(importedRanges(main))
  const all = right(await ledger.readAll({ from: 0, limit: 100_000 })())
  return new Map(all.map((record) => [record.id, grade(record)]))
}

const importInto = (ledger: Ledger, file: string) =>
  importNdjson(recorder(ledger, { now }), chunks(file), {
    name: 'spring.ndjson',
    recordedTime: 'keep',
    onReject: () => {},
  })()

/** A request recorded here, by this clock, as soon as it was received. */
const recordHere = async (ledger: Ledger, n: number) => {
  const { id, subject: stream, effectivedate: effectiveOn, data } = JSON.parse(line(n))
  const event = checkEvent({ id, type: 'RequestReceived', version: 1, stream, effectiveOn, data })
  const recorded = await recorder(ledger, { now }).record([{ event: right(event) }])()
  expect(right(recorded)[0]?._tag).toBe('Right')
}

const hashOf = (file: string): string => Buffer.from(sha256(Buffer.from(file))).toString('hex')
const linesOf = (numbers: readonly number[]): string => numbers.map((n) => `${line(n)}\n`).join('')
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)

test('whenever an import is killed, what it kept is graded as imported, and nothing else', async () => {
  // One request was recorded before, another has the id of a line in another case.
  const file = linesOf([...from(3, 1100), 1, ...from(1103, 1400)]).replace(
    `"id":"${uuid(1500)}"`,
    `"id":"${uuid(2)}"`,
  )
  for (let most = 0; ; most++) {
    const ledger = ledgerOfThatDay()
    for (const n of [1, 2]) await recordHere(ledger, n)
    let appends = 0
    const killed: Ledger = {
      ...ledger,
      append: (...given) => {
        if (appends++ < most) return ledger.append(...given)
        return async () =>
          E.left({ _tag: 'LedgerUnavailable', ledger: 'it', doing: 'writing', reason: 'killed' })
      },
    }
    const ended = await importInto(killed, file)
    const expectGrades = async () => {
      for (const [id, grade] of await gradesOf(ledger)) {
        const isOurs = id === uuid(1) || id === uuid(2)
        const isCase = id.startsWith('0190a1b2-0000-7000-8000-')
        if (isCase) expect([id, grade]).toEqual([id, isOurs ? 'contemporaneous' : 'imported'])
      }
    }
    await expectGrades()
    // And once it is run again to its end.
    right(await importInto(ledger, file))
    await expectGrades()
    if (E.isRight(ended)) break
    expect(most).toBeLessThan(20)
  }
}, 120_000)

test('what somebody else records between two batches is theirs', async () => {
  const ledger = ledgerOfThatDay()
  const busy: Ledger = {
    ...ledger,
    append: (...given) => {
      const appended = ledger.append(...given)
      return async () => {
        const outcome = await appended()
        const { size } = right(await ledger.head()())
        if (size < 4000) await recordHere(ledger, 10_000 + size)
        return outcome
      }
    },
  }
  right(await importInto(busy, linesOf(from(1, 2500))))
  const grades = await gradesOf(ledger)
  const theirs = [...grades].filter(([id]) => id >= uuid(10_000) && id.startsWith('0190a1b2'))
  expect(theirs.length).toBeGreaterThan(1)
  expect(theirs.every(([, grade]) => grade === 'contemporaneous')).toBe(true)
  expect([...grades.values()].filter((grade) => grade === 'imported')).toHaveLength(2500)
}, 60_000)

test.each([
  ['duplicates', from(1, 5), from(1, 5)],
  ['rejected lines', [], from(3001, 5)],
])('last lines that are %s declare nothing', async (_what, before, last) => {
  const ledger = ledgerOfThatDay()
  for (const n of before) await recordHere(ledger, n)
  const full = linesOf(from(1001, 1000))
  const isRejected = before.length === 0
  const file =
    full + (isRejected ? linesOf(last).replaceAll('"school"', '"nobody"') : linesOf(last))
  const summary = right(await importInto(ledger, file))
  expect(summary).toMatchObject({ accepted: 1000, declared: true, sha256: hashOf(file) })
  expect(summary.duplicates + summary.rejected).toBe(last.length)
  const declarations = right(await ledger.readStream(streamId('ledger-main'))())
  expect(declarations.map(({ data }) => data)).toMatchObject([
    { count: 1000, sha256: hashOf(full) },
  ])
})

test('one new record among the last lines declares the whole file', async () => {
  const ledger = ledgerOfThatDay()
  const file = linesOf([...from(1001, 1000), ...from(1001, 5), 2001])
  right(await importInto(ledger, file))
  const declarations = right(await ledger.readStream(streamId('ledger-main'))())
  expect(declarations.map(({ data }) => data)).toMatchObject([
    { count: 1000, sha256: hashOf(linesOf(from(1001, 1000))) },
    { count: 1, sha256: hashOf(file) },
  ])
})
