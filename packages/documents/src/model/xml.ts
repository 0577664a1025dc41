/**
 * Elements of XML, written so that no text can become markup. SVG and the spreadsheets use it.
 */
import { plainText } from './plain-text.js'

/** XML that is already written. */
export interface Xml {
  readonly xml: string
}

/** Attributes in the order in which they are written; undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; text inside is escaped. */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Xml | string)[]
): Xml => {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const inside = children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml))
    .join('')
  return { xml: inside === '' ? `<${name}${open}/>` : `<${name}${open}>${inside}</${name}>` }
}

/** A file of XML. */
export const xmlFile = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}\n`

/** Plain text in which nothing is markup. */
export const escapeXml = (text: string): string =>
  plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
