/**
 * Spreadsheets opened again: their parts as parsed XML.
 */
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'

/** The names and texts of the files in a zip, in their order. */
export const filesIn = (zip: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))

const { DOMParser } = new JSDOM('').window

/** A document parsed strictly: what is not well-formed is an error. */
export const parsed = (xml: string): Document => {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const error = document.getElementsByTagName('parsererror')[0]
  if (error) throw new Error(error.textContent ?? 'not well-formed')
  return document
}

/** The elements of a name, with its prefix as it is written. */
export const all = (from: Document | Element, name: string): readonly Element[] => [
  ...from.getElementsByTagName(name),
]

/** The value of an attribute, or nothing. */
export const attribute = (element: Element | undefined, name: string): string =>
  element?.getAttribute(name) ?? ''
