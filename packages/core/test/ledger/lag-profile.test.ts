/**
 * How late records were made, and what stands out before a visit.
 */
import type { LedgerRecord } from '@send-ledger/core'
import { gradeOf, importedRanges, LagProfile, occasionOf } from '@send-ledger/core/records'
import { event } from '../given.js'

const record = (n: number, type: string, on: string, recordedOn: string, data = {}): LedgerRecord =>
  ({
    ...event(
      n,
      type === 'MonitoringVisitHeld' ? 'oversight-1' : `action-${n}`,
      type as never,
      on,
      data,
    ),
    position: n,
    revision: 0,
    recordedAt: `${recordedOn}T12:00:00.000Z`,
  }) as never

const profileOf = (...records: readonly LedgerRecord[]) => {
  const profile = new LagProfile(gradeOf([]), occasionOf)
  for (const each of records) profile.add(each)
  return profile
}

const note = 'ActionProgressNoted'

test('records are graded by their lag, by type and month of recording', () => {
  const rows = profileOf(
    record(0, note, '2021-05-03', '2021-05-10'),
    record(1, note, '2021-05-03', '2021-05-11'),
    record(2, note, '2021-01-01', '2021-05-11'),
    record(3, note, '2021-05-31', '2021-06-01'),
  ).rows()
  expect(rows).toEqual([
    {
      type: note,
      month: '2021-05',
      count: 3,
      byGrade: { contemporaneous: 1, late: 1, reconstructed: 1, imported: 0 },
      medianDays: 8,
      maxDays: 130,
    },
    expect.objectContaining({ month: '2021-06', count: 1, medianDays: 1 }),
  ])
})

test('a week of late entries before a visit is flagged, the same elsewhere is not', () => {
  const late = (from: number, week: string) =>
    Array.from({ length: 6 }, (_, i) => record(from + i, note, '2021-01-04', week))
  const usual = Array.from({ length: 9 }, (_, i) => {
    const day = `2021-03-${String(1 + i * 3).padStart(2, '0')}`
    return record(100 + i, note, day, day)
  })
  const visit = record(200, 'MonitoringVisitHeld', '2021-07-23', '2021-07-23', { by: ['DfE'] })
  const spikes = profileOf(
    ...usual,
    ...late(0, '2021-05-12'),
    ...late(50, '2021-07-14'),
    visit,
  ).spikes()
  expect(spikes).toEqual([
    { weekOf: '2021-07-12', late: 6, usual: 0, near: 'beforeVisit', on: '2021-07-23' },
  ])
})

test('what an import declares as kept is imported', () => {
  const declared = {
    ...event(9, 'ledger-main', 'ImportDeclared', '2021-05-04'),
    data: { source: 'a file', sha256: '', count: 3, recordedAt: 'kept' },
    position: 5,
  } as never
  const grade = gradeOf(importedRanges([declared]))
  expect([1, 2, 4, 5].map((n) => grade(record(n, note, '2021-05-03', '2021-05-03')))).toEqual([
    'contemporaneous',
    'imported',
    'imported',
    'contemporaneous',
  ])
})
