import { emptyLedger, imported, line, request, uuid } from './lines.js'

const without = (name: string): string => {
  const { [name]: _, ...rest } = request(2)
  return JSON.stringify(rest)
}

const agreed = (n: number, on: string, id = 90 + n): string =>
  line(n, {
    id: uuid(id),
    type: 'uk.send-ledger.AssessmentAgreed.v1',
    effectivedate: on,
    data: {},
  })

const nonsense: readonly (readonly [string, string | Buffer, string, RegExp])[] = [
  ['text that is no JSON', 'id,type,date', 'not-json', /no JSON/],
  [
    'a name that stands twice',
    line(2).replace('"data":{', '"data":{"startedBy":"responsibility",'),
    'name-twice',
    /"startedBy" stands twice/,
  ],
  [
    'a name that stands twice, once with an escape',
    line(2).replace('"subject"', '"\\u0069d":"x","subject"'),
    'name-twice',
    /"id" stands twice/,
  ],
  [
    'a number with more digits than are kept',
    line(2).replace('"data":{', '"position":12345678901234567890,"data":{'),
    'number-too-long',
    /12345678901234567890/,
  ],
  ['half an object', line(2).slice(0, 80), 'not-json', /no JSON/],
  ['a number', '42', 'not-an-object', /no object/],
  ['a list', `[${line(2)}]`, 'not-an-object', /no object/],
  ['null', 'null', 'not-an-object', /no object/],
  ['bytes of Latin-1', Buffer.from('{"id":"caf\xe9"}', 'latin1'), 'not-utf8', /UTF-8/],
  ['a line over 1 MiB', `{"id":"${'x'.repeat(1024 * 1024)}"}`, 'line-too-long', /longer than/],
  [
    'a misspelt attribute',
    line(2, { efectivedate: '2021-05-03' }),
    'unknown-attribute',
    /efectived/,
  ],
  [
    'an attribute called __proto__',
    line(2).replace('{', '{"__proto__":{"subject":"case-9"},'),
    'unknown-attribute',
    /__proto__/,
  ],
  ['no specversion', without('specversion'), 'missing-attribute', /specversion/],
  ['no id', without('id'), 'missing-attribute', /lacks id/],
  ['no source', without('source'), 'missing-attribute', /source/],
  ['no type', without('type'), 'missing-attribute', /type/],
  ['no subject', without('subject'), 'missing-attribute', /subject/],
  ['no date', without('effectivedate'), 'missing-attribute', /effectivedate/],
  ['a null id', line(2, { id: null }), 'missing-attribute', /lacks id/],
  ['an older specversion', line(2, { specversion: '0.3' }), 'wrong-specversion', /"1.0"/],
  ['a source that is no text', line(2, { source: 7 }), 'invalid-attribute', /source/],
  ['data in XML', line(2, { datacontenttype: 'text/xml' }), 'invalid-attribute', /datacontenttype/],
  ['a negative position', line(2, { position: -1 }), 'invalid-attribute', /position/],
  ['a revision in text', line(2, { revision: '0' }), 'invalid-attribute', /revision/],
  [
    'a recordedtime without a zone',
    line(2, { recordedtime: '2021-05-04T09:12:00' }),
    'invalid-attribute',
    /recordedtime/,
  ],
  [
    'a recordedtime on 30 February',
    line(2, { recordedtime: '2021-02-30T09:12:00Z' }),
    'invalid-attribute',
    /recordedtime/,
  ],
  ['a type of others', line(2, { type: 'com.example.Thing' }), 'wrong-type', /uk.send-ledger/],
  [
    'a type without a version',
    line(2, { type: 'uk.send-ledger.PlanIssued' }),
    'wrong-type',
    /\.v1/,
  ],
  [
    'a type that there is not',
    line(2, { type: 'uk.send-ledger.PlanLost.v1' }),
    'unknown-type',
    /PlanLost/,
  ],
  [
    'the type toString',
    line(2, { type: 'uk.send-ledger.toString.v1' }),
    'unknown-type',
    /toString/,
  ],
  [
    'a version to come',
    line(2, { type: 'uk.send-ledger.PlanIssued.v9' }),
    'newer-version',
    /newer/,
  ],
  ['an id that is no UUID', line(2, { id: '2' }), 'invalid-event', /id: must be a UUID/],
  ['a subject that is no stream', line(2, { subject: 'child-2' }), 'invalid-event', /subject: /],
  [
    'a subject of another category',
    line(2, { subject: 'post-2' }),
    'invalid-event',
    /subject: .*case/,
  ],
  [
    'a date that does not exist',
    line(2, { effectivedate: '2021-02-29' }),
    'invalid-event',
    /effectivedate: /,
  ],
  [
    'a code that there is not',
    line(2, { data: { requestedBy: 'scool', startedBy: 'request' } }),
    'invalid-event',
    /data.requestedBy/,
  ],
  [
    'no data where fields are needed',
    without('data'),
    'invalid-event',
    /data.requestedBy: is missing/,
  ],
  ['data that is null', line(2, { data: null }), 'invalid-event', /data/],
  ['data that is a list', line(2, { data: [] }), 'invalid-event', /data/],
  [
    'data with a field called __proto__',
    line(2).replace('"data":{', '"data":{"__proto__":{},'),
    'invalid-event',
    /data.__proto__/,
  ],
  [
    'half a surrogate pair',
    line(2, { data: { requestedBy: 'other', startedBy: 'request', personRef: 'HALF' } }).replace(
      'HALF',
      '\\ud800',
    ),
    'invalid-event',
    /personRef/,
  ],
  ['an actor that is no text', line(2, { actor: 5 }), 'invalid-event', /actor/],
  [
    'nesting without end',
    line(2, { data: 0 }).replace(
      '"data":0',
      `"data":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ),
    'invalid-event',
    /data.x/,
  ],
  [
    'a date after the day of recording',
    line(2, { effectivedate: '2021-09-02' }),
    'life-cycle-',
    /case-2/,
  ],
  ['an event before its case began', agreed(1, '2021-05-02'), 'life-cycle-', /case-1/],
  ['the id of another event', line(2, { id: uuid(1) }), 'id-reused', /other content/],
  [
    'the id with other content',
    line(1, { effectivedate: '2021-05-01' }),
    'id-reused',
    /other content/,
  ],
]

test.each(nonsense)(
  '%s is rejected with its line and reason, and the rest is recorded',
  async (_, bad, code, reason) => {
    const file = Buffer.concat([
      Buffer.from(`${line(1)}\n\n`),
      Buffer.from(bad as string),
      Buffer.from(`\n${line(3)}\n`),
    ])
    const { summary, rejects } = await imported(emptyLedger(), file)
    expect(rejects).toEqual([
      {
        line: 3,
        code: expect.stringContaining(code),
        reason: expect.stringMatching(reason),
        raw: expect.any(String),
      },
    ])
    expect(summary).toMatchObject({ accepted: 2, duplicates: 0, rejected: 1 })
  },
)

test('a life-cycle refusal is coded by its rule', async () => {
  const { rejects } = await imported(emptyLedger(), `${agreed(1, '2021-05-05')}\n`)
  expect(rejects[0]?.code).toMatch(/^life-cycle-[a-z]+(-[a-z]+)*$/)
})

test('a reject carries the line as it was read', async () => {
  const { rejects } = await imported(emptyLedger(), ' {"id": 1} \r\n')
  expect(rejects[0]?.raw).toBe(' {"id": 1} ')
})

test('of a line that is too long only the beginning is kept', async () => {
  const { rejects } = await imported(emptyLedger(), `"${'x'.repeat(3_000_000)}"\n${line(1)}\n`)
  expect(rejects[0]?.raw).toHaveLength(200)
})

test('rejects come in the order of the file, whoever refused them', async () => {
  const file = ['no JSON', agreed(7, '2021-05-05'), '[]', line(1), 'nor this'].join('\n')
  const { rejects } = await imported(emptyLedger(), file)
  expect(rejects.map((reject) => reject.line)).toEqual([1, 2, 3, 5])
})
