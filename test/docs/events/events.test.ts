/**
 * The page on events says what the catalogue says: `npm run docs:events` writes it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@send-ledger/core/records'
import { root } from '../../house/sources.js'
import { eventsPage } from './pages.js'

test('docs/4-reference/events.md is what npm run docs:events writes', () => {
  const page = readFileSync(join(root, 'docs/4-reference/events.md'), 'utf8')
  const listed = [...page.matchAll(/^### ([A-Z]\w+)$/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(Object.keys(catalogue).sort())
  expect(eventsPage(page)).toBe(page)
})
