/**
 * The rules of the house, held by a test: sizes, names, doors, doc comments, words.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root, sources } from './sources.js'

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

const kept = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && file !== 'pnpm-lock.yaml')

test('the rules look at something', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(kept.length).toBeGreaterThan(sources.length)
})

test.each(sources)('%s: size, name, first words and doc comments', (file) => {
  const lines = textOf(file).split('\n')
  expect(lines.length).toBeLessThanOrEqual(300)
  // The formatter breaks code; a sentence for people is not broken.
  expect(lines.filter((line) => line.length > 100 && !/['`"]|http|^ +\/\^/.test(line))).toEqual([])
  expect(basename(file, '.ts')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(basename(file, '.ts')).not.toMatch(
    /^(utils?|helpers?|common|misc|types?|manager|service)$/,
  )
  expect(lines[0]).toBe('/**')
  expect(undocumented(lines)).toEqual([])
})

/** Exports without a doc comment above; the type of a codec of the same name needs none. */
const undocumented = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, i) => {
    const name = /^export (?:const|type|interface|class|function|abstract class) (\w+)/.exec(
      line,
    )?.[1]
    if (name === undefined) return false
    const above = lines[i - 1]?.trim() ?? ''
    const isSecond = lines.slice(0, i).some((other) => other.startsWith(`export const ${name} `))
    return !isSecond && !above.endsWith('*/') && !above.startsWith('// biome-ignore')
  })

const doors = sources.filter((file) => file.endsWith('src/index.ts'))

test.each(doors)('%s: the door names what it lets out', (file) => {
  expect(textOf(file)).not.toMatch(/export \*/)
})

test('no word of a machine, and no promise instead of work', () => {
  const banned = /\/(work|home|root)\/|\bTODO\b|\bFIXME\b|\bXXX\b|\.only\(|\bwe will\b/
  const own = 'test/house/rules.test.ts'
  const found = kept
    .filter((file) => /\.(ts|mjs|cjs|js|json|md|yaml)$/.test(file) && file !== own)
    .filter((file) => banned.test(textOf(file)))
  expect(found).toEqual([])
})

test('versions are pinned, and no script installs on install', () => {
  const manifests = kept.filter((file) => basename(file) === 'package.json')
  for (const file of manifests) {
    const { dependencies = {}, devDependencies = {}, scripts = {} } = JSON.parse(textOf(file))
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(workspace:\*|npm:\S+@\d[\w.-]*|\d[\w.-]*)$/.test(String(version)),
    )
    expect([file, loose]).toEqual([file, []])
    expect(scripts).not.toHaveProperty(['postinstall'])
    expect(
      Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name)),
    ).toEqual([])
  }
})
