/**
 * A pack that an earlier run finished and was killed before it could record: it stands in its
 * place, signed, and the ledger does not know of it. The same run again takes it up.
 */
import { explain, type Ledger, londonDate } from '@send-ledger/core'
import { base64 } from '@send-ledger/core/proof'
import { canonicalJson } from '@send-ledger/core/records'
import { evidenceIssued, type Pack } from '@send-ledger/evidence'
import { finishedPackAt } from '@send-ledger/evidence/verify'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Issue } from './issue.js'

/** The pack in the place of the one wanted, where it is that and the ledger does not know of it. */
export const leftFinished = async (
  { io: { now } }: Terminal,
  ledger: Ledger,
  wanted: Issue,
): Promise<Outcome<Pack | undefined>> => {
  const pack = await finishedPackAt(wanted.folder, wanted.signer.key, wanted.views)
  if (pack === undefined || !isWanted(pack, wanted)) return E.right(undefined)
  const { id, stream } = evidenceIssued(pack, londonDate(now()))
  const records = await ledger.readStream(stream)()
  if (E.isLeft(records)) return notDone(explain(records.left))
  if (records.right.some((record) => record.id === id)) return E.right(undefined)
  const root = await ledger.rootAt(pack.basis.size)()
  // A pack of more records than the ledger has is of another one.
  const isOurs = E.isRight(root) && base64(root.right) === pack.basis.root
  return E.right(isOurs ? pack : undefined)
}

const isWanted = ({ basis }: Pack, { asAt, knownAt, title, to, law, ...wanted }: Issue): boolean =>
  basis.asAt === asAt &&
  (knownAt === undefined || basis.knownAt === knownAt) &&
  (title === undefined || basis.title === title) &&
  (basis.to ?? undefined) === to &&
  basis.counting === law.counting &&
  (basis.public !== undefined) === (wanted.public !== undefined) &&
  (basis.public !== undefined || areAskedSo(basis.views, wanted.views))

/** Whether views of the council's own stand in a pack with the options that are wanted. */
const areAskedSo = (
  asked: Pack['basis']['views'],
  views: NonNullable<Issue['views']> = [],
): boolean =>
  views.every(({ name, usesLaw, defaults }) => {
    const { counting, ...options } = asked.find((each) => each.name === name)?.options ?? {}
    const found = usesLaw ? options : { ...options, counting }
    return canonicalJson(found) === canonicalJson(defaults)
  })

/** Whether a zip file holds the same pack. */
export const isSamePack = async (
  zip: string,
  pack: Pack,
  { signer, views }: Issue,
): Promise<boolean> => (await finishedPackAt(zip, signer.key, views))?.packRoot === pack.packRoot
