/**
 * The manifests of the packages as the registry shows them, held by a test that needs no build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, sources } from './sources.js'

const jsonIn = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** The folders of packages: those with sources. */
const folders = [...new Set(sources.map((file) => file.slice(0, file.indexOf('/src/'))))]

const manifests = folders.map((folder) => [folder, jsonIn(`${folder}/package.json`)] as const)
const names = manifests.map(([, { name }]) => name)
const home = 'https://github.com/send-ledger/send-ledger'

test('the packages are found', () => {
  expect(names).toContain('send-ledger')
  expect(names).toContain('@send-ledger/example-walsall')
  expect(names.length).toBeGreaterThan(15)
  expect(new Set(names).size).toBe(names.length)
})

test.each(manifests)('%s: what is the same for all', (folder, manifest) => {
  expect(manifest).toMatchObject({
    version: jsonIn('packages/send-ledger/package.json').version,
    license: 'MIT',
    author: 'send-ledger contributors',
    homepage: `${home}/tree/main/${folder}#readme`,
    bugs: { url: `${home}/issues` },
    repository: { type: 'git', url: `git+${home}.git`, directory: folder },
    type: 'module',
    engines: jsonIn('package.json').engines,
    publishConfig: { access: 'public' },
  })
  expect(manifest.private).toBeUndefined()
  expect(manifest.name).toMatch(/^(send-ledger|@send-ledger\/[a-z]+(-[a-z]+)*)$/)
  expect(manifest.keywords).toEqual(expect.arrayContaining(['send', 'ehcp', 'event-sourcing']))
  // One sentence without a full stop, as a search of the registry shows it.
  expect(manifest.description).toMatch(/^[A-Z].{15,118}[^.]$/)
})

test.each(manifests)('%s: what goes into its tarball', (folder, { name, files, exports }) => {
  expect(files).toEqual(expect.arrayContaining(['dist', 'src', '!dist/*.tsbuildinfo']))
  expect(files.some((file: string) => file.startsWith('test'))).toBe(false)
  const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
  expect(readme.startsWith(`# ${name}\n`)).toBe(true)
  // Sources go along, so that maps lead somewhere; each door leads to one, its types and its code.
  for (const door of Object.values<Record<string, string>>(exports)) {
    const source = door['send-ledger-source'] as string
    expect(existsSync(join(root, folder, source))).toBe(true)
    const built = source.replace('./src/', './dist/').replace(/\.ts$/, '')
    // The program of the command is the one that is bundled.
    const code = built.replace(/^\.\/dist\/main$/, './bundle/main')
    expect(door).toMatchObject({ types: `${built}.d.ts`, default: `${code}.js` })
    expect(Object.keys(door).at(-1)).toBe('default')
  }
})

test.each(manifests)('%s: what a bundler may leave out', (folder, { bin, sideEffects }) => {
  if (bin === undefined) {
    expect(sideEffects).toBe(false)
    return
  }
  expect(sideEffects).toEqual(
    expect.arrayContaining(Object.values<string>(bin).map((p) => `./${p}`)),
  )
  for (const path of Object.values<string>(bin)) {
    const text = readFileSync(join(root, folder, path), 'utf8')
    expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true)
    // What the program imports for what it does must never be left out.
    const [, started] = /^import '\.\.(\/.*)'$/m.exec(text) ?? []
    if (started !== undefined) expect(sideEffects).toContain(`.${started}`)
  }
})

test.each(manifests)('%s: its packages are published too, at the same version', (_, manifest) => {
  const { dependencies = {}, peerDependencies } = manifest
  const ours = Object.keys(dependencies).filter((name) =>
    /^(@send-ledger\/|send-ledger$)/.test(name),
  )
  expect(ours.filter((name) => !names.includes(name))).toEqual([])
  expect(ours.filter((name) => dependencies[name] !== 'workspace:*')).toEqual([])
  expect(peerDependencies).toBeUndefined()
})

test('one version for all: a release of one is a release of each', () => {
  const { access, fixed, ignore } = jsonIn('.changeset/config.json')
  expect({ access, fixed, ignore }).toEqual({
    access: 'public',
    fixed: [['send-ledger', '@send-ledger/*']],
    ignore: [],
  })
  const changes = readdirSync(join(root, '.changeset')).filter((name) =>
    /^(?!README).*\.md$/.test(name),
  )
  for (const name of changes) {
    const [, head = ''] =
      /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(root, '.changeset', name), 'utf8')) ?? []
    const named = head.split('\n').map((line) => /^"(.+)": (patch|minor)$/.exec(line)?.[1])
    expect([name, named.filter((each) => !names.includes(each))]).toEqual([name, []])
  }
})

test('maps of declarations are made, and code that others edit keeps its line ends', () => {
  expect(jsonIn('tsconfig.base.json').compilerOptions).toMatchObject({
    declaration: true,
    declarationMap: true,
    sourceMap: true,
  })
  for (const [folder] of manifests) {
    const { extends: base, compilerOptions } = jsonIn(`${folder}/tsconfig.json`)
    expect(join(root, dirname(`${folder}/tsconfig.json`), base)).toBe(
      join(root, 'tsconfig.base.json'),
    )
    expect(compilerOptions).not.toHaveProperty('declarationMap')
  }
  expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toContain('* text=auto eol=lf')
})
