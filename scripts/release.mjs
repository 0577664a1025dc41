/**
 * `node scripts/release.mjs` rehearses a release: everything that publishing does but the last
 * step; other arguments, such as `--registry`, are handed on. Only `--publish` in the release
 * workflow publishes, and only what its tag names.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, root, run } from './steps.mjs'

const manifest = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))

const fail = (sentence) => {
  console.error(sentence)
  process.exit(2)
}

const isReal = process.argv.includes('--publish')
const { version } = manifest('packages/send-ledger')

if (isReal && process.env.GITHUB_REF !== `refs/tags/v${version}`) {
  fail(`Only the release workflow publishes, from the tag v${version}. Nothing was published.`)
}
if (isReal && !readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`\n## ${version}\n`)) {
  fail(`CHANGELOG.md has no section ${version}. Nothing was published.`)
}

install()
build()
const mode = isReal ? [] : ['--dry-run', ...process.argv.slice(2)]
const publish = ['-r', 'publish', '--access', 'public', '--no-git-checks', ...mode]
run('npx', ['--yes', manifest('.').packageManager, ...publish])
