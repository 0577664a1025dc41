/** `npm run docs:events`: writes docs/4-reference/events.md from the catalogue. */
import { install, installed } from './steps.mjs'

install()
installed('jest/bin/jest.js', ['--testMatch', '**/test/docs/events/write.ts'])
