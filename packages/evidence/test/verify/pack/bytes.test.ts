/**
 * No byte of a pack can be changed, no file dropped, added, swapped or renamed unnoticed.
 */
import type { Bag } from '../../../src/pack/bag.js'
import { bytesOf, digest } from '../../../src/pack/content.js'
import { asPrevious, later, packOf, smallPack, tags, utf8, verified } from './packs.js'

let bag: Bag

beforeAll(async () => {
  const earlier = await smallPack()
  bag = (await packOf(later(), { previous: asPrevious(earlier) })).bag
}, 60_000)

/** Numbers from a seed (mulberry32): the same in every run. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const changed = (path: string, bytes: Uint8Array | undefined): Bag => {
  const files = new Map(bag)
  if (bytes === undefined) files.delete(path)
  else files.set(path, bytes)
  return files
}

test('of a thousand random changes of one byte none goes unnoticed', async () => {
  const random = randomOf(20210731)
  const paths = [...bag.keys()]
  const hit = new Set<string>()
  for (let i = 0; i < 1000; i++) {
    const path = paths[random(paths.length)] as string
    const bytes = Uint8Array.from(bag.get(path) as Uint8Array)
    const at = random(bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 + random(255))
    hit.add(path)
    const { findings } = await verified(changed(path, bytes))
    if (findings.length === 0) throw new Error(`${path} at ${at}`)
  }
  expect(hit.size).toBe(paths.length)
}, 120_000)

test('each file that is dropped is missed, by name', async () => {
  for (const path of bag.keys()) {
    const found = await verified(changed(path, undefined))
    expect(found.findings).toContainEqual(expect.objectContaining({ _tag: 'FileMissing', path }))
  }
})

test('each file that is cut short, made longer or emptied is told', async () => {
  for (const [path, content] of bag) {
    const bytes = bytesOf(content)
    for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, utf8('\n')]), utf8('')]) {
      const { findings } = await verified(changed(path, other))
      if (findings.length === 0) throw new Error(`${path}, ${other.length} bytes`)
    }
  }
})

test.each(['data/more.txt', 'more.txt', 'data/views/more.json'])(
  '%s is one too many',
  async (path) => {
    const found = await verified(changed(path, utf8('more')))
    expect(found.findings[0]).toMatchObject({ _tag: 'NotListed', path })
    expect(tags(found)).toEqual(
      path.startsWith('data/') ? ['NotListed', 'NotListed'] : ['NotListed'],
    )
  },
)

test('each file that changes places with the next is told, and each that is renamed', async () => {
  const paths = [...bag.keys()]
  for (const [i, path] of paths.entries()) {
    const next = paths[(i + 1) % paths.length] as string
    const isSame = Buffer.from(bag.get(path) as Uint8Array).equals(bag.get(next) as Uint8Array)
    const swapped = new Map(bag)
      .set(path, bag.get(next) as Uint8Array)
      .set(next, bag.get(path) as Uint8Array)
    const renamed = new Map(changed(path, undefined)).set(`${path}2`, bag.get(path) as Uint8Array)
    // Two lists without a subject are alike: swapping them changes nothing.
    for (const files of isSame ? [renamed] : [swapped, renamed]) {
      const { findings } = await verified(files)
      if (findings.length === 0) throw new Error(`${path} and ${next}`)
    }
  }
})

test('what is in files that were changed is not looked at, and that is said', async () => {
  const found = await verified(changed('data/report.html', utf8('<p>')))
  expect(found.findings).toEqual([
    { _tag: 'DigestWrong', path: 'data/report.html', listedIn: 'manifest-sha256.txt' },
    { _tag: 'DigestWrong', path: 'data/report.html', listedIn: 'manifest-sha512.txt' },
  ])
  expect(found.notChecked).toEqual([{ _tag: 'RestNotChecked', after: 'files' }])
})

describe('manifests', () => {
  const path = 'manifest-sha256.txt'
  const tagManifest = 'tagmanifest-sha256.txt'
  const lines = (of: string) => new TextDecoder().decode(bag.get(of) as Uint8Array).split('\n')

  /** The bag with another manifest, listed as it is. */
  const withManifest = (change: (all: string[]) => string[]): Bag => {
    const bytes = utf8(change(lines(path)).join('\n'))
    const tagLines = lines(tagManifest).map((line) =>
      line.endsWith(`  ${path}`) ? `${digest('sha256', bytes)}  ${path}` : line,
    )
    return new Map(changed(path, bytes)).set(tagManifest, utf8(tagLines.join('\n')))
  }

  const outside = `${'0'.repeat(64)}  ../../outside`

  test.each<[string, (all: string[]) => string[], string]>([
    ['a path that leads out of the bag', (all) => [outside, ...all], 'PathUnsafe'],
    ['a tag file', (all) => [`${'0'.repeat(64)}  bagit.txt`, ...all], 'PathUnsafe'],
    ['a file twice', (all) => [all[0] as string, ...all], 'ManifestMalformed'],
    ['one file fewer', (all) => all.slice(1), 'NotListed'],
    ['no line at all', () => [''], 'NotListed'],
    ['no end of its last line', (all) => all.slice(0, -1), 'ManifestMalformed'],
    ['capitals', (all) => [(all[0] as string).toUpperCase(), ...all.slice(1)], 'ManifestMalformed'],
    [
      'a star for the path',
      (all) => [(all[0] as string).replace('  ', ' *'), ...all.slice(1)],
      'ManifestMalformed',
    ],
    ['other order', (all) => [...all.slice(0, -1).reverse(), ''], 'TagDiffers'],
  ])('a manifest with %s is told', async (_, change, tag) => {
    expect(tags(await verified(withManifest(change)))).toContain(tag)
  })

  test('a file that was changed in one manifest only is told by the other', async () => {
    const bytes = utf8('{}\n')
    const other = withManifest((all) =>
      all.map((line) =>
        line.endsWith('  data/basis.json') ? `${digest('sha256', bytes)}  data/basis.json` : line,
      ),
    )
    const found = await verified(new Map(other).set('data/basis.json', bytes))
    expect(found.findings).toEqual([
      { _tag: 'DigestWrong', path: 'data/basis.json', listedIn: 'manifest-sha512.txt' },
    ])
  })
})
