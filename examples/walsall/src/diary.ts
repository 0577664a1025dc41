/**
 * The diary of the example: every event with the instant at which it was recorded, in the order
 * in which a ledger takes them.
 */
import {
  type CivilDate,
  civilDate,
  type Draft,
  type EventId,
  type Instant,
  instant,
  type NewEvent,
  streamId,
} from '@send-ledger/core'
import { addDays, earlier, isWorkingDay, later } from '@send-ledger/core/projection'
import type { EventData, EventType } from '@send-ledger/core/records'
import type { Chance } from './chance.js'

/** Something to be recorded. */
export interface Entry<T extends EventType> {
  readonly stream: string
  readonly type: T
  readonly on: CivilDate
  readonly data: EventData<T>
  /** The day on which it is recorded; a working day soon after it happened, unless told. */
  readonly recordedOn?: CivilDate | undefined
}

/** Collects events; `drafts` gives them in recorded order. */
export class Diary {
  private readonly kept: Draft[] = []
  private readonly lastOf = new Map<string, CivilDate>()

  /** Nothing is recorded before `from` or after `until`; ids count on from `firstId`. */
  constructor(
    private readonly chance: Chance,
    private readonly from: CivilDate,
    private readonly until: CivilDate,
    private readonly firstId: number,
  ) {}

  /** Enters an event; returns its id. Events of a stream are entered in order of date. */
  enter<T extends EventType>({ stream, type, on, data, recordedOn }: Entry<T>): EventId {
    const day = recordedOn ?? this.soonAfter(later(on, this.lastOf.get(stream) ?? this.from))
    if (recordedOn === undefined) this.lastOf.set(stream, day)
    const id = idOf(this.firstId + this.kept.length)
    const event = { id, type, version: 1, stream: streamId(stream), effectiveOn: on, data }
    this.kept.push({ event: event as NewEvent, recordedAt: instantOn(day, this.kept.length) })
    return id
  }

  /** What was entered, in recorded order. */
  drafts(): readonly Draft[] {
    return this.kept.toSorted((a, b) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? -1 : 1))
  }

  /** Mostly the same or the next working day. */
  private soonAfter(on: CivilDate): CivilDate {
    let day = addDays(on, this.chance.of([0, 0, 0, 1, 1, 2]))
    while (!isWorkingDay(day)) day = addDays(day, 1)
    return earlier(day, this.until)
  }
}

const idOf = (n: number): EventId =>
  `0190a1b2-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as EventId

/** From nine in the morning on, a little later for each event: unique, and in order. */
const instantOn = (day: CivilDate, n: number): Instant =>
  instant(new Date(Date.parse(`${day}T09:00:00.000Z`) + n * 100).toISOString())

/** The first working day from a date on. */
export const workingDayFrom = (date: CivilDate): CivilDate =>
  isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1))

/** A working day of a month or of a span of days, by chance. */
export const workingDay = (chance: Chance, first: CivilDate, last: CivilDate): CivilDate => {
  const days: CivilDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return chance.of(days)
}

/** The first day of a month `YYYY-MM`. */
export const firstOf = (month: string): CivilDate => civilDate(`${month}-01`)
