/** `npm run docs:views`: writes the tables of docs/4-reference/views.md from the views. */
import { install, installed } from './steps.mjs'

install()
installed('jest/bin/jest.js', ['--testMatch', '**/test/docs/views/write.ts'])
