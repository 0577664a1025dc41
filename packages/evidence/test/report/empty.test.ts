import { complianceView } from '@send-ledger/compliance'
import { type Basis, civilDate, instant } from '@send-ledger/core'
import { answerOf } from '@send-ledger/core/projection'
import { reportFiles } from '@send-ledger/documents/files'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import { held } from '../../../documents/test/model/sample.js'
import { councilDocument } from '../../src/report/council-document.js'

const asAt = civilDate('2021-07-31')

const basis: Basis = {
  origin: 'urn:send-ledger:empty',
  size: 0,
  root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  asAt,
  knownAt: null,
  projection: 'compliance',
  version: 1,
  ruleSet: 'england-1',
  options: {},
}

const document = (given: Basis) =>
  councilDocument(
    { id: 'empty', title: 'Nothing yet' },
    {
      basis: given,
      compliance: answerOf([], complianceView, { asAt }),
      wsoa: answerOf([], wsoaView, { asAt }),
      workforce: answerOf([], workforceView, { asAt }),
    },
  )

test('a ledger with nothing in it gives a report that says so, in every format', () => {
  const empty = held(document(basis))
  expect(empty.sections).toEqual([])
  expect(empty.headlines).toEqual([])
  const files = reportFiles(empty)
  const page = Buffer.from(files.get('report.html') ?? []).toString('utf8')
  expect(page).toContain('nothing is recorded yet')
  expect(files.get('report.ods')?.length).toBeGreaterThan(1_000)
  expect(files.get('report.xlsx')?.length).toBeGreaterThan(1_000)
})

test('an instant in the middle of a day is told as it is', () => {
  const { cover } = document({ ...basis, knownAt: instant('2021-07-31T09:00:00.000Z') })
  expect(cover[1]).toEqual({ name: 'As known at', value: '2021-07-31T09:00:00.000Z (UTC)' })
})
