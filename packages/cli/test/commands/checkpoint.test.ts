import { chmodSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { fileOf, ledgerWithPlans, newLedger, newPath, run, textOf } from '../running.js'
import { checkpointFile, newKey } from '../signing.js'

const origin = 'urn:send-ledger:walsall'

test('the checkpoint of a ledger is three lines, and a signature', async () => {
  const ledger = await ledgerWithPlans()
  const plain = await run(['checkpoint', ledger])
  expect(plain).toMatchObject({ code: 0, err: '' })
  expect(plain.out).toMatch(/^urn:send-ledger:walsall\n6\n[A-Za-z0-9+/]{43}=\n$/)
  const { out, err } = await run(['checkpoint', ledger, '--key', await newKey(origin)])
  expect(err).toBe('')
  expect(out.startsWith(`${plain.out}\n— ${origin} `)).toBe(true)
})

test('as known at a date it is that of the records known then', async () => {
  const { out } = await run(['checkpoint', await ledgerWithPlans(), '--known-at', '2021-01-09'])
  expect(out.split('\n')[1]).toBe('3')
})

test('it is written to a new file, never over another', async () => {
  const ledger = await ledgerWithPlans()
  const path = await checkpointFile(ledger, await newKey(origin))
  const before = textOf(path)
  expect(await run(['checkpoint', ledger, '--out', path])).toMatchObject({ code: 2, out: '' })
  expect(textOf(path)).toBe(before)
})

test('a key of another name than the ledger signs, and that is said', async () => {
  const key = await newKey('council')
  const { code, err } = await run(['checkpoint', await ledgerWithPlans(), '--key', key])
  expect([code, err]).toEqual([0, expect.stringContaining('the key is called council')])
})

test('a key that others can read is said to be so', async () => {
  const key = await newKey(origin)
  chmodSync(key, 0o644)
  const { code, err } = await run(['checkpoint', await ledgerWithPlans(), '--key', key])
  expect([code, err]).toEqual([0, expect.stringContaining('others than its owner can read')])
})

test.each([
  ['a witness’s key', () => newKey('chair', '--cosignature'), 2],
  ['a public key', async () => `${await newKey(origin)}.pub`, 2],
  ['no key', async () => newPath('none.key'), 3],
])('%s does not sign it', async (_, key, code) => {
  const ran = await run(['checkpoint', await ledgerWithPlans(), '--key', await key()])
  expect(ran).toMatchObject({ code, out: '' })
})

test('what the records do not bear out is not signed', async () => {
  const ledger = await ledgerWithPlans()
  const database = new DatabaseSync(ledger)
  database.exec('DROP TRIGGER record_refuses_update')
  database.exec('UPDATE record SET leaf = zeroblob(32) WHERE position = 2')
  database.close()
  const { code, out, err } = await run(['checkpoint', ledger, '--key', await newKey(origin)])
  expect([code, out, err]).toEqual([1, '', expect.stringContaining('no checkpoint is made')])
})

describe('cosign', () => {
  test('a witness adds its line, dated by the clock', async () => {
    const checkpoint = await checkpointFile(await ledgerWithPlans(), await newKey(origin))
    const chair = await newKey('chair.example.org', '--cosignature')
    const { code, out, err } = await run(['cosign', checkpoint, '--key', chair])
    expect([code, err]).toEqual([0, expect.stringContaining('was not checked')])
    expect(out.startsWith(`${textOf(checkpoint)}— chair.example.org `)).toBe(true)
    const bytes = Buffer.from(out.trim().split(' ').at(-1) ?? '', 'base64')
    expect(bytes.readBigUInt64BE(4)).toBe(BigInt(Date.parse('2021-09-01T12:00:00Z') / 1000))
  })

  test('a witness may want the ledger’s signature first', async () => {
    const key = await newKey(origin)
    const checkpoint = await checkpointFile(await ledgerWithPlans(), key)
    const chair = await newKey('chair', '--cosignature')
    const cosign = (signedBy: string) =>
      run(['cosign', checkpoint, '--key', chair, '--signed-by', signedBy])
    expect(await cosign(`${key}.pub`)).toMatchObject({ code: 0, err: '' })
    expect(await cosign(textOf(`${key}.pub`).trim())).toMatchObject({ code: 0, err: '' })
    expect(await cosign(`${await newKey(origin)}.pub`)).toMatchObject({ code: 1, out: '' })
  })

  test('what is no signed checkpoint is not cosigned', async () => {
    const chair = await newKey('chair', '--cosignature')
    const cosign = (file: string) => run(['cosign', file, '--key', chair, '--quiet'])
    expect(await cosign(fileOf('hello\n', 'a.txt'))).toMatchObject({ code: 2, out: '' })
    expect(await cosign(newPath('none'))).toMatchObject({ code: 3, out: '' })
    const unsigned = fileOf((await run(['checkpoint', await newLedger()])).out, 'plain')
    expect(await cosign(unsigned)).toMatchObject({ code: 2, out: '' })
  })

  test('a ledger’s key makes no cosignatures', async () => {
    const key = await newKey(origin)
    const checkpoint = await checkpointFile(await ledgerWithPlans(), key)
    expect(await run(['cosign', checkpoint, '--key', key])).toMatchObject({ code: 2, out: '' })
  })
})
