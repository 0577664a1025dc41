/**
 * What is asked of a pack for the public, and which packs are public already.
 */
import type { Policy } from '@send-ledger/disclosure'
import type { EarlierPack } from '../public/public-files.js'
import type { PreviousPack } from './previous.js'

/** What is asked of a pack for the public. */
export interface PublicOrder {
  readonly policy: Policy
  /** Packs that are public already, besides the previous one: what they show is known. */
  readonly earlier?: readonly PreviousPack[] | undefined
}

/** A pack that was given as public, and is for the council. */
export interface NotPublic {
  readonly _tag: 'NotPublic'
  readonly title: string
}

/** By the as-at date there is no figure that may be shown to the public, and no record to prove. */
export interface NothingToShow {
  readonly _tag: 'NothingToShow'
}

/** Whether a pack was made for the public. */
export const isPublic = (pack: PreviousPack): pack is EarlierPack => 'public' in pack.basis

/** The packs that are public already, each once: the previous one too, if it is. */
export const earlierPacks = (
  { earlier = [] }: PublicOrder,
  previous: PreviousPack | undefined,
): readonly EarlierPack[] => [
  ...new Map(
    [...(previous === undefined ? [] : [previous]), ...earlier]
      .filter(isPublic)
      .map((pack) => [pack.packRoot, pack] as const),
  ).values(),
]
