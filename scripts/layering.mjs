/**
 * `npm run layering`: holds every import to the table in `.dependency-cruiser.cjs`, and asserts
 * that the cruiser saw the modules: rules over nothing always hold.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './steps.mjs'

process.chdir(root)
const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))

const { output } = await cruise(
  ['packages', 'examples', 'test'],
  { ...options, ruleSet: { forbidden }, validate: true },
  {},
  { tsConfig: extractTSConfig(join(root, 'tsconfig.test.json')) },
)

// With types, for else the links between the packages are followed, round and round.
const sources = readdirSync(join(root, 'packages'), { recursive: true, withFileTypes: true })
  .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
  .filter((path) => /(^|\/)src\/.*\.ts$/.test(path) && !path.includes('node_modules'))
const seen = new Set(output.modules.map(({ source }) => source))
const unseen = sources.filter((path) => !seen.has(path))
const between = output.modules
  .filter(({ source }) => source.startsWith('packages/cli/src/'))
  .flatMap(({ dependencies }) => dependencies)
  .filter(({ resolved }) => resolved === 'packages/core/src/index.ts')

for (const { from, to, rule } of output.summary.violations) {
  console.error(`${rule.name}: ${from} → ${to}`)
}
for (const path of unseen) console.error(`not seen by the cruiser: ${path}`)
if (between.length === 0) console.error('imports between packages are not followed')
const isWrong = output.summary.violations.length > 0 || unseen.length > 0 || between.length === 0
if (!isWrong) {
  console.log(
    `layering: ${output.summary.totalCruised} modules, ` +
      `${output.summary.totalDependenciesCruised} imports, each where it may be`,
  )
}
process.exit(isWrong ? 1 : 0)
