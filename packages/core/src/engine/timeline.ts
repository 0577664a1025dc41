/**
 * What held when: dated facts in order, the one that holds on a day, and the days on which a
 * subject's counting changes.
 */
import type { CivilDate } from '../time/civil-date.js'
import type { Counter } from './projection.js'

/** Something that holds from a date on, by the record at a position. */
export interface Dated {
  readonly on: CivilDate
  readonly position: number
}

/**
 * Dated facts in order of date; on one date, in recorded order.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { inOrder } from '@send-ledger/core/projection'
 *
 * const may = { on: civilDate('2021-05-03'), position: 7 }
 * const june = { on: civilDate('2021-06-01'), position: 2 }
 * assert.deepStrictEqual(inOrder([june, may]), [may, june])
 */
export const inOrder = <Fact extends Dated>(facts: readonly Fact[]): readonly Fact[] => {
  for (let i = 1; i < facts.length; i++) {
    if (!isBefore(facts[i - 1] as Fact, facts[i] as Fact)) {
      return [...facts].sort((a, b) => (isBefore(a, b) ? -1 : 1))
    }
  }
  return facts
}

const isBefore = (a: Dated, b: Dated): boolean =>
  a.on < b.on || (a.on === b.on && a.position < b.position)

/**
 * The fact that holds on a day: the latest by then; on one date, the one recorded later.
 *
 * Errors: none; undefined where there is none by then.
 *
 * @example
 * import { civilDate } from '@send-ledger/core'
 * import { holding } from '@send-ledger/core/projection'
 *
 * const amber = { on: civilDate('2021-05-03'), position: 7, rag: 'amber' }
 * const green = { on: civilDate('2021-06-01'), position: 2, rag: 'green' }
 * assert.strictEqual(holding([green, amber], civilDate('2021-05-31')), amber)
 * assert.strictEqual(holding([green, amber], civilDate('2021-05-02')), undefined)
 */
export const holding = <Fact extends Dated>(
  facts: readonly Fact[],
  on: CivilDate,
): Fact | undefined => {
  let held: Fact | undefined
  for (const fact of facts) {
    if (fact.on <= on && (held === undefined || isBefore(held, fact))) held = fact
  }
  return held
}

/**
 * Counts a subject by what it counts for on a day: asked for each of the days on which that may
 * change, it becomes the steps between them.
 *
 * @example
 * import { civilDate, streamId } from '@send-ledger/core'
 * import { countStates } from '@send-ledger/core/projection'
 *
 * const told: unknown[] = []
 * const step = (...said: unknown[]) => void told.push(said)
 * const count = { subject: streamId('action-1'), step, during: () => {} }
 * const [may, june] = [civilDate('2021-05-03'), civilDate('2021-06-01')]
 * countStates(count, [may, june], (on) => new Map([[on < june ? 'amber' : 'green', 1]]))
 * assert.deepStrictEqual(told, [['amber', may, 1], ['green', june, 1], ['amber', june, -1]])
 */
export const countStates = <M extends string>(
  count: Counter<M>,
  days: readonly CivilDate[],
  stateOn: (day: CivilDate) => ReadonlyMap<M, number>,
): void => {
  let before: ReadonlyMap<M, number> = new Map()
  for (const day of [...new Set(days)].sort()) {
    const state = stateOn(day)
    for (const [measure, now] of state) {
      const change = now - (before.get(measure) ?? 0)
      if (change !== 0) count.step(measure, day, change)
    }
    for (const [measure, then] of before) if (!state.has(measure)) count.step(measure, day, -then)
    before = state
  }
}
