/** `npm run museum -- 0.2.0`: keeps what this version writes, for the versions after it. */
import { build, install, installed } from './steps.mjs'

install()
build()
installed('jest/bin/jest.js', ['--testMatch', '**/test/museum/keep.ts'], {
  env: { MUSEUM_VERSION: process.argv[2] ?? '' },
})
