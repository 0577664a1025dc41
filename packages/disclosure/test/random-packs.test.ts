/**
 * Packs by chance, attacked by somebody who tries everything.
 */
import * as fc from 'fast-check'
import { runs } from '../../../test/kit/long.js'
import { rangeOf, valuesOf } from './attacker.js'
import { histories, seenHiding, seenIn, timesIn, twoPacks } from './random-packs.js'
import { audited } from './tables.js'

test('trying everything that fits two successive packs finds no hidden count', () => {
  const seen = { hidden: 0, shown: 0, secret: 0, refused: 0 }
  fc.assert(
    fc.property(histories, (history) => {
      const packs = twoPacks(history)
      if (packs === undefined) {
        seen.refused++
        return
      }
      const cells = seenIn(packs)
      const hidden = cells.filter(({ of, printed }) => of === undefined && printed === undefined)
      const secrets = packs.after.table.secrets
        .map(({ id, of }) => ({ name: id, sum: timesIn(packs, of) }))
        .filter(({ name }) => packs.after.made.open.some((open) => open.name === name))
      seen.hidden += hidden.length
      seen.shown += cells.length - hidden.length
      seen.secret += secrets.length
      const attack = { unknowns: packs.after.table.unknowns.length, cells, most: 60 }
      const found = [...hidden, ...secrets].map(
        ({ name, sum }) => [name, valuesOf(attack, sum)] as const,
      )
      expect(found.filter(([, values]) => values.length < 2)).toEqual([])
    }),
    { numRuns: runs(40, 300) },
  )
  // Not all is hidden, and there was something to find.
  expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(runs(100, 1000))
  expect(seen.secret).toBeGreaterThan(runs(10, 100))
  expect(seen.refused).toBeLessThan(3)
}, 120_000)

test('the audit finds for each hidden count the values that trying everything finds', () => {
  const tags = new Map<string, number>()
  fc.assert(
    fc.property(histories, (history) => {
      const packs = twoPacks(history)
      if (packs === undefined) return
      const { table, made } = packs.after
      const hidden = new Set(
        made.hidden.filter((each) => each.because === 'small').map(({ id }) => id),
      )
      const found = audited(table, hidden, packs.policy)
      if (found._tag === 'Left') throw new Error(JSON.stringify(found.left))
      const cells = seenHiding(packs, hidden)
      for (const { name, value, ...finding } of found.right) {
        const tag = finding._tag === 'Open' && finding.isExact ? 'Exact' : finding._tag
        tags.set(tag, (tags.get(tag) ?? 0) + 1)
        const sum = cells.find((cell) => cell.name === name)?.sum
        const secret = table.secrets.find(({ id }) => id === name)
        const target = sum ?? timesIn(packs, secret?.of ?? [])
        const attack = { unknowns: table.unknowns.length, cells, most: 2000 }
        const [least, most] = rangeOf(attack, target, value + 64)
        if (finding._tag === 'WorkedOut') expect([least, most]).toEqual([value, value])
        else if (finding._tag !== 'Open') expect(finding._tag).toBe('NotProved')
        else if (finding.isExact) expect([finding.least, finding.most]).toEqual([least, most])
        else {
          expect(finding.least).toBeGreaterThanOrEqual(least)
          expect(finding.most).toBeLessThanOrEqual(most)
        }
      }
    }),
    { numRuns: runs(20, 60) },
  )
  expect(tags.get('WorkedOut')).toBeGreaterThan(runs(2, 20))
  expect(tags.get('Exact')).toBeGreaterThan(runs(20, 100))
  expect(tags.get('NotProved') ?? 0).toBeLessThan(20)
}, 120_000)
