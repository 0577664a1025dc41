/**
 * The published sources, for the tests that read them.
 */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The root of the repository. */
export const root = join(__dirname, '../..')

const under = (folder: string): readonly string[] =>
  // With types, for else the links between the packages are followed, round and round.
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .filter((path) => /(^|\/)src\/.*\.ts$/.test(path) && !path.includes('node_modules'))
    .sort()

/** Every source file of every package, by its path from the root. */
export const sources: readonly string[] = [...under('packages'), ...under('examples/walsall')]
