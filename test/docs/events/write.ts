/**
 * Writes the page on events: `npm run docs:events`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../house/sources.js'
import { eventsPage } from './pages.js'

test('writes docs/4-reference/events.md', () => {
  const page = join(root, 'docs/4-reference/events.md')
  writeFileSync(page, eventsPage(readFileSync(page, 'utf8')))
})
