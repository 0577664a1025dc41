/**
 * What is given in the place of a small file is not read for ever, and what stands in the place of
 * a pack is found before anything is written.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
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

test('a device or a pipe is no pack and no policy, alone or in a folder', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey('urn:send-ledger:walsall')
  const pipe = newPath('pipe')
  execFileSync('mkfifo', [pipe])
  const folder = newPath('pack')
  mkdirSync(join(folder, 'data'), { recursive: true })
  symlinkSync('/dev/zero', join(folder, 'data', 'basis.json'))
  execFileSync('mkfifo', [join(folder, 'bagit.txt')])
  const evidence = ['evidence', ledger, '--as-at', '2021-07-31', '--key', key]
  for (const path of ['/dev/zero', pipe]) {
    const out = newPath('out')
    for (const argv of [
      ['verify', path],
      [...evidence, '--out', out, '--previous', path],
      [...evidence, '--out', out, '--public', '--policy', path],
    ]) {
      const { code, err } = await run(argv)
      expect([argv, code, err]).toEqual([argv, 3, expect.stringContaining('it is no file but')])
    }
  }
  const previous = await run([...evidence, '--out', newPath('out'), '--previous', folder])
  expect(previous.code).toBeGreaterThan(1)
  const verified = await run(['verify', folder])
  expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('NotAFile')])
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
