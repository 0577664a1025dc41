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

/** The lines of a region, which may have several parts, each from its own margin on. */
const regionOf = (file, name) => {
  const parts = []
  let isIn = false
  for (const line of readFileSync(join(root, file), 'utf8').split('\n')) {
    const [, mark, of] = /^\s*\/\/ #(region|endregion) (\S+)$/.exec(line) ?? []
    if (of === name) {
      isIn = mark === 'region'
      if (isIn) parts.push([])
    } else if (isIn) parts.at(-1).push(line)
  }
  if (parts.length === 0 || isIn) throw new Error(`${file} has no region ${name} that ends`)
  return parts.flatMap(fromTheMargin).join('\n').trim()
}

const fromTheMargin = (lines) => {
  const margin = Math.min(...lines.filter((line) => line).map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(margin))
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
