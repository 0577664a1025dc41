/**
 * The pseudonyms of a pack for the public: the same basis and key give the same, so that the pack
 * can be made again; who has no key of the ledger can neither make them nor undo them.
 */
import { StreamId } from '@send-ledger/core'
import type { Signer } from '@send-ledger/core/proof'
import { categoryOf } from '@send-ledger/core/records'
import { pseudonymsOf } from '@send-ledger/disclosure'
import { basisText, type PackBasis } from '../pack/basis.js'
import type { RecordsRead } from '../report/of-records/records-read.js'
import { sha256 } from '../sign/cryptography.js'

/** The first line of what is signed. It is no checkpoint: its second line is no number. */
const purpose = 'send-ledger/pseudonyms/v1'

/**
 * Pseudonyms under a key of this pack: the SHA-256 of the ledger's signature of the basis. An Ed25519
 * signature is the same every time; it is thrown away, so that nobody else ever has it.
 *
 * Source: RFC 8032 section 5.1.6 (the signature depends on the key and the text alone).
 */
export const packPseudonyms = (signer: Signer, basis: PackBasis): ((subject: string) => string) => {
  const text = `${purpose}\n${basisText(basis)}`
  const key = sha256(signer.sign(new TextEncoder().encode(text)))
  return pseudonymsOf({ key, purpose: 'subject' })
}

/** Programmes and measures are no subjects of anything: the public knows them by their names. */
const named: readonly string[] = ['programme', 'measure']

/** The name of a text in a pack: a subject of these records has its pseudonym, the rest stays. */
export const namesIn =
  (records: RecordsRead, pseudonym: (subject: string) => string) =>
  (text: string): string => {
    if (!StreamId.is(text) || named.includes(categoryOf(text))) return text
    return records.ofStream(text).length === 0 ? text : pseudonym(text)
  }
