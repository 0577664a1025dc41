/** `npm run bench`: measures against something real, in one run. */
import { build, install, node, run } from './steps.mjs'

const args = process.argv.slice(2)
install()
build()
if (!args.includes('--gate')) {
  run('npm', ['install', '--prefix', 'test/bench', '--no-audit', '--no-fund', '--no-package-lock'])
}
node(['--max-old-space-size=6144', 'test/bench/bench.mjs', ...args])
