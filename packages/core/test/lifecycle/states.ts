/**
 * Tables of a life cycle: every event of a subject in every state that it can be in, each taken or
 * refused by the rule named.
 */
import { type Draft, recorder } from '@send-ledger/core'
import { type Category, catalogue, type EventType } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { samples } from '../events/samples.js'
import { draft, emptyLedger, event, idOf, noon, right } from '../given.js'

/** A table of one category. */
export interface Table {
  readonly category: Category
  readonly stream: string
  /**
   * States by name, each the path that leads to it. A step is an event type, with the name of its
   * data after a dot where those are not the sample's; or a mending of an earlier step, by its
   * place from 1: `EventRetracted of 2`, `EventCorrected of 2 to 5` (to the day of that place).
   */
  readonly states: Readonly<Record<string, readonly string[]>>
  /** Data by the name of a step. */
  readonly data?: Readonly<Record<string, object>>
  /** What the words of the cells stand for: the names of the rules. */
  readonly rules: Readonly<Record<string, string>>
  /** Columns are states; rows are what is recorded next. `ok`: it is taken. */
  readonly cells: string
}

/** Day n of a path, from 0. */
const day = (n: number): string =>
  `2021-0${1 + Math.floor(n / 20)}-${String(1 + (n % 20)).padStart(2, '0')}`

/** The drafts of a path, one a day, all recorded on one later day. */
export const drafts = (
  { stream, data = {} }: Pick<Table, 'stream' | 'data'>,
  path: readonly string[],
): readonly Draft[] =>
  path.map((step, n) => {
    const [type, , place, , to] = step.split(' ')
    const id = idOf(Number(place))
    const given =
      type === 'EventRetracted'
        ? { retracts: id, reason: 'entered twice' }
        : { corrects: id, effectiveOn: day(Number(to) - 1), reason: 'typed wrong' }
    const known = data[step] ?? samples[step.replace(/\..*/, '') as EventType]
    const own = place === undefined ? (known as object) : given
    const name = (type as string).replace(/\..*/, '') as EventType
    return draft(event(n + 1, stream, name, day(n), own), '2021-11-30')
  })

/** What became of each draft: `ok`, or the name of the rule that refuses it. */
export const rulesOf = async (given: readonly Draft[]): Promise<readonly string[]> => {
  const recorded = await recorder(emptyLedger(), { now: () => noon('2021-12-31') }).record(given)()
  return right(recorded).map((outcome) => {
    if (E.isRight(outcome)) return outcome.right.duplicate ? 'duplicate' : 'ok'
    const { left } = outcome
    return left._tag === 'LifeCycleBroken' ? left.rule : JSON.stringify(left)
  })
}

const rowsOf = ({ cells }: Table): readonly (readonly string[])[] =>
  cells
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/ +/))

/** What a row records: mendings are of the first step of the path, moved behind all others. */
const stepOf = (row: string, path: readonly string[]): string => {
  if (row === 'EventRetracted') return 'EventRetracted of 1'
  return row === 'EventCorrected' ? `EventCorrected of 1 to ${path.length + 1}` : row
}

/** Tests all cells of a table, and that it is complete. */
export const testTable = (table: Table): void => {
  const { category, states, rules } = table
  const [columns = [], ...rows] = rowsOf(table)

  test('every state and every type stands in the table', () => {
    expect(columns).toEqual(Object.keys(states))
    const types = Object.values(catalogue)
      .filter((each) => each.category === category || each.category === 'every')
      .map(({ name }) => name)
    const asked = rows.map(([row = '']) => row.replace(/\..*/, ''))
    expect([...new Set(asked)].sort()).toEqual([...types].sort())
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([columns.length + 1]))
  })

  const cells = rows.flatMap(([row = '', ...words]) =>
    columns.map((state, i) => [state, row, words[i] as string] as const),
  )
  test.each(cells)('%s: %s: %s', async (state, row, word) => {
    const path = states[state] as readonly string[]
    const all = await rulesOf(drafts(table, [...path, stepOf(row, path)]))
    expect(all.slice(0, -1).filter((each) => each !== 'ok')).toEqual([])
    expect(all.at(-1)).toBe(word === 'ok' ? 'ok' : rules[word])
  })
}
