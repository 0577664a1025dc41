import { checkEvent, type Draft, type Ledger, type LedgerRecord, recorder } from '@send-ledger/core'
import { exportNdjson } from '@send-ledger/interop'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { emptyLedger, imported, line, now, uuid } from './lines.js'

const exported = async (ledger: Ledger, size: number): Promise<string> => {
  let text = ''
  for await (const piece of exportNdjson(ledger, size)) {
    if (E.isLeft(piece)) throw new Error(piece.left._tag)
    text += piece.right.text
  }
  return text
}

const recordsOf = async (ledger: Ledger): Promise<readonly LedgerRecord[]> => {
  const page = await ledger.readAll({ from: 0, limit: 10_000 })()
  return E.isRight(page) ? page.right : []
}

interface Told {
  readonly stream: number
  readonly day: number
  readonly later: number
  readonly text: string
  readonly actor: string | null
}

/** Reports to a board: each stands alone, with text and numbers of any kind. */
const draftOf = ({ stream, day, text, actor }: Told, i: number, recordedAt: string): Draft => {
  const event = checkEvent({
    id: uuid(i + 1),
    type: 'ReportPresented',
    version: 1,
    stream: `oversight-${stream}.${i}`,
    effectiveOn: `2020-0${1 + (day % 9)}-1${day % 10}`,
    ...(actor === null ? {} : { actor: `officer ${actor}` }),
    data: {
      title: `Report ${text}`.trim(),
      to: 'board',
      asAt: '2020-01-31',
      figures: [{ measure: 'issued', numerator: day / 7 }],
    },
  })
  if (E.isLeft(event)) throw new Error(JSON.stringify(event.left))
  return { event: event.right, recordedAt: recordedAt as NonNullable<Draft['recordedAt']> }
}

const ledgerOf = async (told: readonly Told[]): Promise<Ledger> => {
  const ledger = emptyLedger()
  let at = Date.parse('2020-10-01T00:00:00.000Z')
  const drafts = told.map((each, i) => {
    at += each.later
    return draftOf(each, i, new Date(at).toISOString())
  })
  const outcomes = await recorder(ledger, { now }).record(drafts)()
  if (E.isLeft(outcomes)) throw new Error(outcomes.left._tag)
  const refused = outcomes.right.find(E.isLeft)
  if (refused) throw new Error(JSON.stringify(refused.left))
  return ledger
}

const word = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text) && text.trim() === text)

const told = fc.record({
  stream: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 0, max: 1000 }),
  later: fc.integer({ min: 0, max: 10_000_000 }),
  text: word,
  actor: fc.option(word),
})

test('a ledger exported and imported with its instants is the same, the declaration aside', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { maxLength: 30 }), async (many) => {
      const first = await ledgerOf(many)
      const records = await recordsOf(first)
      const second = emptyLedger()
      const file = await exported(first, records.length)
      const { rejects } = await imported(second, file, { recordedTime: 'keep' })
      expect(rejects).toEqual([])
      expect((await recordsOf(second)).slice(0, records.length)).toEqual(records)
    }),
    { numRuns: 50 },
  )
})

test('the line of a record has the attributes of the contract, in its order', async () => {
  const ledger = emptyLedger()
  const told = line(1, { actor: 'case officer' })
  await imported(ledger, told, { recordedTime: 'keep' })
  expect(await exported(ledger, 1)).toBe(
    '{"specversion":"1.0","id":"0190a1b2-0000-7000-8000-000000000001",' +
      '"source":"urn:send-ledger:test","type":"uk.send-ledger.RequestReceived.v1",' +
      '"subject":"case-1","effectivedate":"2021-05-03",' +
      '"recordedtime":"2021-05-04T09:12:00.000Z","datacontenttype":"application/json",' +
      '"data":{"requestedBy":"school","startedBy":"request"},' +
      '"actor":"case officer","position":0,"revision":0}\n',
  )
})

test('an export of a size is the beginning of an export of the whole', async () => {
  const ledger = emptyLedger()
  const many = Array.from({ length: 4_500 }, (_, i) => line(i + 1)).join('\n')
  await imported(ledger, many)
  const whole = await exported(ledger, 4_500)
  const part = await exported(ledger, 2_300)
  expect(part.split('\n')).toHaveLength(2_301)
  expect(whole.startsWith(part)).toBe(true)
})
