/**
 * A report as an OpenDocument spreadsheet, the format that government publishes in.
 *
 * Source: OASIS OpenDocument 1.3 parts 2 (packages) and 3 (schema).
 */
import type { Checked } from '../../model/check.js'
import { element, type Xml, xmlFile } from '../../model/xml.js'
import { sheetsOf } from '../workbook.js'
import { zipped } from '../zip.js'
import { contentPart } from './content.js'
import { stylesPart } from './styles.js'

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'

/** The bytes of `report.ods`. */
export const ods = (document: Checked): Uint8Array =>
  zipped(
    {
      'META-INF/manifest.xml': xmlFile(manifest),
      'content.xml': xmlFile(contentPart(sheetsOf(document))),
      'meta.xml': xmlFile(meta(document)),
      'styles.xml': xmlFile(stylesPart),
    },
    ['mimetype', mimetype],
  )

const entry = (path: string, type: string): Xml =>
  element('manifest:file-entry', {
    'manifest:full-path': path,
    'manifest:media-type': type,
    'manifest:version': path === '/' ? '1.3' : undefined,
  })

const manifest = element(
  'manifest:manifest',
  {
    'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
    'manifest:version': '1.3',
  },
  entry('/', mimetype),
  entry('content.xml', 'text/xml'),
  entry('meta.xml', 'text/xml'),
  entry('styles.xml', 'text/xml'),
)

const meta = ({ title, summary, origin }: Checked): Xml =>
  element(
    'office:document-meta',
    {
      'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
      'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'office:version': '1.3',
    },
    element(
      'office:meta',
      {},
      element('meta:generator', {}, 'send-ledger'),
      element('dc:title', {}, title),
      element('dc:subject', {}, summary),
      element('dc:creator', {}, origin),
      element('dc:language', {}, 'en-GB'),
    ),
  )
