/**
 * The report of the Walsall example, as at and as known on 31 July 2021.
 */
import { complianceView } from '@send-ledger/compliance'
import { answer, civilDate, instant, type Ledger, type View } from '@send-ledger/core'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import { walsallLedger } from '../../../test/kit/walsall.js'
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
  const ledger = await walsallLedger()
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
