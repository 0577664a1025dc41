/**
 * The report of the Walsall example as files, as at and as known on 31 July 2021: made by the
 * packages as they are built, through their doors.
 */
import { complianceView } from '@send-ledger/compliance'
import { answer, civilDate, instant, recorder } from '@send-ledger/core'
import { checkDocument } from '@send-ledger/documents'
import { reportFiles } from '@send-ledger/documents/files'
import { councilDocument } from '@send-ledger/evidence/report'
import { sha256 } from '@send-ledger/evidence/sign'
import { walsallHistory, walsallOrigin } from '@send-ledger/example-walsall'
import { memoryLedger } from '@send-ledger/store-memory'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'

const question = { asAt: civilDate('2021-07-31'), knownAt: instant('2021-07-31T22:59:59.999Z') }

/** What is right; a mistake of the test's own where it is not. */
const right = (either) => {
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

/** The report's document, and the bytes of each of its files by path. */
export const walsallReport = async () => {
  const now = () => instant('2021-11-01T00:00:00.000Z')
  const ledger = memoryLedger({ sha256, now, origin: walsallOrigin })
  right(await recorder(ledger, { now }).record(walsallHistory())()).forEach(right)
  const asked = async (view) => right(await answer(ledger, view, question)())
  const compliance = await asked(complianceView)
  const document = councilDocument(
    { id: 'walsall-2021-07-31', title: 'Walsall SEND improvement programme' },
    {
      basis: compliance.basis,
      compliance: compliance.answer,
      wsoa: (await asked(wsoaView)).answer,
      workforce: (await asked(workforceView)).answer,
    },
  )
  return { document, files: reportFiles(right(checkDocument(document))) }
}
