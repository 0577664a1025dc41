/**
 * What is measured: the packages as they are built, and the driver that they use.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this program, and that of the packages. */
export const here = dirname(fileURLToPath(import.meta.url))
const packages = join(here, '../../packages')

/** A module of a package as it is built. */
export const built = (path) => import(join(packages, path))

export const core = await built('core/dist/index.js')
export const { recordText } = await built('core/dist/proof.js')
export const { measure } = await built('core/dist/projection.js')
export const { complianceView } = await built('projections/compliance/dist/index.js')
const { wsoaView } = await built('projections/wsoa/dist/index.js')
const { workforceView } = await built('projections/workforce/dist/index.js')
export const { importNdjson } = await built('interop/dist/index.js')
export const { createSqliteLedger, openSqliteLedger } = await built('stores/sqlite/dist/index.js')
export const { cacheForWriting, schema, settings } = await built('stores/sqlite/dist/schema.js')

/** The SQLite driver of the store: floors and SQL are measured with it too. */
export const { DatabaseSync } = createRequire(join(packages, 'stores/sqlite/package.json'))(
  '@photostructure/sqlite',
)

/** Every projection there is. */
export const projections = [
  ...complianceView.projections,
  ...wsoaView.projections,
  ...workforceView.projections,
]

/** The command, as an argument of node. */
export const program = join(packages, 'cli/bin/send-ledger.js')

/** The value of an Either, or its failure thrown. */
export const right = (either) => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}
