/**
 * The command as it is shipped, for tests that run it as a process of its own: `npm run build` makes
 * it. One that is older than what it is made of would prove nothing.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')

const madeAt = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY

const sources = ['packages', 'examples/walsall']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(root, folder, path),
    ),
  )
  .filter((path) => /\/src\/.*\.ts$/.test(path) && !path.includes('node_modules'))

const newest = Math.max(...sources.map(madeAt))

if (madeAt(join(root, 'packages/cli/bundle/main.js')) < newest) {
  throw new Error('The command is older than its sources: npm run build')
}

/** The path of the program. */
export const program = join(root, 'packages/cli/bin/send-ledger.js')
