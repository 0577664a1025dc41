/**
 * Histories by chance: paths of every category, entered late, corrected and taken back.
 */
import { type CivilDate, type Draft, instant, type NewEvent } from '@send-ledger/core'
import { addDays } from '@send-ledger/core/projection'
import * as fc from 'fast-check'
import { broughtForward, requested } from './cases.js'
import { action, impact, programme, risk, visit } from './programmes.js'
import { days, start, type Told } from './told.js'
import { post, worker } from './workforce.js'

/** A correction or a retraction of one of the events, found some days after it was recorded. */
interface Mending {
  readonly of: number
  readonly shift: number | undefined
  readonly after: number
}

const subjects = (category: string, path: fc.Arbitrary<readonly unknown[]>, maxLength: number) =>
  fc.array(fc.record({ start, path }), { maxLength }).map((list) =>
    list.flatMap(({ start: from, path: parts }, i) =>
      (parts.flat(3) as Omit<Told, 'stream'>[]).map((each) => ({
        ...each,
        stream: `${category}-${i + 1}`,
        from,
      })),
    ),
  )

/**
 * Histories by chance, in recorded order, each event with the instant at which it is recorded:
 * paths of every category about leap days, changes of the clock and ends of months, entered late,
 * corrected and taken back. A ledger refuses what breaks a life cycle; `lawfulHistories` has none
 * of that.
 */
export const histories: fc.Arbitrary<readonly Draft[]> = fc
  .record({
    events: fc
      .tuple(
        subjects('case', requested, 6),
        subjects('case-p' as never, broughtForward, 3),
        subjects('programme', programme, 1),
        subjects('action', action, 5),
        subjects('measure', impact, 2),
        subjects('oversight', visit, 2),
        subjects('risk', risk, 2),
        subjects('post', post, 3),
        subjects('worker', worker, 4),
      )
      .map((lists) => lists.flat()),
    mendings: fc.array(
      fc.record({
        of: fc.nat(200),
        shift: fc.option(days(-40, 40), { nil: undefined }),
        after: fc.nat(120),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ events, mendings }) => {
    const drafts = events.map((each, i) => draftOf(each, i))
    const mended = mendings
      .filter(({ of }) => of < drafts.length)
      .map((mending, i) => mendingOf(drafts[mending.of] as Entered, mending, drafts.length + i))
    return [...drafts, ...mended]
      .sort((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0))
      .map(({ event, recordedOn }) => ({
        event,
        recordedAt: instant(`${recordedOn}T12:00:00.000Z`),
      }))
  })

interface Entered {
  readonly event: NewEvent
  readonly recordedOn: CivilDate
}

const idOf = (n: number): string => `0190a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

const draftOf = (
  { stream, type, after, data, late, from }: Told & { from: CivilDate },
  n: number,
) => {
  const effectiveOn = addDays(from, after)
  const event = { id: idOf(n), type, version: 1, stream, effectiveOn, data } as unknown as NewEvent
  return { event, recordedOn: addDays(effectiveOn, late) }
}

const mendingOf = (
  { event, recordedOn }: Entered,
  { shift, after }: Mending,
  n: number,
): Entered => {
  const on = addDays(recordedOn, after)
  const id = event.id
  const [type, data] =
    shift === undefined
      ? ['EventRetracted', { retracts: id, reason: 'twice' }]
      : [
          'EventCorrected',
          { corrects: id, effectiveOn: addDays(event.effectiveOn, shift), reason: 'typo' },
        ]
  return {
    event: {
      id: idOf(n),
      type,
      version: 1,
      stream: event.stream,
      effectiveOn: on,
      data,
    } as unknown as NewEvent,
    recordedOn: on,
  }
}
