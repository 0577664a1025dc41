/**
 * Packs that were changed by somebody who makes every digest again, and signs where there is a key.
 */
import { checkEvent, instant } from '@send-ledger/core'
import { base64, checkpointText, signNote } from '@send-ledger/core/proof'
import { sha256 } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import { runs } from '../../../../../test/kit/long.js'
import type { Bag } from '../../../src/pack/bag.js'
import { basisText, type PackBasis, readBasis } from '../../../src/pack/basis.js'
import { digest } from '../../../src/pack/content.js'
import { payloadOf } from '../../../src/verify/pack/check-signed.js'
import { draft, idOf, origin, right, twoCases } from '../ledger/rogue.js'
import {
  asPrevious,
  council,
  impostor,
  later,
  ledgerOf,
  packOf,
  packOfLedger,
  readOf,
  rebagged,
  relisted,
  resigned,
  smallPack,
  tags,
  text,
  utf8,
  verified,
} from './packs.js'

const withBasis = (bag: Bag, change: Partial<PackBasis>): string =>
  basisText({ ...right(readBasis(text(bag, 'basis.json'))), ...change })

test('the last record cut off, and every digest made again', async () => {
  const { bag } = await smallPack()
  const lines = text(bag, 'ledger/records.ndjson').split('\n')
  const cut = `${lines.slice(0, -2).join('\n')}\n`
  const found = await verified(rebagged(bag, { 'ledger/records.ndjson': cut }))
  expect(found.findings).toContainEqual({ _tag: 'RecordsDiffer', records: 7, size: 8 })
  expect(tags(found)).toEqual(['SealDiffers', 'RecordsDiffer'])
})

test('a record changed, and every digest made again', async () => {
  const { bag } = await smallPack()
  const changed = text(bag, 'ledger/records.ndjson').replace('2021-05-24"', '2021-05-23"')
  const found = await verified(rebagged(bag, { 'ledger/records.ndjson': changed }))
  expect(tags(found)).toEqual(['SealDiffers', 'RecordsDiffer'])
})

test.each([
  ['a blank in a line', (records: string) => records.replace('{"data"', '{ "data"'), 'line 1'],
  ['no end of the last line', (records: string) => records.slice(0, -1), 'line 8'],
  ['an empty line', (records: string) => records.replace('\n', '\n\n'), 'line 2'],
])('records with %s are not read', async (_, change, at) => {
  const { bag } = await smallPack()
  const records = change(text(bag, 'ledger/records.ndjson'))
  const found = await verified(resigned(bag, { 'ledger/records.ndjson': records }, council))
  expect(found.findings).toContainEqual({
    _tag: 'FileMalformed',
    path: 'data/ledger/records.ndjson',
    at,
  })
})

test('a figure of a view changed, and every digest made again', async () => {
  const { bag } = await smallPack()
  const view = text(bag, 'views/compliance.json')
  const better = view.replaceAll('"issued":{"all":2', '"issued":{"all":3')
  expect(better).not.toBe(view)
  const changes = { 'views/compliance.json': better }
  expect(tags(await verified(rebagged(bag, changes)))).toContain('SealDiffers')
  // Even where the council itself signs it.
  const found = await verified(resigned(bag, changes, council))
  expect(new Set(tags(found))).toEqual(new Set(['FigureDiffers']))
  expect(found.findings).toContainEqual({
    _tag: 'FigureDiffers',
    path: 'data/views/compliance.json',
    figure: 'months.issued.all:2021-05',
    said: '3',
    derived: '2',
  })
})

test('every file that follows from the records is told when it is another, whoever signs it', async () => {
  const { bag } = await smallPack()
  const standing = [
    'basis.json',
    'ledger/checkpoint',
    'ledger/records.ndjson',
    'ro-crate-metadata.json',
  ]
  const derived = [...payloadOf(bag).keys()].filter((path) => !standing.includes(path))
  expect(derived.length).toBeGreaterThan(20)
  const longer = derived.map(
    (path) => [path, Buffer.concat([bag.get(`data/${path}`) as Uint8Array, utf8(' ')])] as const,
  )
  const found = await verified(resigned(bag, Object.fromEntries(longer), council))
  expect(found.findings).toEqual(
    derived.map((path) => ({
      _tag: 'FileDiffers',
      path: `data/${path}`,
      line: expect.any(Number),
    })),
  )
})

