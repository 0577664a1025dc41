/**
 * Chromium, without a window, showing a page from a file and nothing else: whatever a page asks
 * for beside itself is refused and remembered.
 */
import { after } from 'node:test'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
after(() => browser.close())

/** The page of a file at a width in pixels, and the addresses that it asked for. */
export const opened = async (file, width = 1280) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, offline: true })
  const address = pathToFileURL(file).href
  const asked = []
  context.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url())
  })
  await context.route(
    (url) => url.href !== address,
    (route) => route.abort(),
  )
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'load' })
  return { page, asked }
}

/** The page of an address in a colour scheme, what it asked of other hosts, and what it lacked. */
export const served = async (address, { scheme = 'light', width }) => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const { origin } = new URL(address)
  const elsewhere = []
  const failed = []
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      elsewhere.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, elsewhere, failed }
}
