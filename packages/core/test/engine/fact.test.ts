/**
 * Facts: what is known of a subject and is no count, as at any day and as known at any size.
 */
import {
  ask,
  civilDate,
  countedIn,
  defaultLaw,
  Fold,
  type LedgerRecord,
  streamId,
  type View,
} from '@send-ledger/core'
import {
  answerOf,
  apart,
  countStates,
  type Dated,
  type FactKey,
  fact,
  type Held,
  holding,
  opaque,
  type Projection,
} from '@send-ledger/core/projection'
import * as fc from 'fast-check'

interface Latest {
  readonly value: number
  readonly note: string | undefined
}

const latest = fact<Latest>('latest', ['value', 'note'])

type Valued = Dated & { readonly value: number }

/** Says the latest actual value of each measure of impact. */
const values: Projection<{ values: Valued[] }, 'measure', FactKey> = {
  name: 'values',
  version: 1,
  category: 'measure',
  initial: () => ({ values: [] }),
  on: {
    MeasureDefined: () => {},
    MeasureMilestoneSet: () => {},
    MeasureRecorded: (facts, { effectiveOn: on, position, data: { value } }) => {
      facts.values.push({ on, position, value })
    },
  },
  steps: (facts, count) => {
    const days = facts.values.map(({ on }) => on)
    countStates(count, days, (day) => {
      const now = holding(facts.values, day)
      if (now === undefined) return new Map()
      const note = now.value < 0 ? 'below "0"\u001f' : undefined
      return new Map([[latest.of(count.subject, { value: now.value, note }), 1]])
    })
  },
}

const view: View<FactKey, object, readonly Held<Latest>[]> = {
  name: 'values',
  version: 1,
  projections: [values],
  usesLaw: false,
  defaults: {},
  answer: (read) => read.facts(latest),
}

const recorded = (
  told: readonly (readonly [stream: string, on: string, value: number])[],
): readonly LedgerRecord[] => {
  const revisions = new Map<string, number>()
  return told.map(([stream, on, value], position) => {
    const revision = revisions.get(stream) ?? 0
    revisions.set(stream, revision + 1)
    return {
      id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
      type: 'MeasureRecorded',
      version: 1,
      stream,
      effectiveOn: on,
      data: { value, status: 'actual' },
      position,
      revision,
      recordedAt: '2021-12-31T12:00:00.000Z',
    } as unknown as LedgerRecord
  })
}

const asAt = civilDate('2021-07-31')
const told = (held: readonly Held<Latest>[]) => held.map(({ subject, value }) => [subject, value])

const records = recorded([
  ['measure-b', '2021-05-01', 12],
  ['measure-a', '2021-03-01', 7],
  ['measure-a', '2021-06-01', -3],
  ['measure-a', '2021-08-01', 20],
  ['measure-a', '2021-05-20', 9],
])

const pointsOf = (views: readonly (typeof view)[]) => {
  const fold = new Fold(
    views.flatMap(({ projections }) => projections),
    defaultLaw,
  )
  for (const record of records) fold.next(record)
  return fold.points
}

test('a fact holds as at any day, as known at any size, of each subject in order', () => {
  const points = pointsOf([view])
  const as = (on: string, size: number) =>
    told(ask(view, { points, size, asAt: civilDate(on) }, {}))
  expect(as('2021-07-31', 5)).toEqual([
    ['measure-a', { value: -3, note: 'below "0"\u001f' }],
    ['measure-b', { value: 12 }],
  ])
  expect(as('2021-05-31', 5)).toEqual([
    ['measure-a', { value: 9 }],
    ['measure-b', { value: 12 }],
  ])
  // Before the late record was known.
  expect(as('2021-05-31', 4)[0]).toEqual(['measure-a', { value: 7 }])
  expect(as('2021-02-28', 5)).toEqual([])
})

test('facts of one subject, on another day, and of a cohort', () => {
  const asked: typeof view = {
    ...view,
    answer: (read) => [
      ...read.facts(latest, { subject: streamId('measure-a'), on: civilDate('2021-03-01') }),
      ...read
        .among(latest.of(streamId('measure-b'), { value: 12, note: undefined }), asAt)
        .facts(latest),
    ],
  }
  const facts = answerOf(records, asked, { asAt })
  expect(told(facts)).toEqual([
    ['measure-a', { value: 7 }],
    ['measure-b', { value: 12 }],
  ])
  expect(facts[1]?.sum.reads[0]?.among?.on).toBe(asAt)
})

test('a figure made of a fact knows the subject and the records that it rests on', () => {
  const known = { points: pointsOf([view]), size: 5, asAt }
  const [first] = ask(view, known, {})
  if (first === undefined) throw new Error('there is a fact')
  const figure = opaque(first.value.value, { latest: first.sum })
  const [counted] = countedIn(known, figure.from.latest as typeof first.sum)
  expect(counted).toEqual({ subject: 'measure-a', count: 1, positions: [2] })
  expect(first.sum.unit.ofPeople).toBe(false)
})

test('facts of a view apart are its own', () => {
  const mine = apart({ ...view, name: 'mine' })
  const known = { points: pointsOf([view, mine]), size: 5, asAt }
  expect(told(ask(mine, known, {}))).toEqual(told(ask(view, known, {})))
  expect(ask(mine, known, {})[0]?.sum.reads[0]?.measure).toMatch(/^mine\/latest/)
})

test('a fact that comes while it is asked is there, and the order stays', () => {
  const fold = new Fold(view.projections, defaultLaw)
  for (const [i, record] of records.entries()) {
    fold.next(record)
    const known = { points: fold.points, size: i + 1, asAt }
    expect(told(ask(view, known, {}))).toEqual(
      told(answerOf(records.slice(0, i + 1), view, { asAt })),
    )
  }
})

test('one value has one key, whatever the order of its fields, and every text is kept', () => {
  const id = streamId('measure-a')
  const note = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })
  fc.assert(
    fc.property(fc.integer(), note, (value, text) => {
      const key = latest.of(id, { value, note: text })
      expect(latest.of(id, { note: text, value })).toBe(key)
      const said = key.split('\u001f')
      expect(said.slice(0, 2)).toEqual(['latest', id])
      expect(JSON.parse(said[2] as string)).toEqual(
        text === undefined ? { value } : { value, note: text },
      )
      expect(said.length).toBe(3)
    }),
  )
})
