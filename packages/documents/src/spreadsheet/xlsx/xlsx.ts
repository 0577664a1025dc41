/**
 * A report as an Excel workbook.
 *
 * Source: ECMA-376 part 1 (Office Open XML, SpreadsheetML), transitional.
 */
import type { Checked } from '../../model/check.js'
import { type Attributes, element, type Xml, xmlFile } from '../../model/xml.js'
import { quoted } from '../sheet-names.js'
import { type Sheet, sheetsOf } from '../workbook.js'
import { zipped } from '../zip.js'
import { SharedStrings } from './shared-strings.js'
import { stylesPart } from './styles.js'
import { tablePart } from './table-part.js'
import { worksheetPart } from './worksheet.js'

/** The bytes of `report.xlsx`. */
export const xlsx = (document: Checked): Uint8Array => {
  const sheets = sheetsOf(document)
  const strings = new SharedStrings()
  const files: Record<string, string> = {}
  for (const [i, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = xmlFile(worksheetPart(sheet, i === 0, strings))
    if (sheet.table === undefined) continue
    files[`xl/tables/table${i + 1}.xml`] = xmlFile(
      tablePart(sheet.table, i + 1, sheet.lines.length),
    )
    files[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = xmlFile(
      relationships([['rId1', 'table', `../tables/table${i + 1}.xml`]]),
    )
  }
  return zipped({
    ...files,
    '[Content_Types].xml': xmlFile(contentTypes(Object.keys(files))),
    '_rels/.rels': xmlFile(
      relationships([
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', coreProperties, 'docProps/core.xml'],
      ]),
    ),
    'docProps/core.xml': xmlFile(properties(document)),
    'xl/workbook.xml': xmlFile(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': xmlFile(
      relationships([
        ...sheets.map(
          (_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const,
        ),
        [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
        [`rId${sheets.length + 2}`, 'sharedStrings', 'sharedStrings.xml'],
      ]),
    ),
    'xl/styles.xml': xmlFile(stylesPart),
    'xl/sharedStrings.xml': xmlFile(strings.part()),
  })
}

const office = 'http://schemas.openxmlformats.org'
const coreProperties = `${office}/package/2006/relationships/metadata/core-properties`

const relationships = (
  each: readonly (readonly [id: string, type: string, target: string])[],
): Xml =>
  element(
    'Relationships',
    { xmlns: `${office}/package/2006/relationships` },
    ...each.map(([Id, type, Target]) => {
      const Type = type.includes(':') ? type : `${office}/officeDocument/2006/relationships/${type}`
      return element('Relationship', { Id, Type, Target })
    }),
  )

const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (names: readonly string[]): Xml => {
  const part = (PartName: string, ContentType: string): Xml =>
    element('Override', { PartName: `/${PartName}`, ContentType })
  const each = (folder: string, type: string): readonly Xml[] =>
    names
      .filter((name) => name.startsWith(folder) && name.endsWith('.xml'))
      .map((name) => part(name, `${sheetMl}.${type}+xml`))
  return element(
    'Types',
    { xmlns: `${office}/package/2006/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('xl/workbook.xml', `${sheetMl}.sheet.main+xml`),
    part('xl/styles.xml', `${sheetMl}.styles+xml`),
    part('xl/sharedStrings.xml', `${sheetMl}.sharedStrings+xml`),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...each('xl/worksheets/sheet', 'worksheet'),
    ...each('xl/tables/', 'table'),
  )
}

const workbook = (sheets: readonly Sheet[]): Xml =>
  element(
    'workbook',
    mainNamespaces,
    element('bookViews', {}, element('workbookView', { activeTab: 0 })),
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, i) =>
        element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }),
      ),
    ),
    element('definedNames', {}, ...sheets.flatMap(repeatedHeadings)),
  )

/** The row of headings is printed on every page. */
const repeatedHeadings = ({ name, lines, table }: Sheet, i: number): readonly Xml[] => {
  if (table === undefined) return []
  const row = lines.length + 1
  return [
    element(
      'definedName',
      { name: '_xlnm.Print_Titles', localSheetId: i },
      `${quoted(name)}!$${row}:$${row}`,
    ),
  ]
}

const mainNamespaces: Attributes = {
  xmlns: `${office}/spreadsheetml/2006/main`,
  'xmlns:r': `${office}/officeDocument/2006/relationships`,
}

const properties = ({ title, summary, origin }: Checked): Xml =>
  element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${office}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, title),
    element('dc:subject', {}, summary),
    element('dc:creator', {}, origin),
    element('dc:language', {}, 'en-GB'),
  )
