import * as fc from 'fast-check'
import { IdsSeen } from '../../../src/verify/ledger/ids-seen.js'

test('an id is known by the place at which it stood first, as in a map', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uuid(), { minLength: 1, maxLength: 40 }),
      fc.infiniteStream(fc.nat(39)),
      (ids, picks) => {
        const [seen, map] = [new IdsSeen(), new Map<string, number>()]
        for (let position = 0; position < 80; position++) {
          const id = ids[picks.next().value % ids.length] as string
          expect(seen.first(id, position)).toBe(map.get(id))
          if (!map.has(id)) map.set(id, position)
        }
      },
    ),
  )
})

test('ids that differ in one digit only are many more than its first table holds', () => {
  const seen = new IdsSeen()
  const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  for (let n = 0; n < 20_000; n++) expect(seen.first(id(n), n)).toBeUndefined()
  for (let n = 0; n < 20_000; n++) expect(seen.first(id(n), 1)).toBe(n)
})
