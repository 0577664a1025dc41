/**
 * One size: its history made and imported, and everything measured on it.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { besideBareClient } from './esdb.mjs'
import { mutated, rowOf } from './events.mjs'
import { bareAppends, bareImport, pagedScan, scan } from './floors.mjs'
import { dateOf, lines } from './history.mjs'
import { fit, median, ratios, spread, times, timesNow } from './measure.mjs'
import { byStream, castore, duckdb, sqlite } from './others.mjs'
import {
  complianceView,
  core,
  createSqliteLedger,
  here,
  importNdjson,
  openSqliteLedger,
  program,
  projections,
  recordText,
  right,
} from './ours.mjs'
import { ourFigure, ourSeries, questionsOf } from './questions.mjs'

const { ask, countedIn, defaultLaw, Fold, replay } = core

/** Everything measured on a history of one size. */
export const benched = async ({ size, seed, folder, told, withOthers }) => {
  told('the history is made')
  const history = { file: join(folder, `${size}.ndjson`), path: join(folder, `${size}.sqlite`) }
  await written(history.file, lines(size, seed))
  const results = []
  const add = (...more) => results.push(...more)
  told('import')
  add(imported(history))
  const ledger = right(await openSqliteLedger(history.path)())
  // Records are held only where they are needed: a collector that goes round a million of them
  // would be measured with everything else.
  add(...(await writing(ledger, history, folder)))
  told('replay')
  add(...(await replays(ledger, history.path)), peakOfReplay(history.path))
  add(...(await growth(ledger)))
  told('questions')
  const { points } = right(await replay(ledger, new Fold(projections, defaultLaw))())
  const known = { points, size: points.size, lastDay: await lastDayOf(ledger) }
  add(...asked(known))
  const program = startedCold(history.path, known.lastDay)
  add(program.result)
  if (withOthers) {
    const records = await firstRecords(ledger, Math.min(size, 1_000_000))
    told('DuckDB and SQLite')
    add(...(await beside(records, known, program, folder)))
    told('Castore and Emmett')
    add(...(await rebuilds(records, folder)))
    told('EventStoreDB')
    add(...(await besideBareClient(records)))
  }
  await ledger.close()()
  for (const file of Object.values(history)) rmSync(file, { force: true })
  return results
}

