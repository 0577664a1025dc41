import { symlinkSync } from 'node:fs'
import { fileOf, line, lines, newLedger, newPath, run, textOf } from '../running.js'

const bad = line(2, { effectivedate: '2021-02-29' })

test('what became of the lines is printed', async () => {
  const ledger = await newLedger()
  expect(await run(['import', fileOf(lines(1, 3)), '--into', ledger])).toEqual({
    code: 0,
    out: 'accepted 3, duplicate 0, rejected 0\n',
    err: '',
  })
})

test('the same file again is all duplicates', async () => {
  const ledger = await newLedger()
  const file = fileOf(lines(1, 3))
  await run(['import', file, '--into', ledger])
  const { out } = await run(['import', file, '--into', ledger])
  expect(out).toBe('accepted 0, duplicate 3, rejected 0\n')
})

test('each of several files is counted, and all together', async () => {
  const ledger = await newLedger()
  const [a, b] = [fileOf(lines(1, 3)), fileOf(lines(3, 4) + bad)]
  const { out } = await run(['import', a, b, '--into', ledger])
  expect(out.split('\n').map((text) => text.replace(/^.*: /, ''))).toEqual([
    'accepted 3, duplicate 0, rejected 0',
    'accepted 1, duplicate 1, rejected 1',
    'accepted 4, duplicate 1, rejected 1',
    '',
  ])
})

test('rejected lines are named with their reasons, and stop nothing', async () => {
  const file = fileOf(line(1) + bad + line(3))
  const { code, out, err } = await run(['import', file, '--into', await newLedger()])
  expect(code).toBe(0)
  expect(out).toBe('accepted 2, duplicate 0, rejected 1\n')
  expect(err).toMatch(/line 2: invalid-event: effectivedate: must be a date that exists/)
})

test('of many rejected lines the first ten are named', async () => {
  const { err } = await run(['import', fileOf('x\n'.repeat(25)), '--into', await newLedger()])
  // Ten lines, how many more, and that nothing was recorded.
  expect(err.trim().split('\n')).toHaveLength(12)
  expect(err).toContain('and 15 more')
})

test('rejected lines are written to a file, with the line as it was', async () => {
  const rejects = newPath('rejects.ndjson')
  const file = fileOf(`${line(1)}nonsense\n`)
  const { err } = await run(['import', file, '--into', await newLedger(), '--rejects', rejects])
  expect(err).toBe('')
  expect(JSON.parse(textOf(rejects))).toEqual({
    file,
    line: 2,
    code: 'not-json',
    reason: expect.any(String),
    raw: 'nonsense',
  })
})

test('a rejected line cannot steer the terminal that names it', async () => {
  const evil = line(2, { subject: 'case-\u009b31m' })
  const { err } = await run(['import', fileOf(evil), '--into', await newLedger()])
  expect(err).not.toContain('\u009b')
})

test('under --strict a rejected line makes the answer no, and the rest is recorded', async () => {
  const ledger = await newLedger()
  const strict = await run(['import', fileOf(line(1) + bad), '--into', ledger, '--strict'])
  expect(strict.code).toBe(1)
  expect(strict.out).toBe('accepted 1, duplicate 0, rejected 1\n')
  expect(strict.err).toMatch(/send-ledger: a line was not recorded/)
})

test('under --strict good lines give 0', async () => {
  const { code } = await run(['import', fileOf(line(1)), '--into', await newLedger(), '--strict'])
  expect(code).toBe(0)
})

test('under --json the counts are for a program', async () => {
  const file = fileOf(line(1) + bad)
  const { out } = await run(['--json', 'import', file, '--into', await newLedger()])
  expect(JSON.parse(out)).toMatchObject({
    accepted: 1,
    duplicate: 0,
    rejected: 1,
    files: [{ file, accepted: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  })
})

test('under --quiet only rejected lines are named', async () => {
  const args = ['import', fileOf(line(1) + bad), '--into', await newLedger(), '--quiet']
  const { out, err } = await run(args)
  expect([out, err]).toEqual(['', expect.stringContaining('line 2')])
})

test('standard input is a file too', async () => {
  const { out } = await run(['import', '-', '--into', await newLedger()], { stdin: lines(1, 2) })
  expect(out).toBe('accepted 2, duplicate 0, rejected 0\n')
})

test('standard input cannot be read twice', async () => {
  expect((await run(['import', '-', '-', '--into', await newLedger()])).code).toBe(2)
})

test.each(['csv', 'sen2'])('the format %s is refused in a sentence', async (format) => {
  const args = ['import', fileOf(''), '--into', await newLedger(), '--format', format]
  const { code, err } = await run(args)
  expect([code, err]).toEqual([2, expect.stringContaining(`does not read ${format}`)])
})

test('no file is touched where one of them cannot be read', async () => {
  const ledger = await newLedger()
  const missing = await run(['import', fileOf(line(1)), '/no/such/file', '--into', ledger])
  expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('no such file')])
  expect((await run(['export', ledger])).out).toBe('')
})

test('the rejected lines are not written over what is read', async () => {
  const file = fileOf(line(1))
  const { code } = await run(['import', file, '--into', await newLedger(), '--rejects', file])
  expect([code, textOf(file)]).toEqual([2, line(1)])
})

test('the rejected lines are not written over the ledger', async () => {
  const ledger = await newLedger()
  const { code } = await run(['import', fileOf(line(1)), '--into', ledger, '--rejects', ledger])
  expect(code).toBe(2)
})

test('rejected lines that cannot be written are an error', async () => {
  const args = ['import', fileOf('x'), '--into', await newLedger(), '--rejects', '/no/folder/r']
  expect((await run(args)).code).toBe(3)
})

test('a ledger that is not there is not made by an import', async () => {
  const { code, err } = await run(['import', fileOf(line(1)), '--into', newPath('a.sqlite')])
  expect([code, err]).toEqual([3, expect.stringContaining('send-ledger init')])
})

test('a file that is no ledger is not written to', async () => {
  const notes = fileOf('my notes', 'notes.txt')
  const { code } = await run(['import', fileOf(line(1)), '--into', notes])
  expect([code, textOf(notes)]).toEqual([3, 'my notes'])
})

test('twenty thousand lines are recorded, and taken up where an import was killed', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 12_345)), '--into', ledger])
  const { out } = await run(['import', fileOf(lines(1, 20_000)), '--into', ledger])
  expect(out).toBe('accepted 7655, duplicate 12345, rejected 0\n')
}, 120_000)

test('a file is known under its other names: nothing is read and written at once', async () => {
  const ledger = await newLedger()
  const file = fileOf(`${line(1)}\n`)
  const link = `${file}.link`
  symlinkSync(file, link)
  const { code, err } = await run(['import', file, '--into', ledger, '--rejects', link])
  expect([code, err]).toEqual([2, expect.stringContaining('read and written at once')])
  expect(textOf(file)).toBe(`${line(1)}\n`)
})
