/**
 * The basis of an answer: what makes it reproducible. Same basis, same bytes, on any machine.
 */
import type { Law } from '../law/rule.js'
import type { Prefix } from '../ledger/known-prefix.js'
import { base64 } from '../proof/base64.js'
import type { CivilDate } from '../time/civil-date.js'
import type { Instant } from '../time/instant.js'

/** What an answer rests on, whole. */
export interface Basis {
  /** What the ledger calls itself. */
  readonly origin: string
  /** Number of records that were known. */
  readonly size: number
  /** Merkle root over them, base64. Source: RFC 6962 section 2.1. */
  readonly root: string
  readonly asAt: CivilDate
  /** The instant asked for, or that of the last record; null where there is no record. */
  readonly knownAt: Instant | null
  readonly projection: string
  readonly version: number
  readonly ruleSet: string
  readonly options: Readonly<Record<string, unknown>>
}

/** What was asked. */
export interface Asked {
  readonly view: { readonly name: string; readonly version: number; readonly usesLaw: boolean }
  readonly asAt: CivilDate
  readonly law: Law
  readonly options: object
}

/**
 * The basis of an answer to what was asked, from a prefix of a ledger.
 *
 * @example
 * import { civilDate, defaultLaw } from '@send-ledger/core'
 * import { basisOf } from '@send-ledger/core/figures'
 *
 * const prefix = { origin: 'urn:example', size: 0, root: new Uint8Array(32), knownAt: null }
 * const view = { name: 'compliance', version: 1, usesLaw: true }
 * const asked = { view, asAt: civilDate('2021-07-31'), law: defaultLaw, options: { cohort: 'dfe' } }
 * assert.deepStrictEqual(basisOf(prefix, asked).options, { cohort: 'dfe', counting: 'exclusive' })
 */
export const basisOf = (prefix: Prefix, { view, asAt, law, options }: Asked): Basis => ({
  origin: prefix.origin,
  size: prefix.size,
  root: base64(prefix.root),
  asAt,
  knownAt: prefix.knownAt,
  projection: view.name,
  version: view.version,
  ruleSet: law.ruleSet.name,
  options: { ...options, ...(view.usesLaw ? { counting: law.counting } : {}) },
})
