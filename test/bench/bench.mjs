/**
 * `npm run bench [records]`: in one run, an import and a view with the memory they take; replay
 * against a bare scan of the same rows; and questions at random dates against DuckDB's SQL over the
 * same events. Ratios of one run mean something; the times of a shared machine do not.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { lines } from './events.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const packages = join(here, '../../packages')
const { defaultLaw, Fold, replay } = await import(join(packages, 'core/dist/index.js'))
const { caseProjection } = await import(join(packages, 'projections/compliance/dist/index.js'))
const { openSqliteLedger } = await import(join(packages, 'stores/sqlite/dist/index.js'))
const { DatabaseSync } = await import(
  join(packages, 'stores/sqlite/node_modules/@photostructure/sqlite/dist/index.mjs')
).catch(() => import(join(packages, 'stores/sqlite/node_modules/@photostructure/sqlite')))

const count = Number(process.argv[2] ?? 200_000)
const folder = mkdtempSync(join(tmpdir(), 'send-ledger-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const timed = async (act) => {
  const start = performance.now()
  const value = await act()
  return { value, ms: performance.now() - start }
}

const told = (what, value) => console.log(`${what.padEnd(52)} ${value}`)
const number = (value) => Math.round(value).toLocaleString('en-GB')

const file = join(folder, 'records.ndjson')
const out = createWriteStream(file)
for (const line of lines(count)) {
  if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
}
out.end()
await once(out, 'finish')

const path = join(folder, 'bench.sqlite')
const program = join(packages, 'cli/bin/send-ledger.js')
const command = (...args) => {
  const peak = join(folder, 'peak')
  const start = performance.now()
  const ran = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${join(here, 'peak.cjs')}`,
      SEND_LEDGER_PEAK: peak,
    },
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  const mb = Number(readFileSync(peak, 'utf8')) / 1024
  return { ms: performance.now() - start, mb, out: ran.stdout }
}

command('init', path)
const imported = command('import', file, '--into', path, '--recorded-time', 'keep')
told('records', `${number(count)}: ${imported.out.trim().split('\n')[0]}`)
told('import', `${number(imported.ms)} ms, ${number(imported.mb)} MB at most`)
const viewed = command('view', 'compliance', path, '--as-at', '2021-07-31', '--format', 'json')
told('view compliance', `${number(viewed.ms)} ms, ${number(viewed.mb)} MB at most`)

const database = new DatabaseSync(path, { readOnly: true })
const rows = database.prepare('SELECT record FROM record ORDER BY position')
const scan = await timed(() => {
  let parsed = 0
  for (const { record } of rows.iterate()) if (JSON.parse(record)) parsed++
  return parsed
})
database.close()

const opened = await openSqliteLedger(path)()
const ledger = opened.right
const replayed = await timed(() => replay(ledger, new Fold([caseProjection], defaultLaw))())
const { points } = replayed.value.right
told('bare scan with JSON.parse', `${number(scan.ms)} ms`)
told(
  'replay into points',
  `${number(replayed.ms)} ms, ${(replayed.ms / scan.ms).toFixed(1)} times the scan`,
)

const duck = await (await DuckDBInstance.create(':memory:')).connect()
await duck.run(
  `CREATE TABLE event AS SELECT (row_number() OVER ()) - 1 AS position, subject, type,
     CAST(effectivedate AS DATE) AS on_day
   FROM read_json('${file}', format = 'newline_delimited',
     columns = {subject: 'VARCHAR', type: 'VARCHAR', effectivedate: 'VARCHAR'})`,
)
const size = points.size
const questions = Array.from({ length: 200 }, (_, i) => ({
  day: 14_000 + ((i * 7919) % 4_600),
  known: Math.floor((((i * 104_729) % 1000) / 1000) * size),
}))
const ours = await timed(() => questions.map(({ day, known }) => points.sum('open', day, known)))
const theirs = await timed(async () => {
  const answers = []
  for (const { day, known } of questions) {
    const reader = await duck.runAndReadAll(
      `SELECT count(*) FILTER (WHERE type LIKE '%RequestReceived%')
            - count(*) FILTER (WHERE type LIKE '%.PlanIssued%') AS open
       FROM event WHERE position < ${known} AND on_day <= DATE '1970-01-01' + ${day}`,
    )
    answers.push(Number(reader.getRowsJson()[0][0]))
  }
  return answers
})
const differing = ours.value.filter((answer, i) => answer !== theirs.value[i]).length
if (differing > 0) throw new Error(`${differing} answers differ from DuckDB's`)
told('200 questions at random dates, from points', `${ours.ms.toFixed(1)} ms`)
told(
  'the same in SQL by DuckDB, equal answers',
  `${number(theirs.ms)} ms, ${number(theirs.ms / ours.ms)} times as long`,
)
await ledger.close()()
