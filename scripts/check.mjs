/** `npm run check`: types, lint and format, layering; what needs no test. */
import { install, installed, node } from './steps.mjs'

install()
installed('ts7/bin/tsc', ['-p', 'tsconfig.test.json'])
installed('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
node(['scripts/layering.mjs'])
node(['scripts/docs-regions.mjs', '--check'])
