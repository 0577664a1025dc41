/**
 * Programmes that are set up in odd ways, and are still reported.
 */
import { civilDate } from '@send-ledger/core'
import { type Given, smallLedger, tryPack } from './small.js'
import { right, rowsIn, textIn } from './walsall.js'

const rating = (code: string, label: string, order: number) => ({
  code,
  label,
  order,
  meaning: 'As the programme says',
  complete: false,
  notStarted: false,
})

const programmeId = 'programme-1' as never

const programme: readonly Given[] = [
  [
    'programme-1',
    'ProgrammeEstablished',
    '2021-10-01',
    { title: 'Odd', framework: 'priorityActionPlan' },
  ],
  [
    'programme-1',
    'RagScaleAdopted',
    '2021-10-01',
    {
      scaleVersion: '1',
      ratings: [rating('a', 'Overdue', 1), rating('b', 'Fine', 2), rating('c', 'FINE', 3)],
    },
  ],
  [
    'action-1',
    'ActionAgreed',
    '2021-10-05',
    {
      programmeId,
      number: '1',
      title: 'Act',
      areaIds: ['nowhere'],
      workstreamId: 'none',
      owner: 'Head',
      dueOn: civilDate('2021-12-01'),
      successCriteria: [],
    },
  ],
  [
    'action-1',
    'ActionRagChanged',
    '2021-10-06',
    { rag: 'c', reason: 'First', assessedBy: 'Manager' },
  ],
]

test('ratings that are called alike, or as a column is, are told apart', async () => {
  const pack = right(await tryPack(await smallLedger(programme)))
  expect(rowsIn(pack, 'data/tables/programme-1-by-area.csv')).toMatchObject([
    { group: 'All actions', rating1: '0', rating2: '0', rating3: '1' },
  ])
  const { resources } = JSON.parse(textIn(pack, 'data/datapackage.json'))
  const table = resources.find(({ name }: { name: string }) => name === 'programme-1-by-area')
  const titles = table.schema.fields.map(({ title }: { title: string }) => title)
  expect(titles).toEqual(expect.arrayContaining(['Overdue', 'Overdue 2', 'Fine', 'FINE 2']))
})

test('a rating of an earlier scale keeps its column over time', async () => {
  const later: Given = [
    'programme-1',
    'RagScaleAdopted',
    '2021-12-10',
    { scaleVersion: '2', ratings: [rating('z', 'New', 1)] },
  ]
  const pack = right(await tryPack(await smallLedger([...programme, later])))
  const rows = rowsIn(pack, 'data/tables/programme-1-by-month.csv')
  for (const row of rows) {
    const counts = Object.entries(row).flatMap(([name, count]) => (name === 'on' ? [] : [+count]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  }
  expect(rows).toHaveLength(3)
})

test('a programme in its first month has no month to show, and is reported', async () => {
  const pack = right(await tryPack(await smallLedger(programme), { asAt: civilDate('2021-10-20') }))
  expect(rowsIn(pack, 'data/tables/programme-1-delivery.csv')).toMatchObject([{ actions: '1' }])
  expect(pack.bag.has('data/tables/programme-1-by-month.csv')).toBe(false)
})
