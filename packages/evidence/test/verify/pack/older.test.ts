/**
 * A pack of an earlier form, changed by somebody who makes everything again that can be made
 * without the council's key: what is not as the records give it is found, or named as left open.
 */
import { join } from 'node:path'
import { type PackVerified, readPack, verifyPack } from '@send-ledger/evidence/verify'
import type { Bag } from '../../../src/pack/bag.js'
import { right } from '../ledger/rogue.js'
import { rebagged, text } from './packs.js'

const museum = join(__dirname, '../../../../../test/museum/0.1.0')

const packFrom = async (name: string): Promise<Bag> =>
  right(await readPack(join(museum, name))()).files

const verified = (files: Bag): Promise<PackVerified> => verifyPack({ files, findings: [] })

/** Every figure that is named, as a finding or as left open. */
const named = ({ findings, notChecked }: PackVerified): readonly string[] => [
  ...findings.flatMap((each) => (each._tag === 'FigureDiffers' ? [each.figure] : [])),
  ...notChecked.flatMap((each) =>
    each._tag === 'ViewRestated' ? each.differing.map(({ figure }) => figure) : [],
  ),
]

const changed = (bag: Bag, view: string, change: (text: string) => string): Bag => {
  const path = `views/${view}.json`
  const before = text(bag, path)
  expect(change(before)).not.toBe(before)
  return rebagged(bag, { [path]: change(before) })
}

test.each(['compliance', 'workforce', 'wsoa'])(
  'a figure that was changed in the view %s is named',
  async (view) => {
    const bag = await packFrom('closed-programme/pack-2.zip')
    const figures = { compliance: 'plansMaintained', workforce: 'advertised', wsoa: 'actions' }
    const figure = figures[view as keyof typeof figures]
    const pattern = new RegExp(`"${figure}":(\\d+)`)
    const honest = named(await verified(bag))
    const forged = await verified(changed(bag, view, (it) => it.replace(pattern, `"${figure}":77`)))
    expect(named(forged).length).toBe(honest.length + 1)
  },
)

test('a figure that was left out is named', async () => {
  const bag = await packFrom('leap-days/pack-2.zip')
  const honest = named(await verified(bag))
  const forged = await verified(
    changed(bag, 'compliance', (it) => it.replace(/"plansMaintained":\d+/, '"plansMaintainee":1')),
  )
  expect(named(forged)).toEqual(
    expect.arrayContaining(['plansMaintained', 'plansMaintainee', ...honest]),
  )
})

test.each([
  ['a file that no pack has', { 'notes/readme.txt': 'Trust me.' }, 'FileAdded'],
  ['a view that was left out', { 'views/wsoa.json': undefined }, 'FileLeftOut'],
] as const)('%s is found', async (_, changes, tag) => {
  const forged = await verified(rebagged(await packFrom('leap-days/pack-2.zip'), changes))
  expect(forged.findings.map(({ _tag }) => _tag)).toContain(tag)
})

test('a table that was changed is not the one that was signed, and is not made again', async () => {
  const bag = await packFrom('leap-days/pack-1.zip')
  const table = [...bag.keys()].find((path) => path.startsWith('data/tables/')) as string
  const name = table.slice('data/'.length)
  const { findings, notChecked } = await verified(rebagged(bag, { [name]: 'a,b\n1,2\n' }))
  const open = notChecked.flatMap((each) => (each._tag === 'OlderForm' ? each.files : []))
  expect(findings.map(({ _tag }) => _tag)).toEqual(['SealDiffers'])
  expect(open).toContain(name)
})
