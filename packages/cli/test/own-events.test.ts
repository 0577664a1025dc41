/**
 * Event types of the council's own, which no package knows: recorded, exported, imported, viewed,
 * packed and verified by the command; and what is said by a reader who does not know them. The
 * command runs as a program: what is loaded is loaded as a user would load it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newPath, run } from './running.js'
import { newKey } from './signing.js'

const door = pathToFileURL(join(__dirname, '../../core/dist/own-events.js')).href

/** Panels of a case: one needs a request before it, and a second one is refused. */
const config = (views: boolean): string => `
import { code, localType, needsBefore, once, onLocal } from '${door}'
const panelHeld = localType({
  name: 'walsall.PanelHeld',
  category: 'case',
  version: 2,
  dateMeans: 'the day on which the panel met',
  fields: { outcome: code('agreed', 'deferred') },
  upcasts: [({ agreed }) => ({ outcome: agreed ? 'agreed' : 'deferred' })],
  rules: [
    once('panel-once', 'walsall.PanelHeld'),
    needsBefore('panel-needs-request', 'A panel needs a request before it.',
      ['walsall.PanelHeld'], ({ type }) => type === 'RequestReceived'),
  ],
})
const panels = {
  name: 'panels', version: 1, category: 'case', initial: () => ({}), on: {},
  local: [onLocal(panelHeld, (facts, { effectiveOn, data }) => {
    if (data.outcome === 'agreed') facts.agreedOn = effectiveOn
  })],
  steps: ({ agreedOn }, count) => { if (agreedOn) count.step('agreed', agreedOn) },
}
export default {
  events: [panelHeld],
  ${
    views
      ? `views: [{ name: 'panels', version: 1, projections: [panels], usesLaw: false,
    defaults: {}, answer: (read) => ({ agreed: read.at('agreed') }) }],`
      : ''
  }
}
`

const command = join(__dirname, '../bin/send-ledger.js')

