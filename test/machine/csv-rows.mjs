/**
 * The rows of a CSV file as text cells. Source: RFC 4180, with line feeds.
 */

/** Its rows, the headings among them. */
export const csvRows = (text) => {
  const rows = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}
