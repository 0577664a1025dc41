/**
 * A pack that is on the disk already, whole and signed: what a run left that was killed after it
 * had written its pack and before it could record that it was issued.
 */

import type { VerifierKey } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { OwnView } from '../../pack/answers.js'
import { packName } from '../../pack/archive.js'
import type { Pack } from '../../pack/build.js'
import { readPack } from './read-pack.js'
import { verifyPack } from './verify-pack.js'

/** The pack at a path, where it is one that a key has signed and nothing is wrong with it. */
export const finishedPackAt = async (
  path: string,
  key: VerifierKey,
  views: readonly OwnView[] = [],
): Promise<Pack | undefined> => {
  const read = await readPack(path)()
  if (E.isLeft(read)) return undefined
  const { packRoot, basis, findings } = await verifyPack(read.right, { views, keys: [key] })
  if (findings.length > 0 || packRoot === undefined || basis === undefined) return undefined
  return { name: packName(basis), basis, bag: read.right.files, packRoot }
}