test('a file left out of all lists, and one added to them, whoever signs it', async () => {
  const { bag } = await smallPack()
  const out = await verified(
    resigned(
      bag,
      { 'tables/timeliness-by-month.csv': undefined, 'views/wsoa.json': undefined },
      council,
    ),
  )
  expect(out.findings).toContainEqual({ _tag: 'FileLeftOut', path: 'data/views/wsoa.json' })
  const added = await verified(resigned(bag, { 'notes.txt': 'Trust me.' }, council))
  expect(added.findings).toEqual([{ _tag: 'FileAdded', path: 'data/notes.txt' }])
  expect(tags(added)).toEqual(['FileAdded'])
})

test('metadata that is not that of the pack', async () => {
  const { bag } = await smallPack()
  const crate = text(bag, 'ro-crate-metadata.json').replace('A small pack', 'A great pack')
  const found = await verified(rebagged(bag, { 'ro-crate-metadata.json': crate }))
  expect(found.findings).toMatchObject([
    { _tag: 'FileDiffers', path: 'data/ro-crate-metadata.json', line: expect.any(Number) },
  ])
})

test('bag-info.txt that is not that of the pack, though it is listed', async () => {
  const { bag } = await smallPack()
  const info = utf8('External-Identifier: urn:other\n')
  const list = new TextDecoder()
    .decode(bag.get('tagmanifest-sha256.txt') as Uint8Array)
    .replace(/^[0-9a-f]+ {2}bag-info.txt$/m, `${digest('sha256', info)}  bag-info.txt`)
  const forged = new Map(bag).set('bag-info.txt', info).set('tagmanifest-sha256.txt', utf8(list))
  const found = await verified(forged)
  expect(found.findings).toContainEqual({ _tag: 'TagDiffers', path: 'bag-info.txt' })
})

test('a pack signed again with another key', async () => {
  const { bag } = await smallPack()
  const found = await verified(resigned(bag, {}, impostor))
  expect(tags(found)).toEqual(['NotSigned'])
})

test('records replaced consistently, all made anew and signed with another key', async () => {
  const drafts = twoCases().toSpliced(6, 1, draft(7, 'case-1', 'PlanIssued', '2021-05-20'))
  const { bag } = await packOf(drafts, { signer: impostor.signer })
  expect(tags(await verified(bag))).toEqual(['NotSigned'])
  const unknown = await verified(bag, { keys: [] })
  expect(unknown.notChecked).toContainEqual({ _tag: 'SignerNotChecked' })
})

test('the checkpoints of two packs swapped', async () => {
  const one = await smallPack()
  const other = await packOf(later())
  const swapped = rebagged(one.bag, { 'ledger/checkpoint': text(other.bag, 'ledger/checkpoint') })
  const found = await verified(swapped)
  expect(found.findings).toContainEqual({ _tag: 'RecordsDiffer', records: 8, size: 10 })
  expect(tags(found)).toEqual(['SealDiffers', 'RecordsDiffer', 'BasisDiffers', 'BasisDiffers'])
})

test('the checkpoint of the same records in another pack, swapped', async () => {
  const one = await smallPack()
  const other = await packOf(twoCases(), { title: 'Another pack' })
  const note = text(other.bag, 'ledger/checkpoint')
  const found = await verified(rebagged(one.bag, { 'ledger/checkpoint': note }))
  expect(tags(found)).toEqual(['SealDiffers'])
})

test('the checkpoint of the ledger alone in the place of that of the pack', async () => {
  const { bag } = await smallPack()
  const three = text(bag, 'ledger/checkpoint').split('\n').slice(0, 3).join('\n')
  const note = right(signNote(`${three}\n`, council.signer))
  const found = await verified(rebagged(bag, { 'ledger/checkpoint': note }))
  expect(found.findings).toEqual([{ _tag: 'SealDiffers', isMissing: true }])
  expect(tags(found)).toEqual(['SealDiffers'])
})

test.each<[string, string, string]>([
  ['no note', 'hello\n', 'NoteMalformed'],
  ['no checkpoint', 'hello\n\n— a AAAAAAAA\n', 'CheckpointMalformed'],
])('a checkpoint that is %s', async (_, note, tag) => {
  const { bag } = await smallPack()
  const found = await verified(rebagged(bag, { 'ledger/checkpoint': note }))
  expect(tags(found)).toEqual([tag])
  expect(found.notChecked).toContainEqual({ _tag: 'RestNotChecked', after: 'checkpoint' })
})

