/**
 * What can be checked of a pack for the public, which holds no records: that its parts agree with
 * each other. That its figures are those of the ledger only the records can show.
 */
import { parse } from 'csv-parse/sync'
import type { PackBasis } from '../../pack/basis.js'
import type { Files } from '../../pack/derived.js'
import { bagFiles, files, folders, inclusionFolder, payload, viewPath } from '../../pack/layout.js'
import { addedSince } from '../../pack/restated.js'
import { seenAt } from '../../public/earlier-packs.js'
import { ofViews, type ViewShapes } from '../../public/figure-places.js'
import { crateAndTags } from './check-derived.js'
import type { PackFinding } from './findings.js'
import { notThrown } from './not-thrown.js'
import { textOf } from './text-of.js'

/** What a pack for the public says of itself. */
export interface PublicPack {
  readonly basis: PackBasis
  /** The positions of the records that it proves. */
  readonly proved: readonly number[]
}

/** What in a pack for the public does not agree with the rest of it. */
export const checkPublic = (pack: Files, { basis, proved }: PublicPack): readonly PackFinding[] =>
  notThrown(() => [
    ...provedThose(basis, proved),
    ...added(pack),
    ...tablesAgree(pack, basis),
    ...crateAndTags(pack, basis),
  ])

/** A proof that is left out is missed, since the basis is signed. */
const provedThose = ({ public: made }: PackBasis, proved: readonly number[]): PackFinding[] => {
  const [named, found] = [made?.proved.join(' ') ?? '', proved.join(' ')]
  return named === found
    ? []
    : [{ _tag: 'BasisDiffers', field: 'public.proved', basis: named, pack: found }]
}

const single: readonly string[] = [
  files.basis,
  files.crate,
  files.dataPackage,
  files.html,
  files.ods,
  files.xlsx,
  files.checkpoint,
  files.consistency,
]

const inFolders: readonly string[] = [
  folders.views,
  folders.tables,
  folders.charts,
  inclusionFolder,
]

/** Nothing may stand in it that no pack for the public has: no records, no lists of subjects. */
const added = (pack: Files): readonly PackFinding[] =>
  [...pack.keys()].flatMap((path) => {
    const name = path.slice(payload.length)
    const isKnown = path.startsWith(payload)
      ? single.includes(name) || inFolders.some((folder) => name.startsWith(folder))
      : Object.values<string>(bagFiles).includes(path)
    return isKnown ? [] : [{ _tag: 'FileAdded', path } as const]
  })

/** Every figure of a table that stands in a view too is the same there. */
const tablesAgree = (pack: Files, basis: PackBasis): readonly PackFinding[] => {
  const views = new Map(
    ['compliance', 'workforce', 'capacity'].map((name) => [name, viewIn(pack, name)] as const),
  )
  const tables = new Map<string, readonly Readonly<Record<string, string>>[] | undefined>()
  return ofViews(Object.fromEntries(views) as unknown as ViewShapes).flatMap(([at, source]) => {
    if (source._tag !== 'OfView') return []
    const path = `${payload}${folders.tables}${at.table}.csv`
    if (!tables.has(path)) tables.set(path, rowsIn(pack.get(path)))
    const rows = tables.get(path)
    // A section with nothing to tell has no table.
    if (rows === undefined) return []
    const said = rows[at.row]?.[at.column]
    const seen = seenAt(views.get(source.view), source.place)
    // An earlier version had no such figure.
    const isLater = addedSince(basis, source.view)(source.place)
    if (said === undefined && seen === undefined && isLater) return []
    const view = inTable(seen, basis.public?.policy.symbol)
    const place = `${at.column}, row ${at.row + 1}`
    return said === view
      ? []
      : [{ _tag: 'TableDiffers', path, place, said: said ?? 'left out', view } as const]
  })
}

const viewIn = (pack: Files, name: string): unknown =>
  (
    JSON.parse(textOf(pack.get(`${payload}${viewPath(name)}`) ?? new Uint8Array()) ?? '') as {
      readonly view: unknown
    }
  ).view

const rowsIn = (
  bytes: Uint8Array | undefined,
): readonly Readonly<Record<string, string>>[] | undefined =>
  bytes === undefined ? undefined : parse(textOf(bytes) ?? '', { columns: true })

/** A published figure as a table has it. */
const inTable = (seen: unknown, symbol: string | undefined): string => {
  if (seen === symbol) return '[c]'
  return typeof seen === 'number' || typeof seen === 'string' ? String(seen) : '[x]'
}
