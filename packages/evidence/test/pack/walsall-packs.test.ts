/**
 * The Walsall pack as at 31 July 2021, then a second one as at 31 October 2021 with late records.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { complianceView } from '@send-ledger/compliance'
import { answer, civilDate, defaultLaw, endOfDay, type Ledger, shown } from '@send-ledger/core'
import { figureRows, nameOfFigure } from '@send-ledger/core/figures'
import { leafHash, MerkleTree, openCheckpoint, verifyConsistency } from '@send-ledger/core/proof'
import { type Pack, writePackFolder } from '@send-ledger/evidence'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { longTest } from '../../../../test/kit/long.js'
import { walsallLedger } from '../../../../test/kit/walsall.js'
import { zipOf } from '../../src/pack/archive.js'
import { readConsistency } from '../../src/pack/consistency.js'
import { bytesOf } from '../../src/pack/content.js'
import { RecordLines } from '../../src/pack/record-lines.js'
import {
  asPrevious,
  julyPack,
  octoberPack,
  right,
  rowsIn,
  signer,
  textIn,
  walsallPack,
} from './walsall.js'

const july = civilDate('2021-07-31')
const october = civilDate('2021-10-31')

let ledger: Ledger
let first: Pack
let second: Pack

beforeAll(async () => {
  ledger = await walsallLedger()
  first = await julyPack()
  second = await octoberPack()
}, 120_000)

/** Each figure of a view of a pack, by its name. */
const figuresIn = (pack: Pack, view: string): ReadonlyMap<string, unknown> =>
  new Map(
    figureRows(JSON.parse(textIn(pack, `data/views/${view}.json`)).view, complianceView).map(
      (row) => [nameOfFigure(row), row.value],
    ),
  )

test('both packs are signed by the ledger, for the records that they hold', () => {
  for (const pack of [first, second]) {
    const note = textIn(pack, 'data/ledger/checkpoint')
    const { checkpoint } = right(openCheckpoint(ed25519.verify, note, { ledger: [signer.key] }))
    const lines = right(RecordLines.read(pack.bag.get('data/ledger/records.ndjson') as Uint8Array))
    const tree = new MerkleTree(sha256)
    for (let i = 0; i < lines.size; i++) tree.append(leafHash(sha256, lines.leaf(i)))
    expect(checkpoint.size).toBe(lines.size)
    expect(Buffer.from(tree.rootAt(lines.size)).equals(checkpoint.root)).toBe(true)
    expect(pack.basis.size).toBe(lines.size)
  }
  expect(second.basis.size).toBe(first.basis.size + 3)
})

test('the second begins with the first: its proof of consistency verifies', () => {
  const proof = right(readConsistency(textIn(second, 'data/ledger/consistency.json')))
  const head = (pack: Pack) =>
    right(
      openCheckpoint(ed25519.verify, textIn(pack, 'data/ledger/checkpoint'), {
        ledger: [signer.key],
      }),
    ).checkpoint
  const consistency = { earlier: head(first), later: head(second), hashes: proof.hashes }
  expect(verifyConsistency(sha256, consistency)._tag).toBe('Right')
  expect(proof.earlier.size).toBe(first.basis.size)
  const other = { ...consistency, later: { ...consistency.later, root: head(first).root } }
  expect(verifyConsistency(sha256, other)._tag).toBe('Left')
})

const kinds = ['recordedLate', 'corrected', 'retracted', 'recordedSince', 'ruleOrOptionChanged']