const written = async (file, all) => {
  const out = createWriteStream(file)
  for (const line of all) if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

/** Runs a script of node and says how long it took and how much memory it ever held. */
const child = (...args) => {
  const peak = join(here, `.peak-${process.pid}`)
  const start = performance.now()
  const ran = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${join(here, 'peak.cjs')}`,
      SEND_LEDGER_PEAK: peak,
    },
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  const ms = performance.now() - start
  const mb = Number(readFileSync(peak, 'utf8')) / 1024
  rmSync(peak)
  return { ms, mb, out: ran.stdout }
}

const imported = ({ file, path }) => {
  child(program, 'init', path)
  const { mb, out } = child(program, 'import', file, '--into', path, '--recorded-time', 'keep')
  const summary = out.trim().split('\n')[0]
  if (!summary.includes('rejected 0')) throw new Error(summary)
  return { name: 'memory of an import', unit: 'MB', value: mb, target: 'constant' }
}

const firstRecords = async (ledger, count) => {
  const records = []
  while (records.length < count) {
    const limit = Math.min(10_000, count - records.length)
    for (const record of right(await ledger.readAll({ from: records.length, limit })())) {
      records.push(record)
    }
  }
  return records
}

const now = () => new Date().toISOString()

const writing = async (ledger, history, folder) => {
  const { size } = right(await ledger.head()())
  const records = await firstRecords(ledger, Math.min(size, 100_000))
  return [await importAgainstFloors(history, records, folder), await appends(records, folder)]
}

/** An import, and what it cannot do without: once each way, some times over. */
const importAgainstFloors = async ({ file }, records, folder) => {
  const some = join(folder, 'some.ndjson')
  const texts = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (texts.push(line) === records.length) break
  }
  await written(
    some,
    texts.map((text) => JSON.parse(text)),
  )
  const target = join(folder, 'import.sqlite')
  const ours = async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(target + end, { force: true })
    const ledger = right(await createSqliteLedger(target, 'urn:send-ledger:bench')())
    const recorder = core.recorder(ledger, { now })
    const options = { name: 'some', recordedTime: 'keep', now, onReject: () => {} }
    const { accepted } = right(await importNdjson(recorder, createReadStream(some), options)())
    if (accepted !== records.length) throw new Error(`accepted ${accepted}`)
    await ledger.close()()
  }
  const floor = () => bareImport(texts, records, join(folder, 'bare.sqlite'))
  await ours()
  const measured = await ratios(5, ours, floor)
  return { name: 'import', against: 'the sum of its floors', target: '≤ 1.6', ...measured }
}

/** Single appends, each durable before the next. */
const appends = async (records, folder) => {
  const target = join(folder, 'append.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(target + end, { force: true })
  const ledger = right(await createSqliteLedger(target, 'urn:send-ledger:bench')())
  const bare = bareAppends(join(folder, 'bare.sqlite'))
  const some = records.slice(0, 600)
  const writes = some.map(
    ({ id, type, version, stream, revision, effectiveOn, recordedAt, data }) => ({
      stream,
      expected: revision === 0 ? 'noStream' : revision - 1,
      events: [{ id, type, version, stream, effectiveOn, data }],
      recordedAt,
    }),
  )
  const measured = await ratios(
    some.length,
    async (i) => {
      const { refused } = right(await ledger.append([writes[i]])())
      if (refused) throw new Error(JSON.stringify(refused))
    },
    (i) => bare.append(some[i], recordText(some[i])),
  )
  bare.close()
  await ledger.close()()
  return {
    name: 'one durable append',
    against: 'a raw one',
    target: '≤ 1.25',
    ...measured,
    ratio: { ...measured.ratio, median: measured.ours.median / measured.theirs.median },
  }
}

/** Replay of every projection against a bare scan of the same rows. */
const replays = async (ledger, path) => {
  const ours = async () => right(await replay(ledger, new Fold(projections, defaultLaw))())
  await ours()
  const name = 'replay of every projection'
  const rowByRow = await ratios(5, ours, () => scan(path))
  const inPages = await ratios(3, ours, () => pagedScan(path))
  return [
    { name, against: 'a bare scan with JSON.parse, row by row', target: '≤ 1.5', ...rowByRow },
    { name: `${name}, paged`, against: 'the same in pages of 10,000 rows', ...inPages },
  ]
}

const peakOfReplay = (path) => {
  const { mb } = child(join(here, 'replay-once.mjs'), path)
  return { name: 'memory of a replay', unit: 'MB', value: mb, target: '< 400 at 1,000,000' }
}

/** How costs grow: a replay of a quarter, a half, three quarters, all; and a question of each. */
const growth = async (ledger) => {
  const { size } = right(await ledger.head()())
  const replayed = []
  const questions = []
  for (const part of [0.25, 0.5, 0.75, 1]) {
    const upTo = Math.floor(size * part)
    const measured = await times(3, async () =>
      right(await replay(ledger, new Fold(projections, defaultLaw), { upTo })()),
    )
    const { points } = right(await replay(ledger, new Fold(projections, defaultLaw), { upTo })())
    const some = questionsOf(4000, upTo, 18_000)
    timesNow(2000, (i) => ourFigure(points, some[i]))
    replayed.push([upTo, median(measured)])
    questions.push([upTo, 1000 * median(timesNow(some.length, (i) => ourFigure(points, some[i])))])
  }
  const [least, most] = [questions[0][1], questions[3][1]]
  return [
    {
      name: 'growth of a replay',
      unit: 'R² of a straight line over four sizes',
      value: fit(replayed).r2,
      target: 'close to 1',
    },
    {
      name: 'growth of a question',
      unit: 'times as long at four times the records',
      value: most / least,
      target: 'close to 1',
    },
  ]
}

const lastDayOf = async (ledger) => {
  const { recordedAt } = right(await ledger.head()())
  return Math.round(Date.parse(recordedAt) / 86_400_000)
}

/** Questions at random dates, from points at hand. Unit: microseconds. */
const asked = ({ points, size, lastDay }) => {
  const some = questionsOf(3000, size, lastDay)
  const micro = (name, target, act, count = 2000) => {
    timesNow(Math.min(count, 500), (i) => act(some[i]))
    const taken = timesNow(count, (i) => act(some[i])).map((ms) => ms * 1000)
    return { name, unit: 'µs', value: median(taken), spread: spread(taken), target }
  }
  const whole = ({ day, size: at }) =>
    ask(complianceView, { points, size: at, asAt: dateOf(day) }, complianceView.defaults)
  const month = whole({ day: lastDay - 300, size }).months.at(-2).issued.all
  const open = whole({ day: lastDay - 300, size }).open.total
  const behind = (figure) => () => countedIn({ points, size }, figure)
  return [
    micro('one figure at random', '≤ 10', (question) => ourFigure(points, question)),
    micro('the monthly series at random', '', (question) => ourSeries(points, question)),
    micro('the whole compliance view', '≤ 2,000', whole, 300),
    micro(`the ${month.value} subjects behind a month`, '≤ 5,000', behind(month), 50),
    micro(`the ${open.value} subjects behind the open cases`, '≤ 5,000', behind(open), 50),
  ]
}

/** The command on a ledger with a snapshot, printing one view. */
const startedCold = (path, lastDay) => {
  const view = () =>
    child(program, 'view', 'compliance', path, '--as-at', dateOf(lastDay), '--json')
  const replayed = child(
    program,
    '--no-snapshots',
    'view',
    'compliance',
    path,
    '--as-at',
    dateOf(lastDay),
    '--json',
  )
  view()
  const taken = Array.from({ length: 7 }, view)
  if (taken.some(({ out }) => out !== replayed.out)) throw new Error('the snapshot differs')
  const ms = spread(taken.map((each) => each.ms))
  return {
    ms,
    result: {
      name: 'the command, with a snapshot',
      unit: 'ms',
      value: ms.median,
      spread: ms,
      target: '≤ 400',
    },
  }
}

const differs = (what, question, ours, theirs) => {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return
  throw new Error(
    `${what} differs at ${JSON.stringify(question)}:\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`,
  )
}

/** The same questions in SQL; answers first. */
const beside = async (records, { points, size, lastDay }, command, folder) => {
  const known = Math.min(size, records.length)
  const some = questionsOf(20, known, lastDay)
  const duck = await duckdb(records, folder)
  const lite = sqlite(records)
  for (const question of some) {
    const ours = ourSeries(points, question)
    differs('DuckDB', question, ours, await duck.series(question))
    differs('DuckDB, versions', question, ours, await duck.versions(question))
    differs('DuckDB, figure', question, ourFigure(points, question), await duck.figure(question))
  }
  for (const question of some.slice(0, 5)) {
    differs('SQLite', question, ourSeries(points, question), lite.series(question))
    differs('SQLite, figure', question, ourFigure(points, question), lite.figure(question))
  }
  const series = median(timesNow(2000, (i) => ourSeries(points, some[i % some.length])))
  const figure = median(timesNow(2000, (i) => ourFigure(points, some[i % some.length])))
  const faster = async (name, against, target, ours, act, count = some.length) => {
    const theirs = spread((await times(count, (i) => act(some[i]))).map((ms) => ms))
    const ratio = {
      median: theirs.median / ours,
      least: theirs.least / ours,
      most: theirs.most / ours,
    }
    return { name, against, target, isFaster: true, ours: { median: ours }, theirs, ratio }
  }
  const name = 'the monthly series'
  const results = [
    await faster(name, 'DuckDB over raw events', '≥ 500', series, duck.series),
    await faster(name, 'DuckDB over versions made by hand', '', series, duck.versions),
    await faster(name, "DuckDB's SELECT 1", '≥ 20', series, duck.one),
    await faster(name, 'SQLite over raw events', '', series, lite.series, 5),
    await faster('one figure', 'DuckDB over raw events', '', figure, duck.figure),
    await faster('one figure', 'SQLite over raw events', '', figure, lite.figure, 5),
  ]
  const { path } = duck
  duck.close()
  lite.close()
  const processes = Array.from(
    { length: 5 },
    () => child(join(here, 'duckdb-once.mjs'), path, JSON.stringify(some[0])).ms,
  )
  const theirs = spread(processes)
  results.push({
    name: 'the command, with a snapshot',
    against: "a process with DuckDB's client and a file of its own",
    target: '≤ 1.5',
    ours: command.ms,
    theirs,
    ratio: {
      median: command.ms.median / theirs.median,
      least: command.ms.least / theirs.most,
      most: command.ms.most / theirs.least,
    },
  })
  return results
}

/** So many records go into the stores of others, whose appends are slow. */
const rebuiltRecords = 20_000

/** State built again from events: ours by a replay with every point, theirs by their own means. */
const rebuilds = async (records, folder) => {
  const streams = byStream(records.slice(0, rebuiltRecords))
  const count = [...streams.values()].reduce((sum, { length }) => sum + length, 0)
  const path = join(folder, 'rebuild.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  const ledger = right(await createSqliteLedger(path, 'urn:send-ledger:bench')())
  const recorder = core.recorder(ledger, { now })
  const told = records.slice(0, rebuiltRecords).map((record) => {
    const { position: _, revision: __, recordedAt, ...event } = record
    return { event, recordedAt }
  })
  for (const outcome of right(await recorder.record(told)())) right(outcome)
  const ours = async () => right(await replay(ledger, new Fold(projections, defaultLaw))())
  await ours()
  const perRecord = async (act, of) => {
    const taken = await times(5, act)
    return (median(taken) / of) * 1000
  }
  const mine = await perRecord(ours, rebuiltRecords)
  const rows = records.slice(0, rebuiltRecords).map(rowOf)
  const results = []
  const faster = (against, theirs, target = '') =>
    results.push({
      name: 'a rebuild',
      against,
      target,
      isFaster: true,
      unit: 'µs a record',
      ours: { median: mine },
      theirs: { median: theirs },
      ratio: { median: theirs / mine },
    })
  const emmett = emmettRebuild(streams, folder)
  if (emmett !== undefined) {
    if (emmett.count !== count) throw new Error('Emmett has other records')
    faster("Emmett's SQLite store", (median(emmett.taken) / count) * 1000, '≥ 20')
  }
  const castoreStore = await castore(streams)
  if ((await castoreStore.rebuild()) !== count) throw new Error('Castore has other records')
  faster('Castore in memory', await perRecord(castoreStore.rebuild, count))
  faster(
    'plain objects changed in a loop, nothing read',
    await perRecord(() => mutated(rows), rows.length),
  )
  await ledger.close()()
  return results
}

/** So often Emmett's store is tried: now and then a transaction of its own is in its way. */
const mostTries = 4

/** Emmett's rebuild; undefined where its driver could not be installed, or never came to an end. */
const emmettRebuild = (streams, folder) => {
  const told = join(folder, 'told.json')
  const events = [...streams].map(([stream, records]) => [
    stream,
    records.map(({ type, effectiveOn, data }) => ({ type, data: { effectiveOn, data } })),
  ])
  writeFileSync(told, JSON.stringify(events))
  const script = join(here, 'emmett-once.mjs')
  let reason = ''
  for (let i = 0; i < mostTries; i++) {
    const path = join(mkdtempSync(join(folder, 'emmett-')), 'emmett.sqlite')
    const ran = spawnSync(process.execPath, [script, told, path], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (ran.status === 0) return JSON.parse(ran.stdout)
    reason = ran.stderr
  }
  process.stderr.write(`Emmett is left out: ${/Error: .*/.exec(reason)?.[0] ?? reason}\n`)
  return undefined
}
