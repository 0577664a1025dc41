/** `npm run bench [records]`: measures against something real, in one run. */
import { build, install, node, run } from './steps.mjs'

install()
build()
run('npm', ['install', '--prefix', 'test/bench', '--no-audit', '--no-fund', '--no-package-lock'])
node(['test/bench/bench.mjs', ...process.argv.slice(2)])
