/**
 * The published sources, for the tests that read them.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The root of the repository. */
export const root = join(__dirname, '../..')

const under = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /(^|\/)src\/.*\.ts$/.test(path) && !path.includes('node_modules'))
    .sort()

/** Every source file of every package, by its path from the root. */
export const sources: readonly string[] = [...under('packages'), ...under('examples/walsall')]
