/**
 * `npm run docs:site`: builds the site of docs/ and of the doors' doc comments into
 * .generated/site/pages. A dead link, and an export of a door without a doc comment, fail it.
 *
 * `--base /path/` is where the site will stand on its server, `/` unless given.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vitepress'
import { writeApi } from './site/api.mjs'
import { writeConfig } from './site/config.mjs'
import { writePages } from './site/pages.mjs'
import { install, root } from './steps.mjs'

install()
const { values } = parseArgs({ options: { base: { type: 'string', default: '/' } } })

const folder = join(root, '.generated/site')
const sources = join(folder, 'sources')
const pages = join(folder, 'pages')
rmSync(folder, { recursive: true, force: true })

writePages(join(root, 'docs'), sources)
await writeApi(join(sources, '6-api'))
writeConfig(sources, { base: values.base, outDir: pages })
await build(sources)
console.log(`The site is in ${pages}: any server of files shows it.`)