const called = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...argv], {
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

/** The folder of a council, with its config where it has one, and an empty ledger in it. */
const council = async (text?: string): Promise<string> => {
  const folder = newPath('council')
  mkdirSync(folder)
  if (text !== undefined) writeFileSync(join(folder, 'send-ledger.config.mjs'), text)
  const ledger = join(folder, 'walsall.sqlite')
  expect(await run(['init', ledger, '--origin', 'urn:example:walsall'])).toMatchObject({ code: 0 })
  return ledger
}

const record = (ledger: string, type: string, on: string, data: object) =>
  called('record', ledger, 'case-1', type, '--on', on, '--data', JSON.stringify(data))

const request = { requestedBy: 'school', startedBy: 'request' }

/** A ledger with a request and a panel. */
const recorded = async (views = false): Promise<string> => {
  const ledger = await council(config(views))
  expect(record(ledger, 'RequestReceived', '2021-01-04', request).err).toBe('')
  expect(record(ledger, 'walsall.PanelHeld', '2021-02-01', { outcome: 'agreed' })).toMatchObject({
    err: '',
    out: expect.stringContaining('Recorded walsall.PanelHeld of 2021-02-01 in case-1'),
  })
  return ledger
}

const asAt = ['--as-at', '2021-07-31'] as const
const notUnderstood = '1 of walsall.PanelHeld'

test('an event of the council’s own is checked by its declaration', async () => {
  const ledger = await recorded()
  const told = (on: string, data: object) => record(ledger, 'walsall.PanelHeld', on, data).err
  expect(told('2021-02-02', { outcome: 'agred' })).toContain('perhaps agreed is meant')
  expect(told('2021-02-02', { outcome: 'agreed' })).toContain('There may be only one')
  expect(told('2020-12-01', { outcome: 'agreed' })).toContain('case-1: ')
  expect(record(ledger, 'walsall.PanelHelt', '2021-02-01', {}).err).toContain('walsall.PanelHeld')
}, 120_000)

test('it goes out as a line, and into another ledger that has its declaration', async () => {
  const ledger = await recorded()
  const { out: lines, err } = called('export', ledger)
  expect([lines, err]).toEqual([
    expect.stringContaining('"uk.send-ledger.walsall.PanelHeld.v2"'),
    '',
  ])
  const file = newPath('lines.ndjson')
  // One that was written by the version before.
  const older = lines
    .replace('PanelHeld.v2', 'PanelHeld.v1')
    .replace('{"outcome":"agreed"}', '{"agreed":true}')
  writeFileSync(file, older)
  const knowing = await council(config(false))
  const imported = called('import', file, '--format', 'ndjson', '--into', knowing)
  expect([imported.code, imported.err]).toEqual([0, ''])
  const data = (text: string): unknown => JSON.parse(text.split('\n')[1] as string).data
  expect(data(called('export', knowing).out)).toEqual(data(lines))
  const ignorant = await council()
  const refused = called('import', file, '--format', 'ndjson', '--into', ignorant)
  expect(refused.out + refused.err).toContain('its declaration is not at hand')
}, 120_000)

test('who does not know it verifies and exports the ledger, and says what was not understood', async () => {
  const ledger = await recorded()
  // What lies beside a ledger is not run by those who verify it.
  const alone = called('verify', ledger)
  expect([alone.code, alone.out]).toEqual([0, expect.stringContaining(notUnderstood)])
  const path = join(ledger, '../send-ledger.config.mjs')
  const knowing = called('verify', ledger, '--config', path)
  expect([knowing.code, knowing.out]).toEqual([0, expect.not.stringContaining('PanelHeld')])
  const lines = called('export', ledger).out
  writeFileSync(path, 'export default { views: [] }')
  const { out, err } = called('export', ledger)
  expect([out, err]).toEqual([lines, expect.stringContaining(notUnderstood)])
  expect(called('check', ledger, ...asAt)).toMatchObject({
    code: 0,
    err: expect.stringContaining(notUnderstood),
  })
  expect(called('view', 'compliance', ledger, ...asAt).code).toBe(0)
}, 120_000)

test('who knows it finds what breaks its rules, in the ledger and in a pack', async () => {
  const lenient = config(false).replace(/rules: \[[\s\S]*?\n {2}\],\n/, '')
  const ledger = await council(lenient)
  record(ledger, 'RequestReceived', '2021-01-04', request)
  for (const on of ['2021-02-01', '2021-02-02']) {
    expect(record(ledger, 'walsall.PanelHeld', on, { outcome: 'agreed' }).err).toBe('')
  }
  const strict = newPath('strict.mjs')
  writeFileSync(strict, config(false))
  const lenientAt = join(ledger, '../send-ledger.config.mjs')
  const verdict = (at: string) => called('verify', ledger, '--config', at)
  expect(verdict(lenientAt).code).toBe(0)
  expect(verdict(strict)).toMatchObject({ code: 1, out: expect.stringContaining('only one') })
  const key = await newKey('urn:example:walsall')
  const pack = newPath('pack')
  expect(called('evidence', ledger, ...asAt, '--key', key, '--out', pack).err).toBe('')
  const packVerdict = (...more: string[]) => called('verify', pack, '--key', `${key}.pub`, ...more)
  expect(packVerdict()).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 of walsall.PanelHeld'),
  })
  expect(packVerdict('--config', lenientAt).code).toBe(0)
  expect(packVerdict('--config', strict)).toMatchObject({
    code: 1,
    out: expect.stringContaining('only one'),
  })
}, 120_000)

test('a view of the council’s own counts it, on the screen and in a pack', async () => {
  const ledger = await recorded(true)
  const { out, err } = called('view', 'panels', ledger, ...asAt, '--json')
  expect(err).toBe('')
  expect(JSON.parse(out).view).toEqual({ agreed: 1 })
  expect(called('explain', 'panels', ledger, ...asAt, '--figure', 'agreed').out).toContain(
    'walsall.PanelHeld',
  )
  const key = await newKey('urn:example:walsall')
  const pack = newPath('pack')
  expect(called('evidence', ledger, ...asAt, '--key', key, '--out', pack).err).toBe('')
  expect(JSON.parse(readFileSync(join(pack, 'data/views/panels.json'), 'utf8')).view).toEqual({
    agreed: 1,
  })
  const path = join(ledger, '../send-ledger.config.mjs')
  const verified = called('verify', pack, '--key', `${key}.pub`, '--config', path)
  expect([verified.code, verified.out]).toEqual([0, expect.not.stringContaining('PanelHeld')])
}, 120_000)

test.each([
  ['events: [{}]', 'none that localType of send-ledger has made'],
  ['events: 1', 'gives no views and no events'],
  ['views: [], events: 1', 'events is no list'],
])('a config of %s is told what is wrong with it', async (given, problem) => {
  const ledger = await council(`export default { ${given} }`)
  const { code, err } = called('export', ledger)
  expect([code, err]).toEqual([2, expect.stringContaining(problem)])
})
