/**
 * Every link between pages leads to a file that is there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, sources } from '../house/sources.js'

/** The page of each package. */
const readmes = sources
  .filter((file) => /^packages\/.*src\/index\.ts$/.test(file))
  .map((file) => join(dirname(dirname(file)), 'README.md'))

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map((path) => join('docs', String(path)))
    .filter((path) => path.endsWith('.md')),
  ...readmes,
]

test.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to)
  const local = links.filter((to) => !/^https?:/.test(to))
  expect(local.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([])
})

test.each(readmes)('%s names files that are there', (page) => {
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(/`((?:src|bin|test)\/[^`]*)`/g)]
  expect(named.length).toBeGreaterThan(0)
  const missing = named.filter(([, path = '']) => !existsSync(join(root, dirname(page), path)))
  expect(missing.map(([, path]) => path)).toEqual([])
})
