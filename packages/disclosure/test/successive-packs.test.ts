/**
 * What a second pack must hide because of the first.
 */
import { defaultPolicy, explainDisclosure, type Table } from '@send-ledger/disclosure'
import { audited, count, hiddenIn, line, protectedBy, tableOf } from './tables.js'

const june = { may: 3, june: 9 }
const juneCells = [count('may'), count('june'), count('may + june', { id: 'year', keep: 1 })]

/** A pack for July after the one for June; what did not change has the same name. */
const july = (
  more: Readonly<Record<string, number>>,
  months: readonly string[],
  hidden: string[],
) =>
  tableOf(
    { ...june, ...more },
    [...months.map((month) => count(month)), count(months.join(' + '), { id: 'year', keep: 1 })],
    {
      earlier: [{ name: 'June', cells: juneCells, hidden: new Set(hidden), policy: defaultPolicy }],
    },
  )

test('what the first pack hid for another count stays hidden in the second', () => {
  expect(line(tableOf(june, juneCells))).toBe('[c] [c] 12')
  const table = july({ july: 20 }, ['may', 'june', 'july'], ['may', 'june'])
  expect(line(table)).toBe('[c] [c] 20 32')
})

test('a month that was put right may not give away one that was not', () => {
  const months = ['may', 'mended', 'july']
  const table = july({ mended: 10, july: 20 }, months, ['may', 'june'])
  // With June and July shown, the year less both would be May, in June as in July.
  expect(line(table)).toBe('[c] [c] 20 33')
  const shown = audited(table, new Set(['may']), defaultPolicy)
  if (shown._tag === 'Left') throw new Error(explainDisclosure(shown.left))
  const worked = shown.right.filter(({ _tag }) => _tag === 'WorkedOut').map(({ name }) => name)
  expect(worked).toEqual(['June: may', 'June: june', 'may'])
})

test('a new total may not give away what the first pack hid', () => {
  const cells = [count('may + june + july', { id: 'year' }), count('july'), count('june')]
  const earlier = [
    {
      name: 'June',
      cells: [count('may'), count('june')],
      hidden: new Set(['may']),
      policy: defaultPolicy,
    },
  ]
  const table = tableOf({ ...june, july: 20 }, cells, { earlier })
  expect(hiddenIn(table)).toEqual(['july'])
})

test('where the first pack gives a count away already, nothing more is published', () => {
  const made = protectedBy(july({ july: 20 }, ['july'], ['may']), defaultPolicy)
  expect(made).toEqual({ _tag: 'Left', left: { _tag: 'Unprotected', names: ['June: may'] } })
  if (made._tag === 'Left') expect(explainDisclosure(made.left)).toContain('June: may')
})

test('a count printed nowhere that the first pack gave away is named, and nothing is shown', () => {
  const cells = [count('july')]
  const earlier = [
    { name: 'June', cells: [count('may')], hidden: new Set<string>(), policy: defaultPolicy },
  ]
  const secrets = [{ id: 'may alone', of: [{ unknown: 'may', times: 1 }], perPerson: 1 }]
  const made = protectedBy(
    { ...tableOf({ ...june, july: 20 }, cells, { earlier }), secrets },
    defaultPolicy,
  )
  expect(made).toMatchObject({ left: { _tag: 'Unprotected', names: ['may alone'] } })
})

test('a table that contradicts itself is refused, with each flaw', () => {
  const flawed: Table = {
    ...tableOf({ a: -1, b: 3 }, [count('a'), count('a'), count('c')]),
    relations: [{ name: 'b is zero', of: [{ unknown: 'b', times: 1 }], least: 0, most: 0 }],
    secrets: [{ id: 'secret', of: [{ unknown: 'd', times: 1 }], perPerson: 1 }],
  }
  const made = protectedBy(flawed, defaultPolicy)
  expect(made).toMatchObject({
    left: {
      _tag: 'InvalidTable',
      flaws: [{ at: 'a' }, { at: 'a' }, { at: 'c' }, { at: 'b is zero' }, { at: 'secret' }],
    },
  })
})
