import { wsoaSections } from '../../src/view/wsoa-sections.js'

const measure = {
  title: 'Waits',
  unit: 'weeks',
  baseline: '40',
  target: '20',
  latest: '28',
  on: '2021-05-31',
  met: false,
  milestone: { by: '2021-06-30', value: '24.5', met: true },
  stale: true,
  projected: { value: '22', on: '2021-06-30' },
}

const view = {
  programmes: [],
  oversight: {
    visits: 0,
    feedback: { given: 0, answered: 0 },
    recommendations: { made: 0, answered: 0 },
  },
  measures: [measure, { ...measure, milestone: null, stale: false, projected: null }],
  risks: { open: 0, closed: 0 },
}

test('each value of a measure stands under its heading', () => {
  const table = wsoaSections(view).find(({ title }) => title === 'Measures of impact')
  const [first, second] = (table?.rows ?? []).map((row) =>
    Object.fromEntries(row.map((cell, i) => [table?.headings[i], cell])),
  )
  expect(first).toEqual({
    Measure: 'Waits',
    Unit: 'weeks',
    Baseline: '40',
    Target: '20',
    Latest: '28',
    On: '2021-05-31',
    Met: false,
    Milestone: '24.5',
    Due: '2021-06-30',
    'Milestone\nmet': true,
    'Due since\nlatest': true,
    Projected: '22',
    For: '2021-06-30',
  })
  expect(second).toMatchObject({ Milestone: '', Due: '', 'Milestone\nmet': '', Projected: '' })
})
