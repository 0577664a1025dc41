/** `npm test`: from a clone to everything checked and tested. */
import { build, install, installed, node } from './steps.mjs'

install()
build()
node(['scripts/check.mjs'])
installed('jest/bin/jest.js', process.argv.slice(2))
