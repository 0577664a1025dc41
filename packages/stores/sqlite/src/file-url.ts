/**
 * The address of a file as SQLite reads one.
 */
import { pathToFileURL } from 'node:url'

/**
 * The address of a ledger file, with a parameter that is set. SQLite takes no name of a server in
 * an address: on Windows a file of a share has it at the beginning of the path.
 *
 * Source: SQLite, "URI Filenames", section 3.1.
 */
export const fileUrl = (path: string, parameter: string, windows?: boolean): URL => {
  const url = pathToFileURL(path, { windows })
  const placed = url.host === '' ? url : new URL(`file:////${url.host}${url.pathname}`)
  placed.search = `?${parameter}=1`
  return placed
}
