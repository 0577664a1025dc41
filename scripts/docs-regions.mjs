/**
 * `npm run docs:regions`: copies the regions of the examples into the pages that show them, so
 * that what is read is what is run. With `--check` it writes nothing, and says what differs.
 *
 * A page names a region above its block: `<!-- region examples/01-embed.ts embed -->`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const isCheck = process.argv.includes('--check')

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map((path) => join('docs', String(path)))
    .filter((path) => path.endsWith('.md')),
]

const regionOf = (file, name) => {
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.split('\n')
  const first = lines.indexOf(`// #region ${name}`)
  const last = lines.indexOf(`// #endregion ${name}`)
  if (first < 0 || last < first) throw new Error(`${file} has no region ${name}`)
  return lines.slice(first + 1, last).join('\n')
}

const block = /<!-- region (\S+) (\S+) -->\n```ts\n[\s\S]*?```/g

let differing = 0
for (const page of pages) {
  const text = readFileSync(join(root, page), 'utf8')
  const made = text.replaceAll(
    block,
    (_, file, name) => `<!-- region ${file} ${name} -->\n\`\`\`ts\n${regionOf(file, name)}\n\`\`\``,
  )
  if (made === text) continue
  differing++
  if (isCheck) console.error(`${page} differs from its regions: run npm run docs:regions`)
  else writeFileSync(join(root, page), made)
}
process.exit(isCheck && differing > 0 ? 1 : 0)
