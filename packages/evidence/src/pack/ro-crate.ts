/**
 * The metadata of a pack: what it is, by which software it was made, and from what.
 *
 * Source: RO-Crate 1.2; W3C PROV-O for who made what from what.
 */
import { londonDate } from '@send-ledger/core'
import { plainText } from '@send-ledger/documents'
import type { Bag } from './bag.js'
import type { PackBasis } from './basis.js'
import type { Content } from './content.js'
import { kindOf } from './file-kinds.js'
import { files } from './layout.js'

const specification = 'https://w3id.org/ro/crate/1.2'

/** The text of `ro-crate-metadata.json` for payload files by their paths, itself left out. */
export const roCrateText = (basis: PackBasis, payload: Bag): string => {
  const parts = [...payload].filter(([path]) => path !== files.crate)
  const crate = {
    '@context': [`${specification}/context`, { prov: 'http://www.w3.org/ns/prov#' }],
    '@graph': [
      descriptor,
      root(
        basis,
        parts.map(([path]) => path),
      ),
      ...parts.map(([path, bytes]) => part(path, bytes)),
      making(basis),
      software(basis),
      ledger(basis),
      ...(basis.previous === null ? [] : [previous(basis.previous)]),
      ...(basis.to === null ? [] : [audience(basis.to)]),
      termsOf(basis),
    ],
  }
  return `${JSON.stringify(crate, null, 2)}\n`
}

const descriptor = {
  '@id': files.crate,
  '@type': 'CreativeWork',
  about: { '@id': './' },
  conformsTo: { '@id': specification },
}

const ids = {
  making: '#making',
  software: '#software',
  ledger: '#ledger',
  previous: '#previous-pack',
  terms: '#terms-of-use',
  audience: '#audience',
} as const

const refer = (id: string) => ({ '@id': id })

const root = (
  { title, asAt, knownAt, to, previous: before }: PackBasis,
  paths: readonly string[],
): object => ({
  '@id': './',
  '@type': ['Dataset', 'prov:Entity'],
  name: plainText(title),
  description: `Evidence from a ledger of a SEND improvement programme, as at ${asAt}, as known at ${knownAt}.`,
  // The same basis gives the same bytes: the date is that of what was known, not of any clock.
  datePublished: londonDate(knownAt),
  license: refer(ids.terms),
  ...(to === null ? {} : { audience: refer(ids.audience) }),
  hasPart: paths.map(refer),
  mentions: [refer(ids.making)],
  'prov:wasGeneratedBy': refer(ids.making),
  'prov:wasDerivedFrom': [refer(ids.ledger), ...(before === null ? [] : [refer(ids.previous)])],
})

const part = (path: string, bytes: Content): object => ({
  '@id': path,
  '@type': 'File',
  ...kindOf(path),
  contentSize: String(bytes.length),
})

const making = ({ asAt, previous: before }: PackBasis): object => ({
  '@id': ids.making,
  '@type': ['CreateAction', 'prov:Activity'],
  name: `Making the pack as at ${asAt}`,
  instrument: refer(ids.software),
  object: refer(ids.ledger),
  result: refer('./'),
  'prov:wasAssociatedWith': refer(ids.software),
  'prov:used': [refer(ids.ledger), ...(before === null ? [] : [refer(ids.previous)])],
})

const software = ({ software: { name, version } }: PackBasis): object => ({
  '@id': ids.software,
  '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
  name,
  version,
})

const ledger = ({ origin, size, root: merkle, knownAt }: PackBasis): object => ({
  '@id': ids.ledger,
  '@type': ['Dataset', 'prov:Entity'],
  name: plainText(origin),
  identifier: plainText(origin),
  description: `The first ${size} records of the ledger, all that was known at ${knownAt}; Merkle root ${merkle}.`,
})

const previous = ({
  title,
  asAt,
  knownAt,
  packRoot,
}: NonNullable<PackBasis['previous']>): object => ({
  '@id': ids.previous,
  '@type': ['Dataset', 'prov:Entity'],
  name: plainText(title),
  identifier: packRoot,
  description: `The previous pack, as at ${asAt}, as known at ${knownAt}.`,
})

const audience = (to: string): object => ({
  '@id': ids.audience,
  '@type': 'Audience',
  name: plainText(to),
})

const termsOf = (basis: PackBasis): object =>
  basis.public === undefined ? forTheCouncil : forThePublic

const forTheCouncil = {
  '@id': ids.terms,
  '@type': 'CreativeWork',
  name: 'For the council, not for publication',
  description:
    'The pack shows small numbers and pseudonyms. Whoever receives it may check it and quote ' +
    'its totals; the council decides on anything else.',
}

const forThePublic = {
  '@id': ids.terms,
  '@type': 'CreativeWork',
  name: 'For the public',
  description:
    'Small numbers of people, and what would give them away, are hidden by the policy in ' +
    'basis.json. The pack holds no records of people.',
}
