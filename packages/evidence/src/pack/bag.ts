/**
 * The bag of a pack: manifests of every file, and what the bag is.
 *
 * Source: RFC 8493 (BagIt 1.0).
 */
import { londonDate } from '@send-ledger/core'
import { plainText } from '@send-ledger/documents'
import type { PackBasis } from './basis.js'
import { type Content, digest } from './content.js'
import { bagFiles, payload } from './layout.js'

/** Files by their paths relative to the bag. */
export type Bag = ReadonlyMap<string, Content>

/**
 * The bag of payload files, given by their paths relative to the payload.
 *
 * The date of bagging is that of the state of knowledge, not that of any clock: the same basis
 * gives the same bytes on any day.
 */
export const bagOf = (files: Bag, basis: PackBasis): Bag => {
  const data = [...files].map(([path, bytes]) => [`${payload}${path}`, bytes] as const)
  const tags = [
    [bagFiles.declaration, utf8(declaration)],
    [bagFiles.info, utf8(infoText(data, basis))],
    [bagFiles.sha256, utf8(manifestText('sha256', data))],
    [bagFiles.sha512, utf8(manifestText('sha512', data))],
  ] as const
  return new Map(
    [...data, ...tags, [bagFiles.tags, utf8(manifestText('sha256', tags))] as const].sort(byPath),
  )
}

/**
 * What a pack is known by: the SHA-256 of its tag manifest, which binds every byte of it.
 *
 * Unit: 64 hexadecimal digits, as `sha256sum tagmanifest-sha256.txt` prints them.
 */
export const packRootOf = (tagManifest: Content): string => digest('sha256', tagManifest)

/** A line for each file, sorted by path: `sha256sum -c` reads it. */
export const manifestText = (
  algorithm: 'sha256' | 'sha512',
  files: readonly (readonly [path: string, bytes: Content])[],
): string =>
  files
    .toSorted(byPath)
    .map(([path, bytes]) => `${digest(algorithm, bytes)}  ${path}\n`)
    .join('')

const byPath = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) =>
  a < b ? -1 : 1

const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

const infoText = (
  data: readonly (readonly [string, Content])[],
  { title, origin, asAt, knownAt, software }: PackBasis,
): string => {
  const octets = data.reduce((sum, [, bytes]) => sum + bytes.length, 0)
  const lines = [
    ['External-Description', `${title}, as at ${asAt}, as known at ${knownAt}`],
    ['External-Identifier', origin],
    ['Bagging-Date', londonDate(knownAt)],
    ['Payload-Oxum', `${octets}.${data.length}`],
    ['Bag-Software-Agent', `${software.name} ${software.version}`],
  ] as const
  return lines.map(([label, value]) => `${label}: ${plainText(value)}\n`).join('')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
