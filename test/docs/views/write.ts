/**
 * Writes the tables of the page on views: `npm run docs:views`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/sources.js'
import { viewsAsked } from './asked.js'
import { pageOf } from './tables.js'

test('writes docs/4-reference/views.md', async () => {
  const page = join(root, 'docs/4-reference/views.md')
  writeFileSync(page, pageOf(readFileSync(page, 'utf8'), await viewsAsked()))
}, 120_000)
