/**
 * The release: nothing is published but from its tag, and one version goes to all.
 */
import assert from 'node:assert/strict'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { newFolder, write } from './folder.mjs'
import { output, ran } from './ran.mjs'
import { published, root } from './tarballs.mjs'

const release = join(root, 'scripts/release.mjs')

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
