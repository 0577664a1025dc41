import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newPath, run } from '../running.js'

const now = '2022-01-10T09:00:00.000Z'

test('every published figure is named and equal to that of the ledger', async () => {
  const { code, out, err } = await run(['demo', '--out', newPath('demo'), '--json'], { now })
  expect([code, err]).toEqual([0, ''])
  const { figures } = JSON.parse(out)
  expect(figures.filter(({ equal }: { equal: boolean }) => !equal)).toEqual([])
  // Seven months of six figures, and those on cases, requests, plans, backlog and programme.
  expect(figures.length).toBeGreaterThanOrEqual(54)
}, 60_000)

test('the tables are printed, with ticks, and what is illustrative is said', async () => {
  const { code, out } = await run(['demo', '--out', newPath('demo')], { now })
  expect(code).toBe(0)
  expect(out).toMatch(/12 months to July 2021: per cent\s*│\s*37\.6\s*│\s*37\.6\s*│\s*✓/)
  expect(out).toContain('Illustrative')
  expect(out).toContain('actions by rating')
  expect(out).toContain('Posts and people')
}, 60_000)

test('the ledger is kept in the folder given, and can be asked', async () => {
  const folder = newPath('demo')
  await run(['demo', '--out', folder, '--quiet'], { now })
  const ledger = join(folder, 'walsall.sqlite')
  expect(existsSync(ledger)).toBe(true)
  const args = ['view', 'compliance', ledger, '--as-at', '2021-07-31', '--json']
  const known = async (at: string): Promise<unknown> =>
    JSON.parse((await run([...args, '--known-at', at])).out).view
  expect(await known('2021-07-31')).not.toEqual(await known('2021-10-31'))
}, 60_000)

test('a ledger that is there already is left alone', async () => {
  const folder = newPath('demo')
  await run(['demo', '--out', folder], { now })
  expect((await run(['demo', '--out', folder], { now })).code).toBe(2)
}, 60_000)
