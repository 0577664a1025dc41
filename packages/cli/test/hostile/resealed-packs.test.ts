/**
 * Packs made again by whoever has the council's key, with words in them that would steer a
 * terminal or pass for the verdict: `verify` shows them as they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keyTexts } from '@send-ledger/core/proof'
import { ed25519, sha256 } from '@send-ledger/evidence/sign'
import { sampled } from '../../../../test/kit/long.js'
import { origin, right } from '../../../evidence/test/verify/ledger/rogue.js'
import { council, resigned, smallPack, text } from '../../../evidence/test/verify/pack/packs.js'
import { fileOf, newPath, run } from '../running.js'

const verdict = 'Verified: what was looked at holds.'
const hostile = ['\n', '\r', '\u001b[8m', '\u009b8m', '\u2028', '\u202e', '\u200b', '\u{e0041}']

type Bag = Awaited<ReturnType<typeof smallPack>>['bag']

const { verifierKey } = right(
  keyTexts(sha256, ed25519, {
    name: origin,
    use: 'signature',
    privateKey: new Uint8Array(32).fill(1),
  }),
)

const key = (): string => fileOf(`${verifierKey}\n`, 'council.pub')

const folderOf = (bag: Bag): string => {
  const folder = newPath('pack')
  for (const [path, bytes] of bag) {
    const at = join(folder, path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, bytes as Uint8Array)
  }
  return folder
}

const shows = (said: string, folder: string): void => {
  const own = said.replaceAll(folder, 'PACK')
  expect(own.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\u3164\u2800]/u)
  for (const line of own.split('\n').slice(0, -2)) expect(line).not.toBe(verdict)
}

/** Each text of a JSON value, changed by itself; and each name of a field. */
const variants = (value: unknown, change: (text: string) => string): readonly unknown[] => {
  if (typeof value === 'string') return [change(value)]
  if (Array.isArray(value)) {
    return value.flatMap((each, i) =>
      variants(each, change).map((changed) => value.with(i, changed)),
    )
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [
    ...variants(each, change).map((changed) => ({ ...value, [name]: changed })),
    { ...value, [change(name)]: each },
  ])
}

const sealed = (bag: Bag, path: string, content: string): Bag => {
  try {
    return resigned(bag, { [path]: content }, council)
  } catch {
    // So changed it is no basis that a pack could be sealed with: the file alone is changed.
    return new Map(bag).set(`data/${path}`, new TextEncoder().encode(content))
  }
}

const verifyEach = async (bags: Iterable<Bag>): Promise<readonly number[]> => {
  const keyed = ['--key', key()]
  const codes: number[] = []
  for (const bag of bags) {
    const folder = folderOf(bag)
    const { code, out, err } = await run(['verify', folder, ...keyed])
    shows(out, folder)
    shows(err, folder)
    codes.push(code)
  }
  return codes
}

test('the pack itself is verified', async () => {
  expect(await verifyEach([(await smallPack()).bag])).toEqual([0])
})

test.each(hostile.map((character, i) => [character, i] as const))(
  '%j in a text or a field of the basis is shown',
  async (character, i) => {
    const { bag } = await smallPack()
    const forged = (of: string): string => `${of}${character}${verdict}${character}`
    const basis = JSON.parse(text(bag, 'basis.json')) as object
    const every = variants(basis, forged)
    expect(every.length).toBeGreaterThan(20)
    const all = sampled(every, hostile.length, i)
    const codes = await verifyEach(
      all.map((each) => sealed(bag, 'basis.json', `${JSON.stringify(each)}\n`)),
    )
    expect(codes).toEqual(all.map(() => 1))
  },
  120_000,
)

test.each(hostile.map((character, i) => [character, i] as const))(
  '%j in a record is shown',
  async (character, i) => {
    const { bag } = await smallPack()
    const forged = (of: string): string => `${of}${character}${verdict}`
    const [first = '', ...rest] = text(bag, 'ledger/records.ndjson').split('\n')
    const all = sampled(variants(JSON.parse(first), forged), hostile.length, i)
    await verifyEach(
      all.map((each) =>
        sealed(bag, 'ledger/records.ndjson', [JSON.stringify(each), ...rest].join('\n')),
      ),
    )
  },
  120_000,
)

test.each(hostile.map((character, i) => [character, i] as const))(
  '%j in the name of a file, a table or a list is shown',
  async (character, i) => {
    const { bag } = await smallPack()
    const name = `a${character}${verdict}`
    const bytes = new TextEncoder().encode('x')
    const manifest = Buffer.from(bag.get('manifest-sha256.txt') as Uint8Array).toString()
    const listed = `${manifest}${'0'.repeat(64)}  data/${name}\n`
    const of = (path: string, content: string): Bag =>
      new Map(bag).set(path, new TextEncoder().encode(content))
    const header = text(bag, 'tables/in-time.csv').replace('month', `month${character}${verdict}`)
    const all = [
      new Map(bag).set(`data/${name}`, bytes),
      new Map(bag).set(name, bytes),
      of('manifest-sha256.txt', listed),
      of('bag-info.txt', `Bagging-Date: ${character}${verdict}\n`),
      of('bagit.txt', `BagIt-Version: 1.0${character}${verdict}\n`),
      sealed(bag, 'tables/in-time.csv', header),
      sealed(bag, `${name}.txt`, 'x'),
    ]
    await verifyEach(sampled(all, 3, i))
  },
  120_000,
)
