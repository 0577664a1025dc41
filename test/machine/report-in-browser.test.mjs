/**
 * The report of the Walsall example in a browser, wide and narrow: what only a laid-out page
 * shows, such as contrast, width and the way of the keyboard.
 */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import axe from 'axe-core'
import { opened } from './browser.mjs'
import { contrastsIn } from './contrast.mjs'
import { newFolder, write } from './folder.mjs'
import { walsallReport } from './walsall.mjs'

const folder = newFolder()
const file = join(folder, 'report.html')

before(async () => {
  write(folder, (await walsallReport()).files)
})

/** What axe says of a page with all of it unfolded. */
const checked = async (page) => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await page.evaluate(axe.source)
  const { violations, incomplete } = await page.evaluate(() => globalThis.axe.run(document))
  const all = (found) =>
    found.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html: html.slice(0, 200) })))
  return { violations: all(violations), incomplete: all(incomplete) }
}

const isWiderThanScreen = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/** What has the focus: enough to name it, and whether its outline is seen. */
const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    return {
      tag: at.tagName,
      href: at.getAttribute('href'),
      region: at.classList.contains('report-scroll') ? at.getAttribute('aria-labelledby') : null,
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
      isOnScreen: at.getBoundingClientRect().bottom > 0,
    }
  })

describe('the report at 1280 pixels', () => {
  test('axe finds nothing, with contrast; what it cannot measure are labels of charts', async () => {
    const { page } = await opened(file)
    const { violations, incomplete } = await checked(page)
    assert.deepEqual(violations, [])
    const unmeasured = incomplete.filter(({ html }) => !html.startsWith('<text'))
    assert.deepEqual(unmeasured, [])
    assert.deepEqual([...new Set(incomplete.map(({ id }) => id))], ['color-contrast'])
  })

  test('every label of a chart has the contrast that the standard asks for', async () => {
    const { page } = await opened(file)
    const contrasts = await contrastsIn(page, 'svg text')
    assert.ok(contrasts.length > 100)
    // Source: WCAG 2.2, 1.4.3: at least 4.5 to 1.
    assert.deepEqual(
      contrasts.filter(({ ratio }) => !(ratio >= 4.5)),
      [],
    )
  })

  test('a page with pale words, a picture without text or a pale label is found out', async () => {
    const { page } = await opened(file)
    await page.evaluate(() => {
      document.querySelector('p.govuk-body').style.color = '#bbb'
      document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="data:,">')
      document.querySelector('svg text').setAttribute('fill', '#bbb')
    })
    const { violations } = await checked(page)
    assert.deepEqual(violations.map(({ id }) => id).sort(), ['color-contrast', 'image-alt'])
    const pale = (await contrastsIn(page, 'svg text')).filter(({ ratio }) => ratio < 4.5)
    assert.equal(pale.length, 1)
  })

  test('the page is not wider than the screen', async () => {
    const { page } = await opened(file)
    assert.equal(await isWiderThanScreen(page), false)
  })
})

describe('the report at 360 pixels', () => {
  test('axe finds nothing', async () => {
    const { page } = await opened(file, 360)
    assert.deepEqual((await checked(page)).violations, [])
  })

  test('the page is not wider than the screen, nor at 320 pixels, and a wider one is seen', async () => {
    for (const width of [360, 320]) {
      const { page } = await opened(file, width)
      assert.equal(await isWiderThanScreen(page), false)
      await page.evaluate(() => {
        for (const region of document.querySelectorAll('.report-scroll')) {
          region.style.overflow = 'visible'
        }
      })
      assert.equal(await isWiderThanScreen(page), true)
    }
  })

  test('the first key leads to the skip link, and the skip link past the header', async () => {
    const { page } = await opened(file, 360)
    await page.keyboard.press('Tab')
    const skip = await focused(page)
    assert.deepEqual([skip.href, skip.isSeen, skip.isOnScreen], ['#main-content', true, true])
    await page.keyboard.press('Enter')
    assert.equal(new URL(page.url()).hash, '#main-content')
    await page.keyboard.press('Tab')
    const isPast = await page.evaluate(() =>
      document.querySelector('main').contains(document.activeElement),
    )
    assert.equal(isPast, true)
  })

  test('the keyboard reaches every table and chart, sees where it is, and scrolls it', async () => {
    const { page } = await opened(file, 360)
    const regions = await page.evaluate(() =>
      [...document.querySelectorAll('table, figure svg')].map((each) =>
        each.closest('.report-scroll')?.getAttribute('aria-labelledby'),
      ),
    )
    assert.ok(regions.length > 10)
    const reached = []
    let scrolled = 0
    for (let presses = 0; presses < 500; presses++) {
      await page.keyboard.press('Tab')
      const at = await focused(page)
      if (at.tag === 'BODY') break
      assert.equal(at.isSeen, true, JSON.stringify(at))
      if (at.region === null) continue
      reached.push(at.region)
      if (await scrollsByKey(page)) scrolled++
    }
    assert.deepEqual(reached, regions)
    assert.ok(scrolled > 5)
  })
})

/** Whether the region with the focus moves sideways; one that is wider than it shows must. */
const scrollsByKey = async (page) => {
  const isWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.activeElement
    return scrollWidth > clientWidth
  })
  if (!isWide) return false
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0, undefined, {
    timeout: 5_000,
  })
  return true
}

test('the page asks for nothing but itself, and a page that does is caught', async () => {
  const { page, asked } = await opened(file)
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true
    window.scrollTo(0, document.body.scrollHeight)
    await new Promise((done) => setTimeout(done, 500))
  })
  assert.deepEqual(asked, [])
  const picture = 'http://127.0.0.1:9/picture.png'
  const refused = page.waitForEvent('requestfailed')
  await page.evaluate((src) => {
    new Image().src = src
  }, picture)
  await refused
  assert.deepEqual(asked, [picture])
})

test('the page says its language', async () => {
  const { page } = await opened(file)
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en-GB')
})