describe('the basis', () => {
  test.each<[string, Partial<PackBasis>]>([
    ['origin', { origin: 'urn:other' }],
    ['size', { size: 7 }],
    ['root', { root: base64(new Uint8Array(32)) }],
    ['knownAt', { knownAt: instant('2021-05-25T12:00:07.000Z') }],
  ])('of another %s than the records', async (field, change) => {
    const { bag } = await smallPack()
    const found = await verified(resigned(bag, { 'basis.json': withBasis(bag, change) }, council))
    expect(found.findings).toMatchObject([{ _tag: 'BasisDiffers', field }])
    expect(tags(found)).toEqual(['BasisDiffers'])
  })

  test.each<[string, Partial<PackBasis>, string]>([
    ['date', { asAt: '2021-05-24' as PackBasis['asAt'] }, 'FigureDiffers'],
    ['title', { title: 'Another title' }, 'FileDiffers'],
    ['law', { ruleSet: 'england-0' }, 'NotMadeAgain'],
    ['way of counting', { counting: 'inclusive' }, 'NotMadeAgain'],
    ['list of views', { views: [] }, 'NotMadeAgain'],
  ])('of another %s than the figures', async (_, change, tag) => {
    const { bag } = await smallPack()
    const changes = { 'basis.json': withBasis(bag, change) }
    expect(tags(await verified(rebagged(bag, changes)))).toContain('SealDiffers')
    expect(tags(await verified(resigned(bag, changes, council)))).toContain(tag)
  })

  test('that cannot be read', async () => {
    const { bag } = await smallPack()
    const basis = text(bag, 'basis.json')
    for (const wrong of [basis.replace('{', '{ '), basis.replace('"asAt":"', '"asAt":"x'), 'no']) {
      const found = await verified(relisted(bag, 'basis.json', utf8(wrong)))
      expect(tags(found)).toEqual(['SealDiffers', 'FileMalformed'])
      expect(found.notChecked).toContainEqual({ _tag: 'RestNotChecked', after: 'basis' })
    }
  })
})

test('whatever stands in a file, the verification comes to its end, and says no', async () => {
  const earlier = await smallPack()
  const { bag } = await packOf(later(), { previous: asPrevious(earlier) })
  const paths = ['basis.json', 'ledger/consistency.json', 'ledger/records.ndjson']
  const pieces = [
    '"',
    '{',
    '[]',
    '-1',
    '1e999',
    'null',
    '__proto__',
    '\\ud800',
    '\ufeff',
    '9999999',
  ]
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 1
    return seed % below
  }
  for (const path of [...paths, 'ledger/checkpoint']) {
    const given = text(bag, path)
    for (let i = 0; i < runs(3, 40); i++) {
      const [at, length] = [random(given.length), random(12)]
      const piece = pieces[random(pieces.length)] as string
      const wrong = `${given.slice(0, at)}${piece}${given.slice(at + length)}`
      expect(tags(await verified(relisted(bag, path, utf8(wrong)))).length).toBeGreaterThan(0)
    }
  }
}, 60_000)

test('a pack of no records is evidence of nothing', async () => {
  const { bag } = await smallPack()
  const root = sha256(new Uint8Array())
  const basis = withBasis(bag, { size: 0, root: base64(root) })
  const checkpoint = right(checkpointText({ origin, size: 0, root, extensions: [] }))
  const note = right(signNote(checkpoint, council.signer))
  const empty = { 'basis.json': basis, 'ledger/records.ndjson': '', 'ledger/checkpoint': note }
  const found = await verified(resigned(bag, empty, council))
  expect(tags(found)).toEqual(['NoRecords'])
})

test('records that a ledger would have refused, though the council signs them', async () => {
  const ledger = await ledgerOf(twoCases())
  const again = right(
    checkEvent({
      id: idOf(99),
      type: 'PlanIssued',
      version: 1,
      stream: 'case-1',
      effectiveOn: '2021-05-26',
      data: {},
    }),
  )
  const kept = await ledger.append([{ stream: again.stream, expected: 3, events: [again] }])()
  expect(E.isRight(kept)).toBe(true)
  const { bag } = await packOfLedger(ledger)
  const found = await verified(bag)
  expect(found.findings).toMatchObject([{ _tag: 'LifeCycleBroken', position: 8 }])
})

