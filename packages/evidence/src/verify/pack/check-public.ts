/**
 * What can be checked of a pack for the public, which holds no records: that its parts agree with
 * each other. That its figures are those of the ledger only the records can show.
 */
import { complianceView } from '@send-ledger/compliance'
import { type Figure, opaque } from '@send-ledger/core/projection'
import type { Raw, Table } from '@send-ledger/documents'
import { tablePath } from '@send-ledger/documents/files'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { parse } from 'csv-parse/sync'
import type { PackBasis } from '../../pack/basis.js'
import type { Content } from '../../pack/content.js'
import type { Files } from '../../pack/derived.js'
import { bagFiles, files, folders, inclusionFolder, payload, viewPath } from '../../pack/layout.js'
import { restatedSince } from '../../pack/restated.js'
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
const tablesAgree = (pack: Files, basis: PackBasis): readonly PackFinding[] =>
  Object.entries(documents).flatMap(([name, document]) => {
    const view = withHidden(viewIn(pack, name), basis.public?.policy.symbol)
    return document(view as never, basis)
      .sections.flatMap(({ tables }) => tables)
      .flatMap((table) => tableAgrees(pack, table, hasLater(basis, name)))
  })

/** What the views that count people say of an answer. */
const documents = {
  compliance: complianceView.document,
  workforce: workforceView.document,
  capacity: capacityView.document,
}

const tableAgrees = (pack: Files, table: Table<Raw>, hasLater: boolean): readonly PackFinding[] => {
  const path = `${payload}${tablePath(table)}`
  const rows = rowsIn(pack.get(path))
  // A section with nothing to tell has no table.
  if (rows === undefined) return []
  const place = `row ${table.rows.length + 1}`
  const added: readonly PackFinding[] =
    rows.length <= table.rows.length
      ? []
      : [{ _tag: 'TableDiffers', path, place, said: 'a row more', view: 'left out' }]
  const differing = table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, i): readonly PackFinding[] => {
      const { name = '' } = table.columns[i] ?? {}
      if (cell._tag !== 'Raw' && cell._tag !== 'NoFigure') return []
      const said = rows[row]?.[name]
      // An earlier version had no such figure.
      if (said === undefined && cell._tag === 'NoFigure' && hasLater) return []
      const view = cell.of === hidden ? '[c]' : cell._tag === 'Raw' ? cell.value : '[x]'
      const place = `${name}, row ${row + 1}`
      return said === view
        ? []
        : [{ _tag: 'TableDiffers', path, place, said: said ?? 'left out', view }]
    }),
  )
  return [...differing, ...added]
}

/** Whether today's view has figures that it had not when a pack was made. */
const hasLater = ({ views }: PackBasis, name: string): boolean =>
  views
    .filter((view) => view.name === name)
    .flatMap(restatedSince)
    .some(({ added = [] }) => added.length > 0)

/** Stands where a view has the symbol of what is hidden. */
const hidden: Figure = opaque(null, {})

const withHidden = (view: unknown, symbol: string | undefined): unknown => {
  if (view === symbol) return hidden
  if (typeof view !== 'object' || view === null) return view
  if (Array.isArray(view)) return view.map((each) => withHidden(each, symbol))
  return Object.fromEntries(
    Object.entries(view).map(([key, each]) => [key, withHidden(each, symbol)]),
  )
}

const viewIn = (pack: Files, name: string): unknown =>
  (
    JSON.parse(textOf(pack.get(`${payload}${viewPath(name)}`) ?? new Uint8Array()) ?? '') as {
      readonly view: unknown
    }
  ).view

const rowsIn = (
  content: Content | undefined,
): readonly Readonly<Record<string, string>>[] | undefined =>
  content === undefined ? undefined : parse(textOf(content) ?? '', { columns: true })
