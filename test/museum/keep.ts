/**
 * Keeps what this version writes, for the versions after it. Run once a release, before anything
 * changes: `npm run museum -- 0.2.0`. What stands there already is left as it is.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { instant, recorder } from '@send-ledger/core'
import { createSqliteLedger } from '@send-ledger/store-sqlite'
import { run } from '../../packages/cli/test/running.js'
import { questionsOf } from './exhibits.js'
import { type History, kept } from './histories.js'

/** The driver that the store uses. */
const driver = createRequire(join(__dirname, '../../packages/stores/sqlite/package.json'))

const version = process.env.MUSEUM_VERSION ?? ''
const now = '2026-11-01T12:00:00.000Z'

const done = async (argv: readonly string[]): Promise<string> => {
  const { code, out, err } = await run(argv, { now })
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${err}`)
  return out
}

const right = <A>(
  either: { readonly _tag: 'Left'; readonly left: unknown } | { readonly _tag: 'Right'; right: A },
): A => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

/** Records a history; what breaks a life cycle is refused, as it would be. */
const recorded = async (path: string, { name, drafts }: History): Promise<void> => {
  const clock = () => instant(now)
  const ledger = right(await createSqliteLedger(path, `urn:example:${name}`, { now: clock })())
  right(await recorder(ledger, { now: clock }).record(drafts())())
  right(await ledger.close()())
}

/** A ledger in one file: what SQLite has in its write-ahead log is moved into it. */
const wholeFile = (ledger: string): Uint8Array => {
  const { DatabaseSync } = driver('@photostructure/sqlite')
  const database = new DatabaseSync(ledger)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  return readFileSync(ledger)
}

const packs = async (ledger: string, folder: string, history: History, isPublic: boolean) => {
  const kind = isPublic ? 'public' : 'pack'
  const [first, second] = history.dates
  const made = join(folder, `.${kind}`)
  const more = isPublic ? ['--public'] : []
  const one = ['evidence', ledger, '--as-at', first, '--known-at', first, '--out', `${made}-1`]
  await done([...one, '--zip', ...more])
  const two = ['evidence', ledger, '--as-at', second, '--out', `${made}-2`, '--zip', ...more]
  const before = ['--previous', `${made}-1`, ...(isPublic ? ['--published', `${made}-1`] : [])]
  await done([...two, ...before])
  for (const i of [1, 2]) {
    writeFileSync(join(folder, `${kind}-${i}.zip`), readFileSync(`${made}-${i}.zip`))
    rmSync(`${made}-${i}.zip`)
    rmSync(`${made}-${i}`, { recursive: true })
  }
}

const keep = async (history: History): Promise<void> => {
  const folder = join(__dirname, version, history.name)
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'send-ledger-museum-'))
  const ledger = join(work, 'ledger.sqlite')
  await recorded(ledger, history)
  await done(['key', 'new', `${ledger}.key`, '--name', `urn:example:${history.name}`])
  writeFileSync(join(folder, 'key.pub'), readFileSync(`${ledger}.key.pub`))
  for (const isPublic of [false, true]) {
    try {
      await packs(ledger, folder, history, isPublic)
    } catch (error) {
      process.stderr.write(`${history.name}: ${String(error)}\n`)
    }
  }
  const answers = []
  for (const question of questionsOf(history)) {
    answers.push({ question, text: await done(['view', ...question(ledger)]) })
  }
  const texts = Object.fromEntries(
    answers.map(({ question, text }) => [question('LEDGER').join(' '), text]),
  )
  writeFileSync(join(folder, 'answers.json.gz'), gzipSync(JSON.stringify(texts)))
  writeFileSync(join(folder, 'records.ndjson.gz'), gzipSync(await done(['export', ledger])))
  writeFileSync(join(folder, 'ledger.sqlite.gz'), gzipSync(wholeFile(ledger)))
  rmSync(work, { recursive: true })
}

test('what this version writes is kept', async () => {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error('say which version: MUSEUM_VERSION=0.2.0')
  for (const history of kept) await keep(history)
}, 1_800_000)
