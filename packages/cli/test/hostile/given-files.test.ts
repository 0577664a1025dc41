/**
 * What is given in the place of a small file is not read for ever, and what stands in the place of
 * a pack is found before anything is written.
 */
import { existsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, ledgerWithPlans, newPath, run } from '../running.js'
import { newKey } from '../signing.js'

test.each(['/dev/zero', '/dev'])('%s is no checkpoint and no key', async (path) => {
  const ledger = await ledgerWithPlans()
  for (const option of ['--checkpoint', '--key']) {
    const { code, err } = await run(['verify', ledger, option, path])
    expect([code, err]).toEqual([3, expect.stringMatching(/it is (no file|a folder)/)])
  }
})

test('a file of two gigabytes is no checkpoint', async () => {
  const path = fileOf('')
  truncateSync(path, 2 ** 31)
  const { code, err } = await run(['verify', await ledgerWithPlans(), '--checkpoint', path])
  expect([code, err]).toEqual([3, expect.stringContaining('larger than')])
})

test('a zip file in the place of the new one leaves no folder beside it', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey('urn:send-ledger:walsall')
  const out = newPath('pack')
  writeFileSync(`${out}.zip`, 'mine')
  const argv = ['evidence', ledger, '--as-at', '2021-07-31', '--key', key, '--out', out, '--zip']
  const { code, err } = await run(argv)
  expect([code, err]).toEqual([2, expect.stringContaining(`${out}.zip already`)])
  expect(existsSync(out)).toBe(false)
})

test('a demo makes no folder above its own', async () => {
  const above = newPath('above')
  expect((await run(['demo', '--out', join(above, 'demo')])).code).toBe(3)
  expect(existsSync(above)).toBe(false)
})
