/**
 * The page on views says what the views say: `npm run docs:views` writes it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/sources.js'
import { viewsAsked } from './asked.js'
import { pageOf } from './tables.js'

test('docs/4-reference/views.md is what npm run docs:views writes', async () => {
  const page = readFileSync(join(root, 'docs/4-reference/views.md'), 'utf8')
  const views = await viewsAsked()
  expect(views.map(({ name }) => page.includes(`<!-- view ${name} -->`))).not.toContain(false)
  expect(pageOf(page, views)).toBe(page)
}, 120_000)
