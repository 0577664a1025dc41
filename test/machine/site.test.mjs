/**
 * The site of the documentation, built and looked at in a browser: it is accessible, it can be
 * searched, it asks nobody but its own server for anything, and it is not built with dead links.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import axe from 'axe-core'
import { build } from 'vitepress'
import { writeConfig } from '../../scripts/site/config.mjs'
import { root } from '../../scripts/steps.mjs'
import { served } from './browser.mjs'
import { write } from './folder.mjs'

const pages = join(root, '.generated/site/pages')

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const server = createServer(({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost')
  const file = join(pages, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  response.end(readFileSync(file))
})
let address

before(async () => {
  // It takes minutes on a busy machine.
  execFileSync(process.execPath, [join(root, 'scripts/docs-site.mjs')], { cwd: root })
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  address = `http://127.0.0.1:${server.address().port}`
})
after(() => server.close())

const looks = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 400],
]

describe('axe finds nothing', () => {
  for (const path of [
    'index',
    '1-start/first-hour',
    '2-concepts/two-times',
    '4-reference/events/PlanIssued',
    '6-api/send-ledger',
  ]) {
    for (const [scheme, width] of looks) {
      test(`${path}, ${scheme}, ${width} pixels wide`, async () => {
        const { page, elsewhere, failed } = await served(`${address}/${path}.html`, {
          scheme,
          width,
        })
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() => globalThis.axe.run(document))
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => ({ id, html: html.slice(0, 200) })),
        )
        assert.deepEqual({ found, elsewhere, failed }, { found: [], elsewhere: [], failed: [] })
        await page.context().close()
      })
    }
  }
})

test('the search finds an event by its name, without a network', async () => {
  const { page, elsewhere } = await served(`${address}/index.html`, { width: 1280 })
  await page.click('#local-search button')
  await page.fill('#localsearch-input', 'PlanIssued')
  const result = page.locator('a.result', { hasText: 'PlanIssued' }).first()
  await result.click()
  await page.waitForURL(/4-reference|6-api|1-start|3-how-to/)
  await page.locator('main', { hasText: 'PlanIssued' }).waitFor()
  assert.deepEqual(elsewhere, [])
})

test('a dead link fails the build', async () => {
  // Within the repository, where what a page is made with is found.
  const folder = join(root, '.generated/dead-link')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const site = (text) => {
    write(folder, [['1-start/one.md', text]])
    writeConfig(folder, { base: '/', outDir: join(folder, 'pages') })
    return build(folder)
  }
  await assert.rejects(site('# One\n\n[Two](two.md)\n'), /dead link/)
  await site('# One\n\n[One](one.md)\n')
})
