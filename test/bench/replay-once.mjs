/** Replays a ledger once: run by itself, to see how much memory that takes. */
import { core, openSqliteLedger, projections, right } from './ours.mjs'

const ledger = right(await openSqliteLedger(process.argv[2])())
right(await core.replay(ledger, new core.Fold(projections, core.defaultLaw))())
await ledger.close()()
