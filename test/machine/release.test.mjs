/**
 * The release, rehearsed against a registry of this test: every package would be published, and
 * nothing is.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { newFolder, write } from './folder.mjs'
import { output, ran } from './ran.mjs'
import { emptyRegistry } from './registry.mjs'
import { published, root } from './tarballs.mjs'

const names = published.map(({ manifest: { name } }) => name).sort()
const release = join(root, 'scripts/release.mjs')

test('a rehearsal goes through every package and sends none', async () => {
  const registry = await emptyRegistry()
  try {
    // While a program is waited for, the registry of this process must answer.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [release, '--registry', registry.address],
      // Whatever this run was told to keep silent about, what is published is told.
      { cwd: root, maxBuffer: 100_000_000, env: { ...process.env, npm_config_loglevel: 'notice' } },
    )
    const told = [...stdout.matchAll(/^\+ (.+)@\d+\.\d+\.\d+$/gm)].map(([, name]) => name)
    assert.deepEqual(told.sort(), names)
    assert.deepEqual(
      registry.asked.filter((request) => !request.startsWith('GET ')),
      [],
    )
    for (const name of names) assert.ok(registry.asked.includes(`GET /${name}`), name)
  } finally {
    registry.close()
  }
})

test('from a desk, and from another tag, nothing is published', () => {
  for (const GITHUB_REF of ['', 'refs/heads/main', 'refs/tags/v0.0.1']) {
    const { code, err } = ran(process.execPath, [release, '--publish'], { env: { GITHUB_REF } })
    assert.equal(code, 2)
    assert.match(err, /Nothing was published/)
  }
})

test('a change of one package is a new version of all', () => {
  const folder = newFolder()
  for (const path of ['package.json', 'pnpm-workspace.yaml', '.changeset/config.json']) {
    cpSync(join(root, path), join(folder, path))
  }
  for (const { place, manifest } of published) {
    write(folder, [[join(place, 'package.json'), JSON.stringify(manifest)]])
  }
  write(folder, [
    ['pnpm-lock.yaml', ''],
    ['.changeset/one.md', '---\n"@send-ledger/core": minor\n---\n\nOne change.\n'],
  ])
  output(process.execPath, [join(root, 'node_modules/@changesets/cli/bin.js'), 'version'], {
    cwd: folder,
  })
  const [major, minor] = published[0].manifest.version.split('.').map(Number)
  for (const { place, manifest } of published) {
    const { version } = JSON.parse(readFileSync(join(folder, place, 'package.json'), 'utf8'))
    assert.equal(version, `${major}.${minor + 1}.0`, manifest.name)
  }
})
