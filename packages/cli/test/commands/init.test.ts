import { existsSync } from 'node:fs'
import { fileOf, newLedger, newPath, run } from '../running.js'

test('a new ledger is made, called after its file', async () => {
  const path = newPath('walsall.sqlite')
  expect(await run(['init', path])).toEqual({
    code: 0,
    out: `Made ${path}, an empty ledger called urn:send-ledger:walsall.\n`,
    err: '',
  })
  expect(existsSync(path)).toBe(true)
})

test('the ledger may be given a name', async () => {
  const path = newPath('a.sqlite')
  const { out } = await run(['init', path, '--origin', 'urn:send-ledger:north', '--json'])
  expect(JSON.parse(out)).toEqual({ ledger: path, origin: 'urn:send-ledger:north', size: 0 })
})

test('under --quiet nothing is printed', async () => {
  expect(await run(['init', newPath('a.sqlite'), '--quiet'])).toEqual({ code: 0, out: '', err: '' })
})

test('what stands at the path is left alone', async () => {
  const path = fileOf('my notes', 'notes.sqlite')
  const { code, err } = await run(['init', path])
  expect([code, err]).toEqual([2, expect.stringContaining('already')])
})

test('a ledger is not made over another', async () => {
  expect((await run(['init', await newLedger()])).code).toBe(2)
})

test('a folder that is not there is said to be missing', async () => {
  const { code, err } = await run(['init', newPath('no/such/folder/a.sqlite')])
  expect([code, err.trim().split('\n')]).toEqual([3, [expect.any(String)]])
})

test('a name with a line feed is refused, for it stands on a line of its own', async () => {
  expect((await run(['init', newPath('a.sqlite'), '--origin', 'a\nb'])).code).toBe(2)
})

test('a URL of another kind is refused in a sentence that does not repeat it', async () => {
  const { code, err } = await run(['init', 'postgres://u:secret@localhost/walsall'])
  expect(code).toBe(2)
  expect(err).toMatch(/^send-ledger: a ledger is no postgres:\/\/ URL/)
  expect(err).not.toContain('secret')
})

test('a server that is not there is told without what is secret in its address', async () => {
  const { code, err } = await run(['init', 'esdb://u:secret@127.0.0.1:1?tls=false'])
  expect(code).toBe(3)
  expect(err).toContain('credentials are not sent without TLS')
  expect(err).not.toContain('secret')
})
