/**
 * Who may call, and what a call must bring: seen by the client, and by its bare generated stub.
 */
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js'
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import { AppendReq } from '@eventstore/db-client/generated/streams_pb.js'
import { credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { connect, told, wrongIn } from './client.js'
import { failOnUnhandled } from './no-unhandled.js'
import { startServer, type TestServer } from './start-server.js'

failOnUnhandled()

const somebody = { username: 'ops', password: 'changeit' }

let server: TestServer
let stub: StreamsClient
beforeEach(async () => {
  server = await startServer({ credentials: somebody })
  stub = new StreamsClient(`127.0.0.1:${server.port}`, credentials.createInsecure())
})
afterEach(async () => {
  stub.close()
  await server.stop()
})

const as = (username: string, password: string): Metadata => {
  const metadata = new Metadata()
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  metadata.set('authorization', `Basic ${basic}`)
  return metadata
}

const options = (): AppendReq => {
  const named = new AppendReq.Options()
  const identifier = new StreamIdentifier()
  identifier.setStreamName(Buffer.from('a'))
  named.setStreamIdentifier(identifier)
  named.setNoStream(new Empty())
  const request = new AppendReq()
  request.setOptions(named)
  return request
}

const event = (id: string, properties: Readonly<Record<string, string>>): AppendReq => {
  const message = new AppendReq.ProposedMessage()
  const uuid = new UUID()
  uuid.setString(id)
  message.setId(uuid)
  for (const [key, value] of Object.entries(properties)) message.getMetadataMap().set(key, value)
  const request = new AppendReq()
  request.setProposedMessage(message)
  return request
}

const id = '00000000-0000-4000-8000-00000000000A'
const json = { type: 'T', 'content-type': 'application/json' }

/** Appends by the stub; the error, if there is one. */
const append = (metadata: Metadata, ...requests: AppendReq[]): Promise<ServiceError | null> =>
  new Promise((resolve) => {
    const call = stub.append(metadata, resolve)
    for (const request of requests) call.write(request)
    call.end()
  })

test('with the right name and password a call is let in', async () => {
  expect(await append(as('ops', 'changeit'), options(), event(id, json))).toBeNull()
  expect(server.streams.of('a')[0]?.id).toBe(id.toLowerCase())
})

test('with a wrong password, or without one, it is not', async () => {
  const wrong = await append(as('ops', 'other'), options(), event(id, json))
  expect(wrong?.code).toBe(status.UNAUTHENTICATED)
  const none = await append(new Metadata(), options(), event(id, json))
  expect(none?.code).toBe(status.PERMISSION_DENIED)
  expect(none?.metadata.get('exception')).toEqual(['access-denied'])
  expect(server.streams.of('a')).toEqual([])
})

test('the client drops credentials without a word where there is no TLS', async () => {
  const client = connect(server.url)
  const append = client.appendToStream('a', told(1), { credentials: somebody })
  expect(await wrongIn(append)).toBe('access-denied')
  expect(await wrongIn(client.appendToStream('a', told(1)))).toBe('access-denied')
  expect(server.calls.map(({ method }) => method)).toEqual(['Append', 'Features', 'Append'])
  await client.dispose()
})

test.each([
  ['type', { 'content-type': 'application/json' }],
  ['content-type', { type: 'T' }],
])('an event without its %s is refused', async (property, properties) => {
  const error = await append(as('ops', 'changeit'), options(), event(id, properties))
  expect(error?.details).toContain(`'${property}'`)
  expect(error?.metadata.get('exception')).toEqual(['missing-required-metadata-property'])
})

test('an event whose id is no UUID is refused, and so is an append without a stream', async () => {
  const ops = as('ops', 'changeit')
  expect((await append(ops, options(), event('1', json)))?.code).toBe(status.UNKNOWN)
  expect((await append(ops, event(id, json)))?.code).toBe(status.INVALID_ARGUMENT)
  expect(server.streams.of('a')).toEqual([])
})

test('appends in batches are none of its methods', async () => {
  const call = stub.batchAppend(as('ops', 'changeit'))
  const error = await new Promise<ServiceError>((resolve) => call.on('error', resolve))
  expect(error.code).toBe(status.UNIMPLEMENTED)
  expect(server.calls).toEqual([{ method: 'BatchAppend', stream: '' }])
})
