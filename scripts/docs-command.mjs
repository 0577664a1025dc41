/** `npm run docs:command`: writes the command's reference and man page from its own help. */
import { install, installed } from './steps.mjs'

install()
installed('jest/bin/jest.js', ['--testMatch', '**/test/docs/command/write.ts'])
