import { JSDOM } from 'jsdom'
import { tablesOf } from '../../src/model/document.js'
import { inWords } from '../../src/model/in-words.js'
import { at } from '../../src/model/sentence.js'
import { decimalsByColumn } from '../../src/model/table.js'
import { reportHtml } from '../../src/report/report-html.js'
import { held, publicSample, sample } from '../model/sample.js'
import { inaccessibleIn, invalidIn } from './page-checks.js'

const html = reportHtml(held(sample))
const open = (text: string): Document => new JSDOM(text).window.document
const page = open(html)

/** The page with a mistake in it that the checks must find. */
const spoilt = html
  .replace('lang="en-GB"', '')
  .replace(' class="govuk-skip-link"', ' class="govuk-skip-link" class="twice"')
  .replace('id="trend-caption"', 'id="months-caption"')

test('the page is valid HTML', async () => {
  expect(await invalidIn(html)).toEqual([])
  expect((await invalidIn(spoilt)).map((found) => found.split(':')[0])).toEqual(
    expect.arrayContaining(['element-required-attributes', 'no-dup-attr', 'no-dup-id']),
  )
})

test('axe finds nothing in the page', async () => {
  expect(await inaccessibleIn(html)).toEqual([])
  expect((await inaccessibleIn(spoilt)).join()).toMatch(/html-has-lang/)
})

test('it needs nothing else: no script, no network, no font, no picture', () => {
  expect(html).not.toMatch(
    /<script|<link|<img|@font-face|@import|url\(|GDS Transport|crest|crown\b/,
  )
  const addresses = html.match(/https?:\/\/[\w.]+/g) ?? []
  expect([...new Set(addresses)]).toEqual(['http://www.w3.org', 'http://example.org'])
  expect(Buffer.byteLength(html)).toBeLessThan(100_000)
})

test('each table stands in the page with its figures, its caption and the scope of its headings', () => {
  for (const table of tablesOf(sample)) {
    const caption = page.getElementById(`${table.id}-caption`)
    const shown = caption?.closest('table')
    expect(caption?.textContent).toContain(table.caption)
    const decimals = decimalsByColumn(table)
    const rows = [...(shown?.querySelectorAll('tbody tr') ?? [])]
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual(
      table.rows.map((row) => row.map((cell, i) => inWords(cell, decimals[i]))),
    )
    expect(shown?.querySelectorAll('th[scope=col]')).toHaveLength(table.columns.length)
    expect(shown?.querySelectorAll('th[scope=row]')).toHaveLength(table.rows.length)
    expect(shown?.parentElement?.getAttribute('tabindex')).toBe('0')
  }
})

test('each chart stands above the table that it is drawn from', () => {
  for (const chart of sample.sections.flatMap(({ charts }) => charts)) {
    const figure = page.getElementById(`${chart.id}-caption`)?.closest('figure')
    const table = page.getElementById(`${chart.table}-caption`)
    expect(figure?.querySelector('svg[role=img]')).not.toBeNull()
    expect(figure?.parentElement).toBe(table?.closest('section')?.parentElement)
    expect(figure?.compareDocumentPosition(table!)).toBe(4)
  }
})

test('every link leads somewhere in the page', () => {
  const links = [...page.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
  expect(links).toContain('#main-content')
  expect(links).toContain('#note-2')
  expect(links.filter((link) => page.getElementById(link.slice(1)) === null)).toEqual([])
})

test('the language, the origin and the basis are said', () => {
  expect(page.documentElement.lang).toBe('en-GB')
  expect(page.querySelector('header')?.textContent).toContain('urn:send-ledger:sample')
  expect(page.querySelector('dl')?.textContent).toContain('31 July 2021')
  expect(page.querySelector('h1')?.textContent).toBe('A sample & its <title>')
})

test('for the public small figures are hidden in words, too, and so is what would tell them', () => {
  const shown = open(reportHtml(held(publicSample)))
  expect(page.querySelector('.report-card')?.textContent).toContain('7 of 35 plans')
  expect(shown.querySelector('.report-card')?.textContent).toContain('[c] of 35 plans')
  expect(shown.getElementById('plans')?.textContent).toBe('[c] of 35 plans were in time')
  expect(page.querySelector('.govuk-tag')?.textContent).toBe('Up on May 2021')
  const status = { words: 'Up', tone: 'good', restsOn: [at('months', 1, 'rolling')] } as const
  const hidden = {
    ...publicSample,
    headlines: publicSample.headlines.map((headline) => ({ ...headline, status })),
  }
  expect(open(reportHtml(held(hidden))).querySelector('.govuk-tag')).toBeNull()
})
