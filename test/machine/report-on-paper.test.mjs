/**
 * The report of the Walsall example as it is printed: A4, the cover on the first page, everything
 * on paper that can be unfolded on a screen.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { opened } from './browser.mjs'
import { newFolder, write } from './folder.mjs'
import { output } from './ran.mjs'
import { walsallReport } from './walsall.mjs'

const folder = newFolder()
const paper = join(folder, 'report.pdf')
let report

before(async () => {
  report = await walsallReport()
  write(folder, report.files)
  const { page } = await opened(join(folder, 'report.html'))
  await page.pdf({ path: paper, preferCSSPageSize: true, tagged: true })
})

/** The words on some pages, as one line. */
const words = (...args) => inOneLine(output('pdftotext', [...args, paper, '-']))
const inOneLine = (text) => text.replaceAll(/\s+/g, ' ')

/** What pdfinfo says of it, by name. */
const information = () =>
  Object.fromEntries(
    output('pdfinfo', [paper])
      .split('\n')
      .map((line) => line.split(/:\s+/, 2)),
  )

test('it is A4, of more than three pages, and tagged for screen readers', () => {
  const { 'Page size': size, Pages: pages, Tagged: tagged } = information()
  assert.match(size, /\(A4\)$/)
  assert.ok(Number(pages) > 3 && Number(pages) < 30, pages)
  assert.equal(tagged, 'yes')
})

test('it says its language and its title', () => {
  assert.match(readFileSync(paper, 'latin1'), /\/Lang \(en-GB\)/)
  assert.equal(information().Title, report.document.title)
})

test('the cover is on the first page, and the sections are not', () => {
  const { document } = report
  const first = words('-f', '1', '-l', '1')
  for (const text of [document.title, document.origin, 'For the council.', 'At a glance']) {
    assert.ok(first.includes(text), text)
  }
  for (const { title } of document.headlines) assert.ok(first.includes(title), title)
  assert.ok(!first.includes('What the columns mean'))
})

test('every table is on paper, and what its columns mean', () => {
  const all = words()
  const { resources } = JSON.parse(Buffer.from(report.files.get('datapackage.json')).toString())
  assert.ok(resources.length > 10)
  for (const { title, schema } of resources) {
    assert.ok(all.includes(title), title)
    for (const { description } of schema.fields) {
      // Source and notes stand apart on paper.
      const [meaning] = description.split(/(?<=\.) /)
      assert.ok(all.includes(meaning), meaning)
    }
  }
})
