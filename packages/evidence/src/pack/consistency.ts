/**
 * The proof that a ledger was only added to since an earlier pack, as a file.
 *
 * Set in stone: packs are verified years later.
 */
import { base64, base64Bytes, type Hash, type TreeHead } from '@send-ledger/core/proof'
import { canonicalJson } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** That the later tree begins with the earlier one; `verifyConsistency` takes it as it is. */
export interface ConsistencyFile {
  readonly earlier: TreeHead
  readonly later: TreeHead
  readonly hashes: readonly Hash[]
}

const head = t.strict({ size: t.number, root: t.string })
const codec = t.strict({ earlier: head, later: head, hashes: t.readonlyArray(t.string) })

/** The text of `consistency.json`: canonical JSON and a final line feed, hashes in base64. */
export const consistencyText = ({ earlier, later, hashes }: ConsistencyFile): string =>
  `${canonicalJson({
    earlier: { size: earlier.size, root: base64(earlier.root) },
    later: { size: later.size, root: base64(later.root) },
    hashes: hashes.map(base64),
  })}\n`

/** The text is no proof of consistency. */
export interface ConsistencyMalformed {
  readonly _tag: 'ConsistencyMalformed'
}

/**
 * The proof in a text; nothing of it is checked yet.
 *
 * Errors: ConsistencyMalformed, also where the text is not the canonical one.
 */
export const readConsistency = (text: string): E.Either<ConsistencyMalformed, ConsistencyFile> => {
  const json = E.tryCatch((): unknown => JSON.parse(text), E.toError)
  const decoded = E.isLeft(json) ? undefined : codec.decode(json.right)
  if (decoded === undefined || E.isLeft(decoded)) return malformed
  const { earlier, later, hashes } = decoded.right
  const roots = [base64Bytes(earlier.root), base64Bytes(later.root)] as const
  const proof = hashes.map(base64Bytes)
  if (roots[0] === undefined || roots[1] === undefined || !proof.every(isThere)) return malformed
  const file = {
    earlier: { size: earlier.size, root: roots[0] },
    later: { size: later.size, root: roots[1] },
    hashes: proof,
  }
  return consistencyText(file) === text ? E.right(file) : malformed
}

const isThere = (hash: Hash | undefined): hash is Hash => hash !== undefined

const malformed: E.Either<ConsistencyMalformed, never> = E.left({ _tag: 'ConsistencyMalformed' })
