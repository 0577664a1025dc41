/**
 * A ledger that is only read, from a file that is opened anew when somebody has begun to write.
 */
import type { Ledger, LedgerFailure } from '@send-ledger/core'
import type { Audit } from '@send-ledger/core/proof'
import { ledgerOfStore } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'

/** A ledger on one connection. */
export interface Current extends Ledger {
  /** Whether what it gave is as it stands in the file. */
  readonly isCurrent: () => boolean
}

type Given<A> = Promise<E.Either<LedgerFailure, A>>

/** The ledger whose connection is made by a function, again whenever it must be. */
export const readingLedger = async (open: () => Given<Current>): Given<Ledger> => {
  const first = await open()
  if (E.isLeft(first)) return first
  let ledger = first.right
  const asking = async <A>(ask: (ledger: Current) => Given<A>): Given<A> => {
    for (;;) {
      const asked = ledger
      const given = await ask(asked)
      if (asked.isCurrent()) return given
      if (ledger === asked) {
        const anew = await open()
        if (E.isLeft(anew)) return anew
        await asked.close()()
        ledger = anew.right
      }
    }
  }
  const { origin, append, snapshots, audit } = ledger
  const reading: Ledger = {
    origin,
    append,
    readStream: (stream) => () => asking((now) => now.readStream(stream)()),
    readAll: (page) => () => asking((now) => now.readAll(page)()),
    head: () => () => asking((now) => now.head()()),
    sizeKnownAt: (known) => () => asking((now) => now.sizeKnownAt(known)()),
    rootAt: (size) => () => asking((now) => now.rootAt(size)()),
    grown: (size, stop) => () => asking((now) => now.grown(size, stop)()),
    close: () => () => ledger.close()(),
    ...(snapshots ? { snapshots } : {}),
    ...(audit ? { audit: audited(asking) } : {}),
  }
  return E.right(ledgerOfStore(reading))
}

const audited = (asking: <A>(ask: (ledger: Current) => Given<A>) => Given<A>): Audit => ({
  records: (stretch) => () => asking(({ audit }) => (audit as Audit).records(stretch)()),
  edges: () => () => asking(({ audit }) => (audit as Audit).edges()()),
  flaws: () => () => asking(({ audit }) => (audit as Audit).flaws()()),
})
