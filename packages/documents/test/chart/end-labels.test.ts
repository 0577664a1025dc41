import { endLabels } from '../../src/chart/end-labels.js'
import { all, attribute, parsed } from '../spreadsheet/opened.js'

const room = { x: 500, top: 10, bottom: 200 }

/** The heights at which the values are written, from top to bottom. */
const heightsOf = (ends: readonly number[]): readonly number[] => {
  const labels = ends.map((y, i) => ({ label: 'line', value: `${i}`, from: [490, y] as const }))
  const xml = endLabels(labels, room)
    .map((part) => part.xml)
    .join('')
  return all(parsed(`<g>${xml}</g>`), 'text')
    .filter((text) => attribute(text, 'font-weight') === 'bold')
    .map((text) => Number(attribute(text, 'y')))
}

test('labels of lines that end together are moved apart', () => {
  const heights = heightsOf([100, 100, 101])
  const gaps = heights.slice(1).map((height, i) => height - heights[i]!)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(32)
})

test.each([0, 200])('labels of lines that end at %i stay in the picture', (end) => {
  const heights = heightsOf([end, end])
  expect(Math.min(...heights)).toBeGreaterThan(0)
  expect(Math.max(...heights) + 16).toBeLessThanOrEqual(room.bottom + 44)
})
