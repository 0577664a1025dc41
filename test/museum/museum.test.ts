/**
 * What earlier versions wrote still opens, gives the answers that it gave, and verifies: no false
 * alarm, and nothing passed in silence that is not worked out any more.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonicalJson } from '@send-ledger/core/records'
import { fileOf, newPath, run } from '../../packages/cli/test/running.js'
import { longTest, sampled } from '../kit/long.js'

const now = '2026-12-01T12:00:00.000Z'

const versions = readdirSync(__dirname).filter((name) => /^\d+\.\d+\.\d+$/.test(name))

const exhibits = versions.flatMap((version) =>
  readdirSync(join(__dirname, version)).map((name) => [version, name] as const),
)

const bytes = (exhibit: readonly string[], file: string): Buffer => {
  const read = readFileSync(join(__dirname, ...exhibit, file))
  return file.endsWith('.gz') ? gunzipSync(read) : read
}

const copyOf = (exhibit: readonly string[], file: string, as: string): string => {
  const path = newPath(as)
  writeFileSync(path, bytes(exhibit, file))
  return path
}

const ledgerOf = (exhibit: readonly string[]): string =>
  copyOf(exhibit, 'ledger.sqlite.gz', 'ledger.sqlite')

const packsOf = (exhibit: readonly string[]): readonly string[] =>
  ['pack-1.zip', 'pack-2.zip', 'public-1.zip', 'public-2.zip'].filter((file) =>
    existsSync(join(__dirname, ...exhibit, file)),
  )

interface Imported {
  readonly accepted: number
  readonly rejected: number
}

interface Verified {
  readonly findings: readonly object[]
  readonly notChecked: readonly { readonly _tag: string }[]
}

test('the museum keeps twelve histories of each version', () => {
  for (const version of versions) {
    expect(exhibits.filter(([of]) => of === version).length).toBeGreaterThanOrEqual(12)
  }
})

describe.each(sampled(exhibits, 3))('version %s, %s', (...exhibit) => {
  // Of the large history a short run opens the ledger, and asks some of the questions.
  const costly = exhibit[1] === 'walsall' ? longTest : test

  test('the ledger opens, and gives the records that it gave', async () => {
    const { code, out, err } = await run(['export', ledgerOf(exhibit)], { now })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(bytes(exhibit, 'records.ndjson.gz').toString('utf8'))
  })

  costly('its records are imported into a new ledger as they are', async () => {
    const records = bytes(exhibit, 'records.ndjson.gz').toString('utf8')
    const ledger = newPath('new.sqlite')
    await run(['init', ledger, '--origin', `urn:example:${exhibit[1]}`], { now })
    const kept = ['--recorded-time', 'keep', '--json']
    const { out } = await run(['import', fileOf(records), '--into', ledger, ...kept], { now })
    const { accepted, rejected } = JSON.parse(out) as Imported
    // Only what the life cycles refuse since then is rejected, and it is named when verified.
    const verified = await run(['verify', ledgerOf(exhibit), '--json'], { now })
    const { notChecked } = JSON.parse(verified.out) as Verified
    const isStricter = notChecked.some(({ _tag }) => _tag === 'TakenEarlier')
    expect(rejected > 0).toBe(isStricter)
    expect(accepted + rejected).toBe(records.trim().split('\n').filter(Boolean).length)
  })

  costly('the ledger verifies', async () => {
    const { code, err, out } = await run(['verify', ledgerOf(exhibit)], { now })
    // Nothing is proved by a ledger without records.
    const isEmpty = exhibit[1] === 'empty'
    expect([code, err, out.includes('nothing')]).toEqual([isEmpty ? 1 : 0, '', isEmpty])
  })

  test('its answers are what they were, or of another version of the view', async () => {
    const answers = JSON.parse(bytes(exhibit, 'answers.json.gz').toString('utf8'))
    const ledger = ledgerOf(exhibit)
    for (const [question, kept] of sampled(Object.entries<string>(answers), 5)) {
      const argv = question.split(' ').map((word) => (word === 'LEDGER' ? ledger : word))
      const { code, out } = await run(['view', ...argv], { now })
      expect(code).toBe(0)
      const [then, today] = [JSON.parse(kept), JSON.parse(out)]
      if (then.basis.version === today.basis.version) expect(out).toBe(kept)
      else {
        expect(today.basis.version).toBeGreaterThan(then.basis.version)
        const { version } = then.basis
        expect(canonicalJson({ ...today.basis, version })).toBe(canonicalJson(then.basis))
      }
    }
  })

  const packs = packsOf(exhibit)
  if (packs.length > 0)
    costly.each(packs)('%s verifies', async (file) => {
      const pack = copyOf(exhibit, file, file)
      const key = copyOf(exhibit, 'key.pub', 'key.pub')
      const earlier = file.replace('-2', '-1')
      const since = file === earlier ? [] : ['--since', copyOf(exhibit, earlier, earlier)]
      const argv = ['verify', pack, '--key', key, ...since, '--json']
      const { code, out } = await run(argv, { now })
      const { findings, notChecked } = JSON.parse(out) as Verified
      expect([code, findings]).toEqual([0, []])
      expect(notChecked.filter(({ _tag }) => _tag === 'RestNotChecked')).toEqual([])
    })
})
