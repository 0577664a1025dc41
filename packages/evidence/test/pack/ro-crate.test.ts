/**
 * The metadata of a pack, by the rules of RO-Crate 1.2 for its parts.
 */
import type { Pack } from '@send-ledger/evidence'
import { onePlan, smallLedger, tryPack } from './small.js'
import { asPrevious, right, textIn } from './walsall.js'

interface Entity {
  readonly '@id': string
  readonly '@type': string | readonly string[]
  readonly [key: string]: unknown
}

let pack: Pack
let graph: readonly Entity[]

beforeAll(async () => {
  const ledger = await smallLedger(onePlan)
  const first = right(await tryPack(ledger))
  pack = right(await tryPack(ledger, { previous: asPrevious(first), to: 'Scrutiny committee' }))
  graph = JSON.parse(textIn(pack, 'data/ro-crate-metadata.json'))['@graph']
}, 60_000)

const entity = (id: string): Entity => {
  const found = graph.filter((each) => each['@id'] === id)
  expect([id, found.length]).toEqual([id, 1])
  return found[0] as Entity
}

test('the descriptor is about the root, and says which specification is kept', () => {
  expect(entity('ro-crate-metadata.json')).toMatchObject({
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  })
})

test('the root has what it must have, and lists every file of the payload but itself', () => {
  const root = entity('./')
  expect(root['@type']).toContain('Dataset')
  expect(root).toMatchObject({
    name: 'Small',
    description: expect.any(String),
    datePublished: '2022-01-10',
    license: { '@id': '#terms-of-use' },
  })
  const files = [...pack.bag.keys()]
    .filter((path) => path.startsWith('data/'))
    .map((path) => path.slice('data/'.length))
    .filter((path) => path !== 'ro-crate-metadata.json')
  expect((root.hasPart as readonly Entity[]).map((part) => part['@id'])).toEqual(files)
  for (const file of files) {
    const size = pack.bag.get(`data/${file}`)?.length
    expect(entity(file)).toMatchObject({ '@type': 'File', contentSize: String(size) })
  }
})

/** Every id that is referred to, at any depth. */
const referredTo = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referredTo)
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === '@id') return [(value as Entity)['@id']]
  return Object.values(value).flatMap(referredTo)
}

test('whatever is referred to is described', () => {
  const outside = graph.flatMap(referredTo).filter((id) => !id.startsWith('https://'))
  for (const id of outside) entity(id)
})

test('it says by which software it was made, from which records, after which pack', () => {
  expect(entity('#making')).toMatchObject({
    '@type': ['CreateAction', 'prov:Activity'],
    instrument: { '@id': '#software' },
    'prov:used': [{ '@id': '#ledger' }, { '@id': '#previous-pack' }],
  })
  expect(entity('#software')).toMatchObject({ name: 'send-ledger', version: '0.1.0' })
  expect(entity('#ledger').description).toContain(pack.basis.root)
  expect(entity('#previous-pack').identifier).toBe(pack.basis.previous?.packRoot)
  expect(entity('#audience').name).toBe('Scrutiny committee')
})

test('no two entities have one id', () => {
  const ids = graph.map((each) => each['@id'])
  expect(new Set(ids).size).toBe(ids.length)
})