describe('the pack before', () => {
  const two = async () => {
    const earlier = await smallPack()
    const { bag } = await packOf(later(), { previous: asPrevious(earlier) })
    return { earlier, bag, previous: right(readBasis(text(bag, 'basis.json'))).previous! }
  }

  test('history that was rewritten since, and signed by the council', async () => {
    const earlier = await smallPack()
    const drafts = later().toSpliced(6, 1, draft(7, 'case-1', 'PlanIssued', '2021-05-20'))
    const { bag } = await packOf(drafts)
    expect(tags(await verified(bag))).toEqual([])
    const found = await verified(bag, { since: readOf(earlier.bag) })
    expect(found.findings).toEqual([{ _tag: 'HistoryDiffers', size: 8, of: 'since' }])
    expect(tags(found)).toEqual(['HistoryDiffers'])
  })

  test('a ledger that has fewer records than it had', async () => {
    const earlier = await packOf(later())
    const { bag } = await smallPack()
    const found = await verified(bag, { since: readOf(earlier.bag) })
    expect(found.findings).toEqual([{ _tag: 'HistoryDiffers', size: 10, of: 'since' }])
  })

  test.each<[string, (proof: string) => string | undefined, string]>([
    ['missing', () => undefined, 'PreviousNotProved'],
    ['no proof', () => '{}\n', 'FileMalformed'],
    [
      'one with a hash changed',
      (proof) =>
        proof.replace(
          /"hashes":\["./,
          (all) => `${all.slice(0, -1)}${all.endsWith('A') ? 'B' : 'A'}`,
        ),
      'PreviousNotProved',
    ],
    ['one for another size', (proof) => proof.replace('"size":8', '"size":7'), 'PreviousNotProved'],
  ])('a proof that is %s', async (_, change, tag) => {
    const { bag } = await two()
    const proof = change(text(bag, 'ledger/consistency.json'))
    const found = await verified(resigned(bag, { 'ledger/consistency.json': proof }, council))
    expect(tags(found)).toEqual([tag])
  })

  test('a proof where there is no pack before', async () => {
    const { bag } = await smallPack()
    const found = await verified(resigned(bag, { 'ledger/consistency.json': '{}\n' }, council))
    expect(tags(found)).toEqual(['FileAdded'])
  })

  test.each<[string, (previous: NonNullable<PackBasis['previous']>) => object, string]>([
    ['of another root', () => ({ root: base64(new Uint8Array(32)) }), 'PreviousNotProved'],
    ['of another size', () => ({ size: 7 }), 'PreviousNotProved'],
    ['of a root that is none', () => ({ root: 'x' }), 'FileMalformed'],
    ['of a checkpoint that is none', () => ({ checkpoint: 'x\n' }), 'NoteMalformed'],
  ])('told %s', async (_, change, tag) => {
    const { bag, previous } = await two()
    const basis = withBasis(bag, { previous: { ...previous, ...change(previous) } })
    const found = await verified(resigned(bag, { 'basis.json': basis }, council))
    expect(tags(found)).toContain(tag)
  })

  test('told of a checkpoint that another key signed', async () => {
    const earlier = await packOf(twoCases(), { signer: impostor.signer })
    const { bag } = await packOf(later(), { previous: asPrevious(earlier) })
    expect(tags(await verified(bag))).toContain('NotSigned')
  })

  test('told otherwise than it is, which only who has it can say', async () => {
    const earlier = await smallPack()
    const before = asPrevious(earlier)
    const lying = await packOf(later(), {
      previous: { ...before, basis: { ...before.basis, title: 'Something else' } },
    })
    expect(tags(await verified(lying.bag))).toEqual([])
    const found = await verified(lying.bag, { since: readOf(earlier.bag) })
    expect(found.findings).toMatchObject([{ _tag: 'BasisDiffers', field: 'previous.title' }])
  })

  test('figures that it gave otherwise are told, and cannot be hidden', async () => {
    const earlier = await smallPack()
    const view = text(earlier.bag, 'views/compliance.json')
    const wrong = view.replaceAll('"issued":{"all":2', '"issued":{"all":3')
    const said = {
      ...earlier,
      bag: resigned(earlier.bag, { 'views/compliance.json': wrong }, council),
    }
    const before = asPrevious(said)
    const open = await packOf(later(), { previous: before })
    expect(open.basis.previous?.differing.length).toBeGreaterThan(0)
    expect(tags(await verified(open.bag, { since: readOf(said.bag) }))).toEqual([])
    const hiding = await packOf(later(), {
      previous: { ...before, views: asPrevious(earlier).views },
    })
    expect(hiding.basis.previous?.differing).toEqual([])
    const found = await verified(hiding.bag, { since: readOf(said.bag) })
    expect(found.findings).toMatchObject([{ _tag: 'BasisDiffers', field: 'previous.differing' }])
  })

  test('an earlier pack that does not hold itself proves nothing', async () => {
    const { earlier, bag } = await two()
    const damaged = new Map(earlier.bag).set('data/report.html', utf8('<p>'))
    const found = await verified(bag, { since: readOf(damaged) })
    expect(found.findings).toMatchObject([{ _tag: 'SinceUnfit', because: { _tag: 'DigestWrong' } }])
    expect(tags(found)).toEqual(['SinceUnfit'])
    const forged = resigned(earlier.bag, {}, impostor)
    expect(tags(await verified(bag, { since: readOf(forged) }))).toEqual(['SinceUnfit'])
  })
})
