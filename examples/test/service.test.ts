/**
 * The service of example 6: two of them on one ledger.
 */
import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from 'send-ledger'
import { service, shutDown } from '../06-a-service.js'

interface Running {
  readonly at: string
  readonly stop: () => Promise<void>
}

const running = async (path: string): Promise<Running> => {
  const now = () => '2021-07-31T12:00:00.000Z'
  const options = { origin: 'urn:example:walsall', create: true, now, snapshots: false }
  const ledger = await openLedger(path, options)
  const stopping = new AbortController()
  const server = service(ledger, stopping.signal)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { at: `http://127.0.0.1:${port}`, stop: () => shutDown(server, ledger, stopping) }
}

const path = (): string => join(mkdtempSync(join(tmpdir(), 'service-')), 'walsall.sqlite')

const request = (n: number) => ({
  type: 'RequestReceived',
  stream: `case-${n}`,
  effectiveOn: '2021-05-04',
  data: { requestedBy: 'school', startedBy: 'request' },
})

const post = (at: string, key: string, body: unknown) =>
  fetch(`${at}/events`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const openTotal = async (at: string): Promise<number> => {
  const response = await fetch(`${at}/compliance?asAt=2021-07-31`)
  const { view } = (await response.json()) as { view: { open: { total: number } } }
  return view.open.total
}

test('two services on one ledger: nothing lost, nothing twice, and each answers alike', async () => {
  const at = path()
  const services = [await running(at), await running(at)] as const
  const keys = Array.from({ length: 40 }, (_, n) => n)
  // Each event goes to both, as where a client asks again elsewhere after no answer came.
  const statuses = await Promise.all(
    keys.flatMap((n) =>
      services.map(async (each) => (await post(each.at, `KEY/${n}`, request(n))).status),
    ),
  )
  expect(statuses.filter((status) => status === 201)).toHaveLength(keys.length)
  expect(statuses.filter((status) => status === 200)).toHaveLength(keys.length)
  expect(await Promise.all(services.map((each) => openTotal(each.at)))).toEqual([40, 40])
  await Promise.all(services.map(({ stop }) => stop()))
}, 60_000)

test('what is refused has a status, a code and a reason', async () => {
  const one = await running(path())
  const outcome = async (key: string, body: unknown) => {
    const response = await post(one.at, key, body)
    return { status: response.status, ...((await response.json()) as object) }
  }
  expect(await outcome('1', request(1))).toMatchObject({ status: 201, position: 0 })
  expect(await outcome('1', request(2))).toMatchObject({ status: 409, code: 'id-reused' })
  expect(await outcome('2', { ...request(3), type: 'PlanIssued' })).toMatchObject({ status: 422 })
  expect(await outcome('3', '{')).toMatchObject({ status: 400, code: 'bad-request' })
  expect(await outcome('4', '"x"')).toMatchObject({ status: 422, code: 'invalid-event' })
  const asked = await fetch(`${one.at}/compliance?asAt=31.07.2021`)
  expect([asked.status, await asked.json()]).toMatchObject([400, { code: 'wrong-argument' }])
  expect((await fetch(`${one.at}/health`)).status).toBe(200)
  expect((await fetch(`${one.at}/none`)).status).toBe(404)
  await one.stop()
})

test('who watches is told of what another service records, and is let go at shutdown', async () => {
  const at = path()
  const [one, other] = [await running(at), await running(at)]
  const live = await fetch(`${one.at}/compliance/live?asAt=2021-07-31`)
  const totals: number[] = []
  const reading = (async () => {
    let text = ''
    for await (const part of live.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(part)
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        totals.push(JSON.parse(event.split('\ndata: ')[1] as string).view.open.total)
      }
    }
  })()
  while (totals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await post(other.at, 'KEY/1', request(1))
  while (totals.at(-1) !== 1) await new Promise((resolve) => setTimeout(resolve, 5))
  await one.stop()
  await reading
  expect(totals[0]).toBe(0)
  await other.stop()
}, 60_000)
