import { chartSvg } from '../../src/chart/chart-svg.js'
import { type Chart, chartsOf } from '../../src/model/document.js'
import { held, hostile, publicSample, sample } from '../model/sample.js'
import { all, attribute, parsed } from '../spreadsheet/opened.js'

const document = held(sample)
const charts = chartsOf(document)
const [lines, stacked, bars, grouped] = charts as [Chart, Chart, Chart, Chart]

const textsIn = (svg: string): readonly string[] =>
  all(parsed(svg), 'text').map(({ textContent }) => textContent ?? '')

test.each(charts.map((chart) => [chart.kind, chart] as const))(
  '%s: an image with title and description, well-formed and small',
  (_, chart) => {
    const svg = chartSvg(document, chart)
    const root = parsed(svg).documentElement
    const [title] = all(root, 'title')
    const [desc] = all(root, 'desc')
    expect(attribute(root, 'role')).toBe('img')
    expect(attribute(root, 'aria-labelledby')).toBe(
      `${attribute(title, 'id')} ${attribute(desc, 'id')}`,
    )
    expect(title?.textContent).toBe(chart.title[0])
    expect(desc?.textContent).not.toBe('')
    expect(svg.length).toBeLessThan(6_000)
    expect(svg).not.toMatch(/<script|NaN|Infinity|undefined|href|url\(|style=/)
  },
)

test.each(charts.map((chart) => [chart.kind, chart] as const))(
  '%s: no number has more than two decimals, and everything lies in the picture',
  (_, chart) => {
    const root = parsed(chartSvg(document, chart)).documentElement
    const [, , width = 0, height = 0] = attribute(root, 'viewBox').split(' ').map(Number)
    const numbers = [...root.getElementsByTagName('*')].flatMap((each) =>
      [...each.attributes].flatMap(({ value }) => value.match(/-?\d+\.\d+/g) ?? []),
    )
    expect(numbers.filter((number) => /\.\d{3}/.test(number))).toEqual([])
    for (const text of all(root, 'text')) {
      expect(Number(attribute(text, 'x'))).toBeGreaterThanOrEqual(0)
      expect(Number(attribute(text, 'x'))).toBeLessThan(width)
      expect(Number(attribute(text, 'y'))).toBeLessThanOrEqual(height)
    }
  },
)

test('a line breaks where there is no figure, and a value that stands alone is a dot', () => {
  const root = parsed(chartSvg(document, lines)).documentElement
  const paths = all(root, 'path').filter((path) => attribute(path, 'stroke-width') !== '')
  expect(paths.map((path) => attribute(path, 'd').match(/M/g)?.length)).toEqual([2, 1])
  expect(all(root, 'circle')).toHaveLength(2)
})

test('each line is labelled at its end with its last value', () => {
  const texts = textsIn(chartSvg(document, lines))
  expect(texts).toEqual(expect.arrayContaining(['20.0%', '37.1%', 'in the month', 'in 12 months']))
})

test('every segment and every bar says its figure', () => {
  expect(textsIn(chartSvg(document, bars))).toEqual(expect.arrayContaining(['1,234', '0', '35']))
  const texts = textsIn(chartSvg(document, stacked))
  expect(texts).toEqual(expect.arrayContaining(['July 2021', '35', '7', 'Issued', 'In time']))
  expect(texts).not.toContain('May 2021')
})

test('a bar below zero begins left of zero and keeps its label', () => {
  expect(textsIn(chartSvg(document, grouped))).toContain('\u22120.5 posts')
})

test('hostile words stay words', () => {
  const svg = chartSvg(document, grouped)
  expect(svg).not.toContain('<script')
  expect(textsIn(svg).join(' ')).toContain(hostile.excelEscape)
})

test('what is hidden from the public is not drawn, and its label says so', () => {
  const svg = chartSvg(held(publicSample), stacked)
  const bare = chartSvg(document, stacked)
  const segments = (text: string): number =>
    all(parsed(text), 'path').flatMap((path) => attribute(path, 'd').match(/M/g) ?? []).length
  expect(segments(bare) - segments(svg)).toBe(1)
  expect(textsIn(svg).join(' ')).toContain('In time [c]')
  expect(textsIn(svg)).not.toContain('7')
})

test('the title is drawn only where the chart stands alone', () => {
  const inPage = chartSvg(document, bars, { isTitled: false })
  expect(textsIn(chartSvg(document, bars))).toContain('Issued')
  expect(textsIn(inPage)).not.toContain('Issued')
  expect(inPage).toContain('>Issued</title>')
})
