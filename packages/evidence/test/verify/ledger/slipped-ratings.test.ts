/**
 * A rating that was kept although the scale adopted just before does not have its code is found.
 */

import { createHash } from 'node:crypto'
import { instant, type Ledger, recorder } from '@send-ledger/core'
import { explainFinding, verifyLedger } from '@send-ledger/evidence/verify'
import { memoryLedger } from '@send-ledger/store-memory'
import { draft, right } from './rogue.js'

const now = () => instant('2021-12-31T12:00:00.000Z')

const scale = (...codes: readonly string[]) => ({
  scaleVersion: codes.join(),
  ratings: codes.map((code, order) => ({
    code,
    label: code,
    meaning: code,
    order,
    complete: false,
    notStarted: false,
  })),
})

const agreed = {
  programmeId: 'programme-1',
  number: '1.1',
  title: 'An action',
  areaIds: ['1'],
  workstreamId: 'ehcp',
  owner: 'Head of SEND',
  dueOn: '2021-12-31',
  successCriteria: [],
}
const established = { title: 'P', framework: 'writtenStatementOfAction' }
const rated = (rag: string) => ({ rag, reason: 'because', assessedBy: 'a role' })

const begun = [
  draft(1, 'programme-1', 'ProgrammeEstablished', '2021-05-01', established),
  draft(2, 'programme-1', 'RagScaleAdopted', '2021-05-02', scale('red', 'green')),
  draft(3, 'action-1', 'ActionAgreed', '2021-05-03', agreed),
]
const adopted = draft(4, 'programme-1', 'RagScaleAdopted', '2021-05-04', scale('red', 'blue'))
const rating = (rag: string) => draft(5, 'action-1', 'ActionRagChanged', '2021-05-05', rated(rag))

/** A store that does not look at the streams that a decision rests on. */
const notLooking = (ledger: Ledger): Ledger => ({
  ...ledger,
  append: (writes) => ledger.append(writes),
})

const ledgerOf = (): Ledger =>
  notLooking(memoryLedger({ sha256: (bytes) => createHash('sha256').update(bytes).digest(), now }))

test('a rating by a scale that had just been replaced is found, at its position', async () => {
  const ledger = ledgerOf()
  const [mine, others] = [recorder(ledger, { now }), recorder(ledger, { now })]
  right(
    await mine.record([
      ...begun,
      draft(6, 'action-1', 'ActionRagChanged', '2021-05-03', rated('green')),
    ])(),
  )
  right(await others.record([adopted])())
  expect(right(await mine.record([rating('green')])())).toMatchObject([{ _tag: 'Right' }])
  const { findings } = right(await verifyLedger(ledger)())
  expect(findings).toMatchObject([
    { _tag: 'LifeCycleBroken', rule: 'rating-of-scale', position: 5, stream: 'action-1' },
  ])
  expect(findings.map(explainFinding)[0]).toMatch(/^record 5: .*scale in use \(red, blue\)/)
})

test('what was lawful when it was recorded stays so, whatever is adopted later', async () => {
  const ledger = ledgerOf()
  right(await recorder(ledger, { now }).record([...begun, rating('green')])())
  right(await recorder(ledger, { now }).record([adopted])())
  expect(right(await verifyLedger(ledger)()).findings).toEqual([])
})

test('a correction to a code of no scale, as 0.1.0 took it, is named and no finding', async () => {
  const ledger = ledgerOf()
  right(await recorder(ledger, { now }).record([...begun, rating('green')])())
  const { event } = draft(6, 'action-1', 'EventCorrected', '2021-05-06', {
    corrects: rating('green').event.id,
    data: rated('pink'),
    reason: 'typed wrong',
  })
  right(await ledger.append([{ stream: event.stream, expected: 1, events: [event] }])())
  const { findings, notChecked } = right(await verifyLedger(ledger)())
  expect(findings).toEqual([])
  expect(notChecked).toContainEqual({
    _tag: 'TakenEarlier',
    records: [{ stream: 'action-1', position: 4 }],
  })
})
