import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from '@photostructure/sqlite'
import { program } from '../../../../test/kit/command.js'
import { sampled } from '../../../../test/kit/long.js'
import { fileOf, ledgerWithPlans, line, lines, newLedger, newPath, run, uuid } from '../running.js'

const rows = (path: string, sql: string): unknown[] => {
  const database = new DatabaseSync(path, { readOnly: true })
  const found = database.prepare(sql).all()
  database.close()
  return found.map((row) => Object.values(row as object))
}

test('the figures of a view can be summed in SQL', async () => {
  const into = newPath('bi.sqlite')
  const { code, out, err } = await run(['tables', await ledgerWithPlans(), '--into', into])
  expect([code, err]).toEqual([0, ''])
  expect(out.split('\n').sort()).toEqual([
    '',
    'compliance covers 6 records.',
    'workforce covers 6 records.',
    'wsoa covers 6 records.',
  ])
  const inTime = `SELECT sum(change) FROM compliance
    WHERE measure = 'inTime' AND dimension_1 = 'all' AND dimension_2 = 'all'
      AND happened_on BETWEEN '2021-05-01' AND '2021-05-31'`
  expect(rows(into, inTime)).toEqual([[1]])
})

test('facts can be read in SQL: what a measure of impact is, and its latest value', async () => {
  const told = (n: number, type: string, effectivedate: string, data: object) =>
    line(n, {
      id: uuid(n),
      type: `uk.send-ledger.${type}.v1`,
      subject: 'measure-1',
      effectivedate,
      data,
    })
  const defined = {
    programmeId: 'programme-1',
    title: 'Plans within 20 weeks',
    unit: 'percent',
    better: 'higher',
    baseline: { value: 12.5, on: '2020-01-01' },
    target: { value: 60, by: '2021-12-31' },
  }
  const ledger = await newLedger()
  const records = [
    told(1, 'MeasureDefined', '2021-01-04', defined),
    told(2, 'MeasureRecorded', '2021-05-31', { value: 40, status: 'actual' }),
  ]
  const imported = await run(['import', fileOf(records.join('\n')), '--into', ledger])
  expect(imported).toMatchObject({ code: 0, err: '' })
  const into = newPath('bi.sqlite')
  const { code, err } = await run(['tables', ledger, '--into', into, '--view', 'wsoa'])
  expect([code, err]).toEqual([0, ''])
  const facts = `SELECT dimension_1, dimension_2 ->> '$.title', dimension_2 ->> '$.value' FROM wsoa
    WHERE measure IN ('impact', 'actual') ORDER BY measure DESC`
  expect(rows(into, facts)).toEqual([
    ['measure-1', 'Plans within 20 weeks', null],
    ['measure-1', null, '40'],
  ])
})

test('a view that has no tables is wrong use', async () => {
  const { code, err } = await run([
    'tables',
    await newLedger(),
    '--into',
    newPath('bi.sqlite'),
    '--view',
    'capacity',
  ])
  expect([code, err]).toEqual([2, expect.stringContaining('no tables of capacity')])
})

test('a process that is killed again and again leaves what the next one goes on from', async () => {
  const ledger = await newLedger()
  await run(['import', fileOf(lines(1, 9000)), '--into', ledger])
  const into = newPath('bi.sqlite')
  for (const killed of sampled([...Array(12).keys()], 4)) {
    const child = spawn(process.execPath, [program, 'tables', ledger, '--into', into])
    setTimeout(() => child.kill('SIGKILL'), 250 + 40 * killed)
    await once(child, 'exit')
  }
  expect((await run(['tables', ledger, '--into', into])).code).toBe(0)
  const counted =
    "SELECT count(*), count(DISTINCT subject) FROM compliance WHERE measure = 'requests'"
  expect(rows(into, counted)).toEqual([[9000, 9000]])
  const whole = newPath('whole.sqlite')
  await run(['tables', ledger, '--into', whole])
  const all = 'SELECT count(*), sum(position), sum(change), max(happened_on) FROM compliance'
  expect(rows(into, all)).toEqual(rows(whole, all))
}, 60_000)

test('one that follows ends when it is interrupted', async () => {
  const ledger = await ledgerWithPlans()
  const child = spawn(process.execPath, [
    program,
    'tables',
    ledger,
    '--into',
    newPath('bi.sqlite'),
    '--view',
    'compliance',
    '--follow',
  ])
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})