test('the bridge closes, from what the first pack said to what the ledger says today', async () => {
  const bridge = rowsIn(second, 'data/tables/bridge.csv')
  expect(bridge.length).toBeGreaterThan(10)
  const today = right(
    await answer(ledger, complianceView, { asAt: july, knownAt: endOfDay(october) })(),
  )
  const restated = new Map(
    figureRows(shown(today.answer), complianceView).map((row) => [nameOfFigure(row), row.value]),
  )
  const said = figuresIn(first, 'compliance')
  for (const row of bridge) {
    const [view, name = ''] = row.name?.split(/ (.*)/) ?? []
    if (view === 'compliance') {
      expect([name, Number(row.said)]).toEqual([name, said.get(name)])
      expect([name, Number(row.restated)]).toEqual([name, restated.get(name)])
    }
    const changes = kinds.reduce((sum, kind) => sum + Number(row[kind] ?? 0), 0)
    expect(Number(row.said) + changes).toBe(Number(row.restated))
  }
  // Every figure that is another today stands in the bridge, or among those worked out from it.
  const changed = [...said].filter(([name, value]) => restated.get(name) !== value)
  const told = [...bridge, ...rowsIn(second, 'data/tables/bridge-rates.csv')].map((row) => row.name)
  for (const [name] of changed) expect(told).toContain(`compliance ${name}`)
  expect(changed.length).toBeGreaterThan(5)
}, 60_000)

test('what the date alone changed stands beside what records changed', () => {
  const rows = rowsIn(second, 'data/tables/changed-by-date.csv')
  const now = figuresIn(second, 'compliance')
  const open = rows.find(({ name }) => name === 'compliance open.overdue.all')
  expect(open).toMatchObject({ said: '81', byRecords: '1', restated: '82' })
  expect(Number(open?.now)).toBe(now.get('open.overdue.all'))
  for (const row of rows) {
    expect(Number(row.said) + Number(row.byRecords)).toBe(Number(row.restated))
    expect(Number(row.restated) + Number(row.byDate)).toBe(Number(row.now))
  }
})

test('every change stands in the lineage with its record, also those of all plans', () => {
  const changes = rowsIn(second, 'data/lineage/changes.csv')
  const lines = right(RecordLines.read(second.bag.get('data/ledger/records.ndjson') as Uint8Array))
  expect(new Set(changes.map(({ view }) => view))).toEqual(
    new Set(['capacity', 'compliance', 'compliance-all-plans']),
  )
  for (const { position, type, subject, kind } of changes) {
    const record = lines.at(Number(position))
    expect([record.type, record.stream]).toEqual([type, subject])
    expect(kind).toBe(type === 'PlanIssued' ? 'recordedLate' : 'corrected')
  }
})

longTest(
  'a pack that is made again has the same bytes, zipped too',
  async () => {
    const again = await walsallPack(ledger, october, { previous: asPrevious(first) })
    expect(again.packRoot).toBe(second.packRoot)
    const [one, other] = [second, again].map(({ bag, name }) =>
      Buffer.concat([...zipOf(bag, name)]),
    )
    expect(one?.equals(other as Buffer)).toBe(true)
  },
  60_000,
)

const folderOf = async (pack: Pack): Promise<string> => {
  const folder = join(mkdtempSync(join(tmpdir(), 'send-ledger-pack-')), 'pack')
  right(await writePackFolder(pack, folder)())
  return folder
}

test('sha256sum and sha512sum check every file of the bag', async () => {
  const folder = await folderOf(second)
  const check = (program: string, manifest: string) =>
    spawnSync(program, ['-c', manifest], { cwd: folder, encoding: 'utf8' })
  for (const [program, manifest] of [
    ['sha256sum', 'manifest-sha256.txt'],
    ['sha512sum', 'manifest-sha512.txt'],
    ['sha256sum', 'tagmanifest-sha256.txt'],
  ] as const) {
    const { status, stdout } = check(program, manifest)
    expect([manifest, status]).toEqual([manifest, 0])
    expect(stdout).not.toContain('FAILED')
  }
  const listed = textIn(second, 'manifest-sha256.txt').trim().split('\n').length
  expect(listed).toBe([...second.bag.keys()].filter((path) => path.startsWith('data/')).length)
}, 60_000)

