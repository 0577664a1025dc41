import { createHash } from 'node:crypto'
import { Ajv } from 'ajv'
import { dataPackageText, tablePath } from '../../src/model/data-package.js'
import { tablesOf } from '../../src/model/document.js'
import { csvText } from '../../src/model/in-csv.js'
import { held, sample } from './sample.js'

/** What Data Package v2 and its parts require of a package of tables, as far as this one goes. */
const schema = {
  type: 'object',
  required: ['resources', '$schema'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    title: { type: 'string' },
    description: { type: 'string' },
    sources: { type: 'array', items: { type: 'object', required: ['title'] } },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'schema'],
        properties: {
          name: { type: 'string' },
          path: { type: 'string', pattern: '^(?=^[^./~])(^((?!\\.{2}).)*$).*$' },
          type: { const: 'table' },
          format: { const: 'csv' },
          mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
          dialect: {
            type: 'object',
            properties: { lineTerminator: { type: 'string' } },
          },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              missingValues: { type: 'array', items: { type: 'string' }, uniqueItems: true },
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type', 'description'],
                  properties: {
                    name: { type: 'string' },
                    type: {
                      enum: ['string', 'yearmonth', 'date', 'boolean', 'integer', 'number'],
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}

interface Field {
  readonly name: string
  readonly type: string
  readonly description: string
}

interface Resource {
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly schema: { readonly fields: readonly Field[]; readonly missingValues: readonly string[] }
}

const resources: readonly Resource[] = JSON.parse(dataPackageText(held(sample))).resources
const tables = tablesOf(sample)

test('the package has the structure that Data Package v2 requires', () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)
  validate(JSON.parse(dataPackageText(held(sample))))
  expect(validate.errors).toBeNull()
  validate({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', resources: [{}] })
  expect(validate.errors).toHaveLength(3)
})

test('each resource is the bytes of its table', () => {
  expect(resources.map(({ path }) => path)).toEqual(tables.map(tablePath))
  for (const [i, { bytes, hash }] of resources.entries()) {
    const text = csvText(tables[i]!)
    expect(bytes).toBe(Buffer.byteLength(text))
    expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
  }
})

/** What a value of each type looks like in CSV. */
const patterns: Readonly<Record<string, RegExp>> = {
  string: /./,
  yearmonth: /^\d{4}-\d\d$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
}

test('every value in the CSV is of the type of its field, or a missing value', () => {
  for (const [i, { schema: table }] of resources.entries()) {
    const lines = csvText(tables[i]!).trimEnd().split('\n')
    expect(lines[0]).toBe(table.fields.map(({ name }) => name).join(','))
    if (i === 1) continue // Its words have commas; they are read in the test of the CSV.
    for (const line of lines.slice(1)) {
      const values = line.split(',')
      expect(values).toHaveLength(table.fields.length)
      for (const [n, { type }] of table.fields.entries()) {
        const isMissing = table.missingValues.includes(values[n]!)
        expect([values[n], isMissing || patterns[type]!.test(values[n]!)]).toEqual([
          values[n],
          true,
        ])
      }
    }
  }
})

test('a field tells its source and its notes', () => {
  expect(resources[0]?.schema.fields[1]?.description).toBe(
    'Plans issued. Source: SI 2014/1530 reg 13(2). The last month is partial. Plans are whole.',
  )
})
