/**
 * Where each file of a pack stands. A pack is a bag (RFC 8493); its payload, under `data/`, is a
 * research object crate.
 *
 * Set in stone: packs are handed out, and verified years later.
 */

/** The folder of the payload, as a start of paths. */
export const payload = 'data/'

/** The files of a bag beside its payload. Source: RFC 8493 section 2. */
export const bagFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  sha256: 'manifest-sha256.txt',
  sha512: 'manifest-sha512.txt',
  tags: 'tagmanifest-sha256.txt',
} as const

/** Files of the payload, relative to it. */
export const files = {
  crate: 'ro-crate-metadata.json',
  basis: 'basis.json',
  dataPackage: 'datapackage.json',
  html: 'report.html',
  ods: 'report.ods',
  xlsx: 'report.xlsx',
  checkpoint: 'ledger/checkpoint',
  records: 'ledger/records.ndjson',
  consistency: 'ledger/consistency.json',
  figures: 'lineage/figures.csv',
  changes: 'lineage/changes.csv',
} as const

/** Folders of the payload whose files are all made again from the records and the basis. */
export const folders = {
  views: 'views/',
  lineage: 'lineage/',
  tables: 'tables/',
  charts: 'charts/',
} as const

/** The folder of records that are shown one by one, each with its proof. */
export const inclusionFolder = 'ledger/inclusion/'

/** Where a view stands, by its name in the basis. */
export const viewPath = (name: string): string => `${folders.views}${name}.json`

/** The name of the view that stands at a path; undefined where none does. */
export const viewAt = (path: string): string | undefined =>
  new RegExp(`^${folders.views}([^/]+)\\.json$`).exec(path)?.[1]

/** Where the subjects of the figures of a view stand. */
export const lineagePath = (name: string): string => `${folders.lineage}${name}.csv`