test('nothing in a pack tells of the machine that made it', () => {
  const words = [process.cwd(), homedir(), tmpdir(), hostname()].filter((word) => word.length > 4)
  for (const [path, bytes] of second.bag) {
    const text = Buffer.from(bytesOf(bytes)).toString('latin1')
    for (const word of words) expect([path, word, text.includes(word)]).toEqual([path, word, false])
  }
})

test('the date of bagging is that of what was known', () => {
  expect(textIn(first, 'bag-info.txt')).toContain('Bagging-Date: 2021-07-31\n')
  const data = [...first.bag].filter(([path]) => path.startsWith('data/'))
  const octets = data.reduce((sum, [, bytes]) => sum + bytes.length, 0)
  expect(textIn(first, 'bag-info.txt')).toContain(`Payload-Oxum: ${octets}.${data.length}\n`)
})

const months = (pack: Pack) =>
  JSON.parse(textIn(pack, 'data/views/compliance.json')).view.months as readonly {
    readonly month: string
    readonly issued: Readonly<Record<string, number>>
    readonly decisions: { readonly decided: number }
  }[]

test('tables agree with the views', () => {
  const view = months(second)
  expect(
    rowsIn(second, 'data/tables/decisions.csv').map((row) => [row.month, row.decided]),
  ).toEqual(view.map(({ month, decisions }) => [month, String(decisions.decided)]))
  const inTime = [...second.bag.keys()].filter((path) => path.startsWith('data/tables/in-time'))
  const series = inTime.map((path) => rowsIn(second, path).map(({ issued }) => Number(issued)))
  for (const basis of ['all', 'excludingExceptions']) {
    expect(series).toContainEqual(view.map(({ issued }) => issued[basis]))
  }
  const { actions, overdue } = JSON.parse(textIn(second, 'data/views/wsoa.json')).view.programmes[0]
  expect(rowsIn(second, 'data/tables/programme-1-delivery.csv')).toMatchObject([
    { actions: String(actions), overdue: String(overdue) },
  ])
  expect(rowsIn(second, 'data/tables/programme-1-overdue.csv')).toHaveLength(overdue)
})

test('the data package lists every table, with its digest', () => {
  const { resources } = JSON.parse(textIn(second, 'data/datapackage.json'))
  const paths = resources.map(({ path }: { path: string }) => `data/${path}`)
  expect(paths.toSorted()).toEqual(
    [...second.bag.keys()].filter((path) => path.startsWith('data/tables/')).sort(),
  )
  const manifest = textIn(second, 'manifest-sha256.txt')
  for (const { path, hash } of resources) {
    expect(manifest).toContain(`${String(hash).replace('sha256:', '')}  data/${path}\n`)
  }
})

test('the report says what was told and what could not be derived', () => {
  const told = rowsIn(second, 'data/tables/told-1.csv')
  expect(told.length).toBeGreaterThan(20)
  expect(told.filter(({ held }) => held === 'false')).toMatchObject([{ told: '75' }])
  const missing = rowsIn(second, 'data/tables/not-derived-list.csv').map(({ what }) => what)
  expect(missing.join()).toContain('told as 75')
  expect(rowsIn(first, 'data/tables/feedback-answers.csv')).toHaveLength(5)
  expect(textIn(first, 'data/report.html')).toContain('No earlier pack was given')
})

longTest(
  'a pack under another counting is a bridge of the question, and closes too',
  async () => {
    const law = { ...defaultLaw, counting: 'inclusive' } as const
    const inclusive = await walsallPack(ledger, july, { law })
    const compared = await walsallPack(ledger, july, { previous: asPrevious(inclusive) })
    const bridge = rowsIn(compared, 'data/tables/bridge.csv')
    expect(bridge.length).toBeGreaterThan(0)
    for (const row of bridge) {
      const change = Number(row.ruleOrOptionChanged)
      expect(Number(row.said) + change).toBe(Number(row.restated))
    }
    expect(
      rowsIn(compared, 'data/lineage/changes.csv').every(({ position }) => position === ''),
    ).toBe(true)
  },
  120_000,
)
