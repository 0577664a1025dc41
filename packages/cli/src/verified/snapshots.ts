/**
 * Snapshots that answers are read from, compared with a replay: a wrong one gives wrong figures,
 * though the ledger is right.
 */
import { complianceView } from '@send-ledger/compliance'
import { defaultLaw, explain, type Ledger } from '@send-ledger/core'
import { isSnapshotTrue } from '@send-ledger/core/store'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import type { Said } from './report.js'

const views = [complianceView, wsoaView, workforceView]

const laws = (['exclusive', 'inclusive'] as const).map((counting) => ({ ...defaultLaw, counting }))

/** The snapshots that are not what a replay of the ledger gives. */
export const wrongSnapshots = async (ledger: Ledger): Promise<Outcome<readonly Said[]>> => {
  const wrong: Said[] = []
  for (const view of views) {
    for (const law of laws) {
      const isTrue = await isSnapshotTrue({ ledger, view, law })
      if (E.isLeft(isTrue)) return notDone(explain(isTrue.left))
      if (isTrue.right === false) wrong.push(said(view.name))
    }
  }
  return E.right(wrong)
}

const said = (view: string): Said => ({
  _tag: 'SnapshotWrong',
  says: `the snapshot of ${view} that this user's answers are read from is not what the records give. Ask with --no-snapshots, and delete the folder send-ledger among what the user may delete at any time (XDG_CACHE_HOME or ~/.cache).`,
})
