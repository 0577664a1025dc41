/**
 * The report of the Walsall example, as at and as known on 31 July 2021.
 */
import { createHash } from 'node:crypto'
import { complianceView } from '@send-ledger/compliance'
import { answer, civilDate, instant, type Ledger, recorder, type View } from '@send-ledger/core'
import { walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import { councilDocument } from '../src/report/council-document.js'

const question = { asAt: civilDate('2021-07-31'), knownAt: instant('2021-07-31T22:59:59.999Z') }

const unwrap = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const asked = async <M extends string, O extends object, A>(
  ledger: Ledger,
  view: View<M, O, A>,
) => {
  const { basis, answer: answered } = unwrap(await answer(ledger, view, question)())
  return { basis, view: answered }
}

/** The report for the council. */
export const walsallDocument = async () => {
  const now = () => instant('2021-11-01T00:00:00.000Z')
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const ledger = memoryLedger({ sha256, now, origin: walsallOrigin })
  const outcomes = unwrap(await recorder(ledger, { now }).record(walsallHistory())())
  expect(outcomes.filter(E.isLeft)).toEqual([])
  const compliance = await asked(ledger, complianceView)
  const wsoa = await asked(ledger, wsoaView)
  const workforce = await asked(ledger, workforceView)
  return councilDocument(
    { id: 'walsall-2021-07-31', title: 'Walsall SEND improvement programme' },
    {
      basis: compliance.basis,
      compliance: compliance.view,
      wsoa: wsoa.view,
      workforce: workforce.view,
    },
  )
}
