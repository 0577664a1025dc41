/**
 * Whoever records, in whatever parts and however many at a time: the outcomes are those of one
 * recorder that takes the same events in the same order.
 */
import {
  checkEvent,
  type Draft,
  type Instant,
  type Ledger,
  type Recorder,
  type RecordOutcome,
  recorder,
} from '@send-ledger/core'
import * as fc from 'fast-check'
import { flawsAsOfOne, type RecordCall } from './as-of-one.js'
import { done } from './done.js'
import { idOf, minute } from './told.js'

type Open = (now: () => Instant) => Promise<Ledger>

/** An event by its number: some lawful, some not, some on ids of others. */
interface Given {
  readonly kind: number
  readonly of: number
  readonly id: number
}

const scale = (...codes: readonly string[]) => ({
  scaleVersion: codes.join(),
  ratings: codes.map((code, order) => ({
    code,
    label: code,
    meaning: code,
    order,
    complete: false,
    notStarted: false,
  })),
})

const rated = (rag: string) => ({ rag, reason: 'because', assessedBy: 'a role' })

const agreed = {
  programmeId: 'programme-1',
  number: '1.1',
  title: 'An action',
  areaIds: ['a'],
  workstreamId: 'w',
  owner: 'Head of SEND',
  dueOn: '2021-12-31',
  successCriteria: [],
}

const request = { requestedBy: 'school', startedBy: 'request' }

const kinds: readonly (readonly [category: string, type: string, data: object])[] = [
  ['case', 'RequestReceived', request],
  ['case', 'RequestReceived', { ...request, requestedBy: 'parent' }],
  ['case', 'RequestWithdrawn', {}],
  ['case', 'AssessmentAgreed', {}],
  ['case', 'AssessmentRefused', {}],
  ['case', 'PlanIssued', {}],
  ['case', 'EventRetracted', { retracts: idOf(2), reason: 'twice' }],
  ['case', 'EventRetracted', { retracts: idOf(3), reason: 'twice' }],
  ['programme', 'ProgrammeEstablished', { title: 'P', framework: 'writtenStatementOfAction' }],
  ['programme', 'RagScaleAdopted', scale('red', 'green')],
  ['programme', 'RagScaleAdopted', scale('red', 'blue')],
  ['action', 'ActionRagChanged', rated('green')],
  ['action', 'ActionRagChanged', rated('blue')],
  ['action', 'ActionAgreed', agreed],
]

const given: fc.Arbitrary<readonly Given[]> = fc.array(
  fc.record({ kind: fc.nat(kinds.length - 1), of: fc.nat(1), id: fc.nat(30) }),
  { minLength: 2, maxLength: 24 },
)

/** A few events, each told several times or not at all, so that many are repeats. */
const retold: fc.Arbitrary<readonly Given[]> = given.chain((events) =>
  fc.array(fc.constantFrom(...events), { minLength: 3, maxLength: 24 }),
)

const draftOf = ({ kind, of, id }: Given): Draft => {
  const [category, type, data] = kinds[kind] as (typeof kinds)[number]
  const stream = `${category}-${of + 1}`
  const event = checkEvent({
    id: idOf(id),
    type,
    version: 1,
    stream,
    effectiveOn: '2021-05-04',
    data,
  })
  if (event._tag === 'Left') throw new Error(JSON.stringify(event.left))
  return { event: event.right }
}

/** An outcome without what a ledger of its own gives. */
const brief = (outcome: RecordOutcome): unknown =>
  outcome._tag === 'Left'
    ? outcome.left
    : [outcome.right.record.position, outcome.right.record.id, outcome.right.duplicate]

const now = () => minute(30)

const rootOf = async (ledger: Ledger): Promise<string> =>
  Buffer.from((await done(ledger.head())).root).toString('hex')

/** Records drafts in parts of these lengths, each by the next of some recorders. */
const inParts = async (
  ledger: Ledger,
  recorders: readonly Recorder[],
  drafts: readonly Draft[],
  lengths: readonly number[],
): Promise<readonly unknown[]> => {
  const outcomes: RecordOutcome[] = []
  for (let part = 0; outcomes.length < drafts.length; part++) {
    const length = lengths[part % lengths.length] as number
    const taken = drafts.slice(outcomes.length, outcomes.length + length)
    const by = recorders[(part * 7 + length) % recorders.length] as Recorder
    outcomes.push(...(await done(by.record(taken))))
  }
  return [...outcomes.map(brief), await rootOf(ledger)]
}

