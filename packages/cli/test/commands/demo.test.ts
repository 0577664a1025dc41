import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { civilDate, explain } from '@send-ledger/core'
import { published } from '@send-ledger/example-walsall'
import { openSqliteLedger } from '@send-ledger/store-sqlite'
import { isLong, longTest } from '../../../../test/kit/long.js'
import { walsallFile } from '../../../../test/kit/walsall.js'
import { demoAnswers } from '../../src/demo/answers.js'
import { comparisons } from '../../src/demo/comparison.js'
import { newPath, type Ran, run, textOf } from '../running.js'

const now = '2022-01-10T09:00:00.000Z'

const folder = newPath('demo')
let ran: Ran

/** Its packs take most of the time: in a short run there is only its ledger. */
beforeAll(async () => {
  if (isLong) ran = await run(['demo', '--out', folder, '--json'], { now })
  else {
    mkdirSync(folder)
    await walsallFile(join(folder, 'walsall.sqlite'))
  }
}, 120_000)

test('every published figure is equal to that of the ledger', async () => {
  const opened = await openSqliteLedger(join(folder, 'walsall.sqlite'), { access: 'read' })()
  if (opened._tag === 'Left') throw new Error(explain(opened.left))
  const answers = await demoAnswers(opened.right, {
    plansMaintainedOn: published.plansMaintained.map(({ on }) => civilDate(on)),
    backlogOn: civilDate(published.backlog.openOn),
  })
  if (answers._tag === 'Left') throw new Error(explain(answers.left))
  const figures = comparisons(published, answers.right)
  expect(figures.filter(({ equal }) => !equal)).toEqual([])
  expect(figures.length).toBeGreaterThanOrEqual(54)
  await opened.right.close()()
}, 60_000)

longTest('every published figure is named and equal to that of the ledger', () => {
  expect([ran.code, ran.err]).toEqual([0, ''])
  const { figures } = JSON.parse(ran.out)
  expect(figures.filter(({ equal }: { equal: boolean }) => !equal)).toEqual([])
  // Seven months of six figures, and those on cases, requests, plans, backlog and programme.
  expect(figures.length).toBeGreaterThanOrEqual(54)
})

test('the ledger is kept in the folder given, and can be asked', async () => {
  const ledger = join(folder, 'walsall.sqlite')
  expect(existsSync(ledger)).toBe(true)
  const args = ['view', 'compliance', ledger, '--as-at', '2021-07-31', '--json']
  const known = async (at: string): Promise<unknown> =>
    JSON.parse((await run([...args, '--known-at', at])).out).view
  expect(await known('2021-07-31')).not.toEqual(await known('2021-10-31'))
}, 60_000)

longTest('two packs are issued, the second compared with the first', () => {
  const { packs, verifierKey } = JSON.parse(ran.out)
  expect(packs).toHaveLength(2)
  expect(existsSync(verifierKey)).toBe(true)
  const basis = JSON.parse(textOf(join(packs[1].pack, 'data/basis.json')))
  expect(basis.previous.packRoot).toBe(packs[0].packRoot)
  expect(existsSync(join(packs[1].pack, 'data/report.html'))).toBe(true)
})

test('a ledger that is there already is left alone', async () => {
  expect((await run(['demo', '--out', folder], { now })).code).toBe(2)
}, 60_000)

longTest(
  'the tables are printed, with ticks, and what is illustrative is said',
  async () => {
    const { code, out } = await run(['demo', '--out', newPath('demo')], { now })
    expect(code).toBe(0)
    expect(out).toMatch(/12 months to July 2021: per cent\s*│\s*37\.6\s*│\s*37\.6\s*│\s*✓/)
    expect(out).toContain('Illustrative')
    expect(out).toContain('Actions by rating')
    expect(out).toContain('Posts, people and cover')
    expect(out).toContain('Evidence packs')
  },
  120_000,
)
