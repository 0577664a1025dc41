import { type Raw, raw, suppressed } from '../../src/model/cell.js'
import { type PublicDocument, tablesOf } from '../../src/model/document.js'
import { publish } from '../../src/model/publish.js'
import { type Published, published } from '../../src/model/published.js'
import type { Table } from '../../src/model/table.js'
import { publicSample, sample } from './sample.js'

/** A template for the public. */
const forThePublic = (document: PublicDocument): string => document._tag
const rowForThePublic = (table: Table<Published>): Table<Published> => table

test('a raw figure given to a template for the public does not compile', () => {
  const count: Raw = raw(3) as Raw
  // @ts-expect-error: a report for the council is none for the public.
  expect(forThePublic(sample)).toBe('CouncilDocument')
  // @ts-expect-error: called public, it still holds raw figures.
  const disguised: PublicDocument = { ...sample, _tag: 'PublicDocument' }
  // @ts-expect-error: a raw cell is no published one.
  rowForThePublic({ id: 'a', caption: '', columns: [], rows: [[count]] })
  // @ts-expect-error: a published cell is made by disclosure control and cannot be written down.
  const forged: Published = { _tag: 'Published', value: count.value }
  expect([disguised._tag, forged._tag]).toEqual(['PublicDocument', 'Published'])
  expect(forThePublic(publicSample)).toBe('PublicDocument')
})

test('each figure is decided on once, with its place, and so is each that is missing', () => {
  const places: string[] = []
  const document = publish(sample, (cell, { table, row, column }) => {
    if (cell._tag === 'NoFigure') {
      places.push(`${table} ${row} ${column} none`)
      return row === 1 ? cell : suppressed
    }
    places.push(`${table} ${row} ${column} ${cell.value}`)
    return column === 'inTime' ? suppressed : published(cell.value)
  })
  expect(places.filter((place) => !place.endsWith('none'))).toHaveLength(10 + 4)
  expect(places).toContain('months 1 percent none')
  expect(new Set(places).size).toBe(places.length)
  expect(places).toContain('months 2 inTime 7')
  const tags = tablesOf(document).map(({ rows }) => rows.map((row) => row.map(({ _tag }) => _tag)))
  expect(tags[0]?.[1]).toEqual([
    'CalendarMonth',
    'Published',
    'Suppressed',
    'NoFigure',
    'Published',
  ])
  expect(JSON.stringify(document)).not.toContain('"Raw"')
})
