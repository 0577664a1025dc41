/**
 * The cover sheet: what this is, on what it rests, and how to verify it.
 */
import type { Document } from '../model/document.js'
import { shorthandMeanings } from '../model/shorthand.js'
import type { Line } from './workbook.js'

/** The lines of the cover, all in column A. */
export const coverLines = (document: Document): readonly Line[] => [
  { text: document.title, style: 'title' },
  { text: document.summary, style: 'plain' },
  { text: audience(document), style: 'plain' },
  ...part('What it rests on', [
    `Ledger: ${document.origin}`,
    ...document.cover.map(({ name, value }) => `${name}: ${value}`),
  ]),
  ...part('How to verify it', document.verification),
  ...part('Shorthand', Object.values(shorthandMeanings)),
]

const part = (heading: string, texts: readonly string[]): readonly Line[] => [
  { text: heading, style: 'heading' },
  ...texts.map((text) => ({ text, style: 'plain' }) as const),
]

const audience = ({ _tag }: Document): string =>
  _tag === 'PublicDocument'
    ? 'For the public. Disclosure control has hidden or rounded small numbers.'
    : 'For the council. It may show small numbers, and is not for publication.'