const parts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })

const recordersOf = (ledger: Ledger, count: number): readonly Recorder[] =>
  Array.from({ length: count }, () => recorder(ledger, { now }))

/** Tests of recorders on a store. */
export const recorderContract = (open: Open): void => {
  test('in one batch, in parts, one by one, by one recorder or by three: the same outcomes', async () => {
    await fc.assert(
      fc.asyncProperty(given, parts, async (events, lengths) => {
        const drafts = events.map(draftOf)
        const ways: readonly (readonly [recorders: number, lengths: readonly number[]])[] = [
          [1, [drafts.length]],
          [1, [1]],
          [1, lengths],
          [3, [1]],
          [3, lengths],
        ]
        const results: unknown[] = []
        for (const [count, each] of ways) {
          const ledger = await open(now)
          results.push(await inParts(ledger, recordersOf(ledger, count), drafts, each))
          await done(ledger.close())
        }
        for (const other of results.slice(1)) expect(other).toEqual(results[0])
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('recorders at the same time keep what one could have kept in that order', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (events) => {
        const drafts = events.map(draftOf)
        const ledger = await open(now)
        const recorders = recordersOf(ledger, 3)
        await Promise.all(
          recorders.map((each, i) => done(each.record(drafts.filter((_, n) => n % 3 === i)))),
        )
        const kept = await done(ledger.readAll({ from: 0, limit: 1000 }))
        const alone = await open(now)
        const by = recorder(alone, { now })
        const again = kept.map(({ position: _p, revision: _r, recordedAt: _at, ...event }) => ({
          event,
        }))
        for (const outcome of await done(by.record(again))) expect(outcome._tag).toBe('Right')
        expect(await rootOf(alone)).toBe(await rootOf(ledger))
        for (const each of [ledger, alone]) await done(each.close())
      }),
      { numRuns: 30 },
    )
  }, 120_000)

  test('recorders whose looks and writes are mixed at random answer as one would', async () => {
    const seen = { recorded: 0, duplicate: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(retold, parts, fc.scheduler(), async (events, lengths, scheduler) => {
        const ledger = await open(now)
        const drafts = events.map(draftOf)
        const recorders = recordersOf(mixed(ledger, scheduler), 3)
        const calling = recorders.map((each, i) =>
          calls(
            { ledger, by: each, lengths },
            drafts.filter((_, n) => n % 3 === i),
          ),
        )
        const called = (await scheduler.waitFor(Promise.all(calling))).flat()
        const kept = await done(ledger.readAll({ from: 0, limit: 1000 }))
        expect(await flawsAsOfOne(kept, called)).toEqual([])
        for (const { outcomes } of called) for (const each of outcomes) seen[kindOf(each)]++
        await done(ledger.close())
      }),
      { numRuns: 50 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(9)
  }, 120_000)
}

/** A ledger of which each act is put off, so that those of several come in any order. */
const mixed = (ledger: Ledger, scheduler: fc.Scheduler): Ledger => {
  const later = scheduler.scheduleFunction(<A>(act: () => Promise<A>) => act())
  const put =
    <A>(task: () => Promise<A>) =>
    () =>
      later(task) as Promise<A>
  return {
    ...ledger,
    head: () => put(ledger.head()),
    readStream: (stream) => put(ledger.readStream(stream)),
    append: (...given) => put(ledger.append(...given)),
  }
}

const kindOf = (outcome: RecordOutcome): 'recorded' | 'duplicate' | 'refused' => {
  if (outcome._tag === 'Left') return 'refused'
  return outcome.right.duplicate ? 'duplicate' : 'recorded'
}

interface Calling {
  readonly ledger: Ledger
  readonly by: Recorder
  readonly lengths: readonly number[]
}

/** Records drafts in parts of these lengths, and says what was seen of it. */
const calls = async (
  { ledger, by, lengths }: Calling,
  drafts: readonly Draft[],
): Promise<readonly RecordCall[]> => {
  const size = async () => (await done(ledger.head())).size
  const called: RecordCall[] = []
  for (let from = 0; from < drafts.length; ) {
    const part = drafts.slice(from, from + (lengths[called.length % lengths.length] as number))
    const before = await size()
    const outcomes = await done(by.record(part))
    called.push({ drafts: part, now: now(), before, after: await size(), outcomes })
    from += part.length
  }
  return called
}
