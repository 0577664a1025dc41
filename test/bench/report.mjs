/**
 * Results as a table of Markdown, and into the performance page.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { here } from './ours.mjs'

const round = (value) => {
  if (value === undefined || Number.isNaN(value)) return ''
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits })
}

const spreadOf = ({ least, most } = {}) =>
  least === undefined ? '' : ` (${round(least)} to ${round(most)})`

const rowOf = ({ name, against, target = '', unit, value, spread, ratio, isFaster }) => {
  if (ratio === undefined) return [name, '', `${round(value)} ${unit}${spreadOf(spread)}`, target]
  const says = isFaster ? 'times faster' : 'times'
  return [name, against, `${round(ratio.median)} ${says}${spreadOf(ratio)}`, target]
}

/** The results as a table. */
export const tableOf = (results) => {
  const rows = [['what', 'against', 'measured', 'target'], ...results.map(rowOf)]
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n')
}

const page = join(here, '../../docs/4-reference/performance.md')

/** Puts a run at the end of the performance page, where the history is kept. */
export const recordInPage = (runs) => {
  const today = new Date().toISOString().slice(0, 10)
  const sections = runs.map(
    ({ records, seed, node, results }) =>
      `### ${today}: ${records.toLocaleString('en-GB')} records\n\nSeed ${seed}, Node ${node}, ${cpus().length} processors.\n\n${tableOf(results)}\n`,
  )
  writeFileSync(page, `${readFileSync(page, 'utf8').trimEnd()}\n\n${sections.join('\n')}`)
}
