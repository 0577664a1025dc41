/**
 * Every finding, and whatever is said not to be checked, has its line in the reference.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = join(__dirname, '../../src/verify')
const page = readFileSync(join(__dirname, '../../../../docs/4-reference/verification.md'), 'utf8')

const tags = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(findings|not-checked)\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(join(sources, file), 'utf8').matchAll(/^ {2}readonly _tag: '(\w+)'$/gm),
  ])
  .map(([, tag]) => tag)

test('there are findings', () => {
  expect(tags.length).toBeGreaterThan(40)
})

test.each(tags)('%s', (tag) => {
  expect(page).toMatch(new RegExp(`^\\|[^|]*\\b${tag}\\b[^|]*\\|`, 'm'))
})
