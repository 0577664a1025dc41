/**
 * What the signature of a pack covers besides the ledger: every file of its payload. The checkpoint
 * of a pack has a fourth line for it, which is signed like the other three.
 *
 * Set in stone: packs are handed out, and verified years later.
 * Source: C2SP tlog-checkpoint v1.0.0, "Extension lines".
 */
import { type Bag, manifestText } from './bag.js'
import { digest } from './content.js'
import { files, inclusionFolder, payload } from './layout.js'

/**
 * Files that cannot be covered: the checkpoint itself, and what is made with it at hand. They are
 * checked by themselves.
 */
const isUncovered = (path: string): boolean =>
  path === files.checkpoint || path === files.crate || path.startsWith(inclusionFolder)

const start = 'send-ledger-pack sha256 '

/**
 * The line for payload files, given by their paths relative to the payload: the SHA-256 of the
 * lines of `manifest-sha256.txt` but those of the checkpoint, of proofs of single records, which hold the
 * checkpoint, and of `ro-crate-metadata.json`. `grep -v` and `sha256sum` give it.
 */
export const sealOf = (of: Bag): string => {
  const covered = [...of]
    .filter(([path]) => !isUncovered(path))
    .map(([path, bytes]) => [`${payload}${path}`, bytes] as const)
  return `${start}${digest('sha256', new TextEncoder().encode(manifestText('sha256', covered)))}`
}

/** The line of a checkpoint; undefined where it has none, as that of a ledger alone. */
export const sealIn = (extensions: readonly string[]): string | undefined =>
  extensions.find((line) => line.startsWith(start))
