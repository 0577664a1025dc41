/**
 * That a pack was issued, as an event of the ledger itself.
 */
import { type CivilDate, checkEvent, type NewEvent, streamId } from '@send-ledger/core'
import { catalogue } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { Pack } from './build.js'
import { digest } from './content.js'

/** The stream in which a ledger speaks of itself. */
export const ledgerStream = streamId('ledger-main')

/**
 * The event that says that a pack was issued on a day. The same pack has the same id, so that one
 * that is made again is not issued twice.
 */
export const evidenceIssued = (
  { packRoot, basis: { title, to, asAt, knownAt } }: Pick<Pack, 'packRoot' | 'basis'>,
  on: CivilDate,
): NewEvent => {
  const event = checkEvent({
    id: issuedId(packRoot),
    type: 'EvidenceIssued',
    version: catalogue.EvidenceIssued.version,
    stream: ledgerStream,
    effectiveOn: on,
    data: { packRoot, title, ...(to === null ? {} : { to }), asAt, knownAt },
  })
  if (E.isRight(event)) return event.right
  throw new TypeError(JSON.stringify(event.left.flaws))
}

/** Source: RFC 9562 section 5.8, a UUID of version 8: the first bits of a hash of the pack root. */
const issuedId = (packRoot: string): string => {
  const hex = digest('sha256', new TextEncoder().encode(`EvidenceIssued ${packRoot}`))
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-')
}

/** What is wrong with a title or an addressee; undefined where it can be recorded. */
export const flawOfWords = (title: string, to: string | undefined): string | undefined => {
  const checked = checkEvent({
    id: '00000000-0000-8000-8000-000000000000',
    type: 'EvidenceIssued',
    version: catalogue.EvidenceIssued.version,
    stream: ledgerStream,
    effectiveOn: '2021-01-01',
    data: {
      packRoot: 'root',
      title,
      ...(to === undefined ? {} : { to }),
      asAt: '2021-01-01',
      knownAt: '2021-01-01T00:00:00.000Z',
    },
  })
  if (E.isRight(checked)) return undefined
  const [flaw] = checked.left.flaws
  return flaw === undefined ? '' : `${flaw.at.replace('data.', '')}: ${flaw.problem}`
}
