/** `npm run demo`: from a clone to the Walsall figures. */
import { build, install, node } from './steps.mjs'

install()
build()
node(['packages/cli/bin/send-ledger.js', 'demo', ...process.argv.slice(2)])
