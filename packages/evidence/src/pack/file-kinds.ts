/**
 * What each file of a pack is, for its metadata.
 */
import { files, folders, inclusionFolder } from './layout.js'

/** A file in words, and its media type. */
export interface FileKind {
  readonly name: string
  readonly encodingFormat: string
}

const known: Readonly<Record<string, FileKind>> = {
  [files.basis]: {
    name: 'What the pack rests on: everything needed to make it again',
    encodingFormat: 'application/json',
  },
  [files.dataPackage]: {
    name: 'What the tables are, as a Data Package',
    encodingFormat: 'application/json',
  },
  [files.html]: { name: 'The report, for people', encodingFormat: 'text/html' },
  [files.ods]: {
    name: 'The tables as a spreadsheet',
    encodingFormat: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  [files.xlsx]: {
    name: 'The tables as a spreadsheet',
    encodingFormat: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  [files.checkpoint]: {
    name: 'The checkpoint of the ledger: a signed note',
    encodingFormat: 'text/plain',
  },
  [files.records]: {
    name: 'The records of the ledger, one a line: the bytes that were hashed',
    encodingFormat: 'application/x-ndjson',
  },
  [files.consistency]: {
    name: 'Proof that the ledger was only added to since the previous pack',
    encodingFormat: 'application/json',
  },
  [files.figures]: {
    name: 'Every figure, and where its subjects are listed',
    encodingFormat: 'text/csv',
  },
  [files.changes]: {
    name: 'What changed each figure since the previous pack, record by record',
    encodingFormat: 'text/csv',
  },
}

const byFolder: Readonly<Record<string, FileKind>> = {
  [folders.views]: { name: 'A view with its basis', encodingFormat: 'application/json' },
  [folders.lineage]: {
    name: 'The subjects that figures count, with the positions of their records',
    encodingFormat: 'text/csv',
  },
  [folders.tables]: { name: 'A table of the report', encodingFormat: 'text/csv' },
  [folders.charts]: { name: 'A chart of the report', encodingFormat: 'image/svg+xml' },
}

const provedRecords = (path: string): FileKind =>
  path.endsWith('.json')
    ? {
        name: 'A record of the ledger: the bytes that were hashed',
        encodingFormat: 'application/json',
      }
    : { name: 'Proof that the ledger holds that record', encodingFormat: 'text/plain' }

/** What a file is, by its path relative to the payload. */
export const kindOf = (path: string): FileKind => {
  if (path.startsWith(inclusionFolder)) return provedRecords(path)
  const folder = path.slice(0, path.indexOf('/') + 1)
  return (
    (Object.hasOwn(known, path) ? known[path] : undefined) ??
    (Object.hasOwn(byFolder, folder) ? byFolder[folder] : undefined) ?? {
      name: path,
      encodingFormat: 'application/octet-stream',
    }
  )
}
