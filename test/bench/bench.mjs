/**
 * `npm run bench`: the ledger beside what a user would pick instead, in one run on the same data.
 *
 *   npm run bench                     100,000 and 1,000,000 records
 *   npm run bench -- --records N      so many
 *   npm run bench -- --full           10,000,000 as well
 *   npm run bench -- --seed N         another history
 *   npm run bench -- --json FILE      the results for programs
 *   npm run bench -- --record         puts the results into the performance page
 *   npm run bench -- --gate           100,000 records, floors alone; fails where a bound is broken
 *
 * Answers are compared before times are shown. Ratios of one run mean something; the times of a
 * shared machine do not.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benched } from './benched.mjs'
import { bounds } from './bounds.mjs'
import { recordInPage, tableOf } from './report.mjs'

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', multiple: true },
    full: { type: 'boolean' },
    seed: { type: 'string', default: '2021' },
    json: { type: 'string' },
    record: { type: 'boolean' },
    gate: { type: 'boolean' },
  },
})

const sizes = options.gate
  ? [100_000]
  : (options.records?.map(Number) ?? [100_000, 1_000_000, ...(options.full ? [10_000_000] : [])])

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const runs = []
for (const size of sizes) {
  const told = (text) => process.stderr.write(`${size.toLocaleString('en-GB')}: ${text}\n`)
  const seed = Number(options.seed)
  const results = await benched({ size, seed, folder, told, withOthers: !options.gate })
  const run = { records: size, seed, node: process.version, results }
  runs.push(run)
  if (options.record) recordInPage([run])
  console.log(`\n${size.toLocaleString('en-GB')} records, seed ${seed}, Node ${process.version}\n`)
  console.log(tableOf(results))
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(runs, null, 2)}\n`)
if (options.gate) {
  const broken = bounds.filter(({ name, most }) => {
    const result = runs[0].results.find((each) => each.name === name)
    return result === undefined || !(result.ratio.median <= most)
  })
  for (const { name, most } of broken) console.error(`worse than its bound of ${most}: ${name}`)
  if (broken.length > 0) process.exit(1)
  console.log(`\nEach of ${bounds.length} ratios is within its bound.`)
}
