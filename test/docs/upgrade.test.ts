/**
 * The upgrade notes send nobody to a door that has not what they look for.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/sources.js'

const text = (path: string): string => readFileSync(join(root, path), 'utf8')

const doors: Readonly<Record<string, { readonly names: readonly string[] }>> = JSON.parse(
  text('test/house/doors.json'),
)

/** The rows of the table of names: where they were, which they are, and where they are now. */
const rows = text('docs/4-reference/upgrade.md')
  .split('\n')
  .filter((line) => line.startsWith('| `@send-ledger/'))
  .map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))

test('there is a table of names', () => {
  expect(rows.length).toBeGreaterThan(10)
})

test.each(rows)('from %s', (was, ...others) => {
  const now = others.pop() as string
  const names = doors[now]?.names ?? []
  expect(others.filter((name) => !names.includes(name))).toEqual([])
  // What is there still has not moved.
  expect(others.filter((name) => doors[was]?.names.includes(name))).toEqual([])
})
