/**
 * The page on errors has an entry for each code and each rule that anything is refused with.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureCodes } from '@send-ledger/core/records'
import { root, sources } from '../../house/sources.js'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const errors = read('docs/4-reference/errors.md')

test.each(Object.values(failureCodes))('%s has an entry', (code) => {
  expect(errors).toContain(`\`${code}\``)
})

const ofLines = [
  ...read('packages/interop/src/ndjson/reject.ts').matchAll(/^ {2}\| '([a-z0-9-]+)'/gm),
]

test.each(ofLines.map(([, code = '']) => code))('%s of a line has an entry', (code) => {
  expect(errors).toContain(`\`${code}\``)
})

const rules = sources
  .filter((file) => file.startsWith('packages/core/src/lifecycle/'))
  .flatMap((file) => [
    ...read(file).matchAll(
      /(?:\brule: |\bname: |\brefusal\(|\b(?:once|nothingAfter|noneLater)\(\s*)'([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
    ),
  ])
  .map(([, rule = '']) => rule)

test('the rules are found', () => {
  expect(rules.length).toBeGreaterThan(30)
})

test.each([...new Set(rules)])('the rule %s has an entry', (rule) => {
  expect(`${errors}${read('docs/4-reference/events.md')}`).toContain(`\`${rule}\``)
})
