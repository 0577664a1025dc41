import { existsSync, statSync } from 'node:fs'
import { newPath, run, textOf } from '../running.js'

test('a key pair is made in two files, and the public one is shown', async () => {
  const path = newPath('walsall.key')
  const { code, out } = await run(['key', 'new', path, '--name', 'urn:send-ledger:walsall'])
  expect(code).toBe(0)
  const verifierKey = textOf(`${path}.pub`).trim()
  expect(verifierKey).toMatch(/^urn:send-ledger:walsall\+[0-9a-f]{8}\+A[Q-Za-f]/)
  expect(out).toContain(verifierKey)
  expect(textOf(path)).toMatch(/^PRIVATE\+KEY\+/)
  expect(out).not.toContain('PRIVATE')
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('the key of a witness is of another kind, and told to programs too', async () => {
  const path = newPath('chair.key')
  const argv = ['key', 'new', path, '--name', 'chair.example.org', '--cosignature', '--json']
  const { out } = await run(argv)
  expect(JSON.parse(out)).toEqual({
    signerKeyPath: path,
    use: 'cosignature',
    verifierKey: expect.stringMatching(/^chair\.example\.org\+[0-9a-f]{8}\+B[A-P]/),
    verifierKeyPath: `${path}.pub`,
  })
})

test('a key is never overwritten', async () => {
  const path = newPath('a.key')
  await run(['key', 'new', path, '--name', 'a'])
  const before = textOf(path)
  expect(await run(['key', 'new', path, '--name', 'a'])).toMatchObject({ code: 2, out: '' })
  expect(textOf(path)).toBe(before)
})

test.each([
  ['a name with a plus', ['--name', 'a+b'], 2],
  ['no name', [], 2],
])('%s is wrong use', async (_, options, code) => {
  const path = newPath('a.key')
  expect((await run(['key', 'new', path, ...options])).code).toBe(code)
  expect(existsSync(path)).toBe(false)
})

test('a folder that is not there is said to be missing', async () => {
  const { code, err } = await run(['key', 'new', newPath('no/such/a.key'), '--name', 'a'])
  expect([code, err]).toEqual([3, expect.stringContaining('no such file')])
})

test('under --quiet nothing is printed', async () => {
  const argv = ['key', 'new', newPath('a.key'), '--name', 'a', '--quiet']
  expect(await run(argv)).toEqual({ code: 0, out: '', err: '' })
})
