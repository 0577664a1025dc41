/**
 * A fold that forgets: who is folded again is recalled from the records of the subject, and
 * nothing is folded without them.
 */
import { civilDate, defaultLaw, Fold, type LedgerRecord } from '@send-ledger/core'
import type { Projection } from '@send-ledger/core/projection'
import { event } from '../given.js'

/** Actions but for their notes. */
// biome-ignore format: names, and nothing to read line by line
type Ignored =
  | 'ActionAgreed' | 'ActionRagChanged' | 'ActionRebaselined' | 'EvidenceRecorded'
  | 'ActionWithdrawn'

type Notes<Of extends Ignored = Ignored> = Projection<
  { readonly notes: string[] },
  'action',
  'notes',
  Of
>

const notes: Notes = {
  name: 'notes',
  version: 1,
  category: 'action',
  initial: () => ({ notes: [] }),
  on: {
    ActionProgressNoted: (facts, { data }) => {
      if (data.note !== 'nothing') facts.notes.push(data.note)
    },
  },
  steps: (facts, count) => count.step('notes', civilDate('2021-01-01'), facts.notes.length),
}

/** Notes on two actions, each record the next of the ledger. */
const noted = (...given: readonly (readonly [action: 'one' | 'two', note: string])[]) => {
  const revisions = { one: 0, two: 0 }
  return given.map(([action, note], position) => {
    const told = event(position, `action-${action}`, 'ActionProgressNoted', '2021-01-01', { note })
    const revision = revisions[action]++
    return { ...told, position, revision, recordedAt: '2021-01-01T12:00:00.000Z' } as never
  }) as readonly LedgerRecord[]
}

const streamOf = (records: readonly LedgerRecord[], position: number) =>
  records.slice(0, position + 1).filter(({ stream }) => stream === records[position]?.stream)

const forgetful = (mode: 'bulk' | 'live' = 'bulk'): Fold =>
  new Fold([notes], defaultLaw, { mode, remembered: 1 })

test('a subject that was forgotten needs its records, and is not folded without them', () => {
  const records = noted(['one', 'a'], ['two', 'b'], ['one', 'c'])
  const fold = forgetful()
  for (const record of records.slice(0, 2)) fold.next(record)
  const third = records[2] as LedgerRecord
  expect(fold.needsStream(third)).toBe(true)
  expect(() => fold.next(third)).toThrow('record 2 needs the earlier records of action-one')
  expect(fold.points.size).toBe(2)
  fold.next(third, streamOf(records, 2))
  expect(fold.factsOf(notes, third.stream)).toEqual({ notes: ['a', 'c'] })
  expect([1, 2, 3].map((size) => fold.points.sum('notes', 20_000, size))).toEqual([1, 2, 3])
})

test('what was found to need no records may need them after others were folded', () => {
  const records = noted(['one', 'a'], ['one', 'b'], ['two', 'c'])
  const [first, second, other] = records as [LedgerRecord, LedgerRecord, LedgerRecord]
  const fold = forgetful()
  fold.next(first)
  expect(fold.needsStream(second)).toBe(false)
  fold.next({ ...other, position: 1 })
  expect(() => fold.next({ ...second, position: 2 })).toThrow('needs the earlier records')
  expect(() => fold.next(second)).toThrow('needs the earlier records')
})

test('a record that changes no facts says so, also of a subject that was forgotten', () => {
  const records = noted(['one', 'a'], ['two', 'b'], ['one', 'nothing'], ['one', 'd'])
  const fold = forgetful('live')
  const changes = records.map((record, i) => fold.next(record, streamOf(records, i)))
  expect(changes).toEqual([true, true, false, true])
})

test('a projection that no record had reached counts nothing before it is, forgotten or not', () => {
  const blank: Notes = {
    ...notes,
    // Says something even of facts of which nothing is known.
    steps: (facts, count) => count.step('notes', civilDate('2021-01-01'), 5 + facts.notes.length),
  }
  const [first, other, noted2] = noted(['one', 'a'], ['two', 'b'], ['one', 'c']) as [
    LedgerRecord,
    LedgerRecord,
    LedgerRecord,
  ]
  const agreed = { ...first, type: 'ActionAgreed', data: {} } as LedgerRecord
  const records = [agreed, other, noted2]
  const sums = (fold: Fold): readonly number[] => {
    for (const [i, record] of records.entries()) fold.next(record, streamOf(records, i))
    return [1, 2, 3].map((size) => fold.points.sum('notes', 20_000, size))
  }
  const also: Notes<Exclude<Ignored, 'ActionAgreed'>> = {
    ...notes,
    name: 'also',
    on: { ...notes.on, ActionAgreed: (facts) => void facts.notes.push('agreed') },
    steps: () => {},
  }
  const remembering = sums(new Fold([blank, also], defaultLaw))
  expect(remembering).toEqual([0, 6, 12])
  expect(sums(new Fold([blank, also], defaultLaw, { remembered: 1 }))).toEqual(remembering)
})

test('who is at hand needs no records but the next', () => {
  const records = noted(['one', 'a'], ['one', 'b'])
  const fold = forgetful()
  expect(records.map((record) => fold.needsStream(record))).toEqual([false, false])
  for (const record of records) fold.next(record)
  expect(fold.points.sum('notes', 20_000)).toBe(2)
})
