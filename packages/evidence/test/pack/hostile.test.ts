/**
 * Text that would be more than text: it stays what it is, in every file of a pack.
 */

import type { Pack } from '@send-ledger/evidence'
import { JSDOM } from 'jsdom'
import { type Given, smallLedger, tryPack } from './small.js'
import { right, rowsIn, textIn } from './walsall.js'

const markup = '<img src=x onerror=alert(1)></table><script>alert(1)</script>'
const formula = '=HYPERLINK("http://example.org","x")'
const prototype = '__proto__'
const turned = 'safe \u202eevil\u2066 text'

const given: readonly Given[] = [
  [
    'programme-1',
    'ProgrammeEstablished',
    '2021-01-04',
    { title: markup, framework: 'writtenStatementOfAction' },
  ],
  [
    'programme-1',
    'AreaOfConcernIdentified',
    '2021-01-04',
    { areaId: prototype, number: 1, title: formula },
  ],
  ['programme-1', 'WorkstreamEstablished', '2021-01-04', { workstreamId: 'w', title: turned }],
  [
    'action-1',
    'ActionAgreed',
    '2021-01-05',
    {
      programmeId: 'programme-1' as never,
      number: '1.1',
      title: markup,
      areaIds: [prototype],
      workstreamId: 'w',
      owner: formula,
      dueOn: '2021-02-01' as never,
      successCriteria: [],
    },
  ],
  ['oversight-1', 'MonitoringVisitHeld', '2021-03-01', { by: [markup] }],
  ['oversight-1', 'FeedbackGiven', '2021-03-01', { feedbackId: prototype, text: formula }],
  [
    'risk-1',
    'RiskRaised',
    '2021-03-01',
    { programmeId: 'programme-1' as never, title: `+${markup}`, likelihood: 2, impact: 3 },
  ],
  [
    'post-1',
    'PostEstablished',
    '2021-03-01',
    { team: prototype, role: formula, fte: 1, funding: 'permanent' },
  ],
  [
    'oversight-2',
    'ReportPresented',
    '2021-04-01',
    {
      title: markup,
      to: formula,
      asAt: '2021-03-31' as never,
      figures: [
        { measure: prototype, numerator: 1 },
        { measure: 'toString', numerator: 2 },
      ],
    },
  ],
]

let pack: Pack

beforeAll(async () => {
  const title = `${markup} ${turned}\n${formula}`
  pack = right(await tryPack(await smallLedger(given), { title, to: formula }))
}, 60_000)

test('no text becomes an element, an attribute or a script of the report', () => {
  const { document } = new JSDOM(textIn(pack, 'data/report.html')).window
  expect(document.querySelectorAll('script, img').length).toBe(0)
  expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>')
})

test('no cell of a table is a formula', () => {
  const tables = [...pack.bag.keys()].filter((path) => path.startsWith('data/tables/'))
  for (const path of tables) {
    for (const row of rowsIn(pack, path)) {
      for (const cell of Object.values(row)) {
        expect([path, cell]).toEqual([path, expect.not.stringMatching(/^[=+@]|^-[^\d]/)])
      }
    }
  }
  expect(rowsIn(pack, 'data/tables/feedback-answers.csv')).toMatchObject([{ said: `'${formula}` }])
})

test('a name of the language is a name like any other', () => {
  expect(
    rowsIn(pack, 'data/tables/told-1.csv').map(({ figure, knownNow }) => [figure, knownNow]),
  ).toEqual([
    [prototype, 'not derivable'],
    ['toString', 'not derivable'],
  ])
  const { teams } = JSON.parse(textIn(pack, 'data/views/workforce.json')).view
  expect(teams).toMatchObject([{ team: prototype, role: formula }])
})

test('the bag and the metadata keep their form', () => {
  const info = textIn(pack, 'bag-info.txt').trimEnd().split('\n')
  for (const line of info) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S/)
  expect(info).toHaveLength(5)
  const crate = JSON.parse(textIn(pack, 'data/ro-crate-metadata.json'))
  expect(crate['@graph'].length).toBeGreaterThan(10)
  for (const file of ['bag-info.txt', 'data/report.html', 'data/ro-crate-metadata.json']) {
    expect(textIn(pack, file)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  }
})
