/**
 * Any sequence of writes leaves a store as it leaves a plain list.
 */
import type { Instant, Ledger, LedgerRecord } from '@send-ledger/core'
import type { ExpectedRevision, Write } from '@send-ledger/core/store'
import * as fc from 'fast-check'
import { done } from './done.js'
import { minute, note, stream } from './told.js'

/** A write of the model: to one of three streams, with ids that are often used before. */
interface Told {
  readonly name: string
  readonly expected: 'right' | ExpectedRevision
  readonly ids: readonly number[]
}

const tellings: fc.Arbitrary<readonly Told[]> = fc.array(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    expected: fc.oneof(
      { weight: 4, arbitrary: fc.constant('right' as const) },
      fc.constantFrom<ExpectedRevision>('noStream', 0, 1, 2),
    ),
    ids: fc.array(fc.nat(12), { maxLength: 3 }),
  }),
  { maxLength: 15 },
)

/** A plain list of (stream, id): the whole of what must be true of a store. */
type Model = { readonly name: string; readonly id: number }[]

const revisionIn = (model: Model, name: string): ExpectedRevision => {
  const length = model.filter((each) => each.name === name).length
  return length === 0 ? 'noStream' : length - 1
}

/** What the model says of a write, and, where it is taken, what it then is. */
const tell = (model: Model, { name, ids }: Told, expected: ExpectedRevision): string => {
  const known = ids.filter((id) => model.some((each) => each.id === id))
  const strange = known.some((id) => model.some((each) => each.id === id && each.name !== name))
  if (ids.length === 0) return 'EmptyWrite'
  if (strange) return 'IdReused'
  if (known.length === ids.length) return 'duplicate'
  if (new Set(ids).size < ids.length) return 'InvalidEvent'
  if (known.length > 0) return 'PartlyRecorded'
  if (expected !== revisionIn(model, name)) return 'StaleRevision'
  for (const id of ids) model.push({ name, id })
  return 'kept'
}

const writeOf = ({ name, ids }: Told, expected: ExpectedRevision): Write => ({
  stream: stream(name),
  expected,
  events: ids.map((id) => note(id, stream(name))),
})

const outcomeOf = async (ledger: Ledger, told: Write): Promise<string> => {
  const { appended, refused } = await done(ledger.append([told]))
  if (refused) return refused._tag
  return appended[0]?.duplicate ? 'duplicate' : 'kept'
}

/** Tests against the model. */
export const modelContract = (open: (now: () => Instant) => Promise<Ledger>): void => {
  test('a store answers as the model does, and keeps what the model keeps', async () => {
    await fc.assert(
      fc.asyncProperty(tellings, async (sequence) => {
        const ledger = await open(() => minute(30))
        const model: Model = []
        for (const told of sequence) {
          const expected = told.expected === 'right' ? revisionIn(model, told.name) : told.expected
          // One id twice beside a kept one may be refused for either reason.
          if (new Set(told.ids).size < told.ids.length) continue
          const said = tell(model, told, expected)
          expect(await outcomeOf(ledger, writeOf(told, expected))).toBe(said)
        }
        const kept = await done(ledger.readAll({ from: 0, limit: 1000 }))
        expect(kept.map(brief)).toEqual(model.map(({ name, id }) => `action-${name} note ${id}`))
        await done(ledger.close())
      }),
      { numRuns: 60 },
    )
    // Over a network each of the many writes takes its time.
  }, 120_000)
}

const brief = ({ stream: of, data }: LedgerRecord): string =>
  `${of} ${(data as { readonly note: string }).note}`
