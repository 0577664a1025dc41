/**
 * A ledger behind HTTP: records with an idempotency key, answers, and an answer that is told again
 * as it changes. Two of these may run on one ledger.
 */
// #region service
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  compliance,
  EventsRefused,
  type EventToRecord,
  LedgerError,
  type OpenLedger,
} from 'send-ledger'

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

/** The service of a ledger that is open. It ends its streams when `stopping` is aborted. */
export const service = (ledger: OpenLedger, stopping: AbortSignal): Server => {
  const handlers: Readonly<Record<string, Handler>> = {
    'POST /events': async (request, response) => {
      const key = request.headers['idempotency-key']
      if (typeof key !== 'string') return send(response, 400, { code: 'no-idempotency-key' })
      const event = { ...((await bodyOf(request)) as EventToRecord), key }
      const { record, duplicate } = await ledger.record(event)
      send(response, duplicate ? 200 : 201, { id: record.id, position: record.position })
    },
    'GET /compliance': async (_, response, { searchParams }) => {
      const knownAt = searchParams.get('knownAt')
      const asAt = searchParams.get('asAt') ?? ''
      const answer = await ledger.ask(compliance, { asAt, ...(knownAt ? { knownAt } : {}) })
      send(response, 200, { basis: answer.basis, view: answer.view })
    },
    // Server-sent events: the newest answer, whenever it is another.
    'GET /compliance/live': async (_, response, { searchParams }) => {
      const answers = ledger.watch(compliance, { asAt: searchParams.get('asAt') ?? '' })
      const gone = new Promise<void>((resolve) => {
        response.on('close', resolve)
        stopping.addEventListener('abort', () => resolve())
      })
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      const watching = answers[Symbol.asyncIterator]()
      for (;;) {
        const next = await Promise.race([watching.next(), gone])
        if (next === undefined || next.done) break
        const { basis, view } = next.value
        const event = `id: ${basis.size}\ndata: ${JSON.stringify({ basis, view })}\n\n`
        // Who reads slowly is waited for, and is given the newest answer then.
        if (!response.write(event)) await Promise.race([drained(response), gone])
      }
      void watching.return?.()
      response.end()
    },
    'GET /health': async (_, response) => {
      await ledger.recordsOf('ledger-main')
      send(response, 200, { ledger: ledger.origin })
    },
  }

  return createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const handler = handlers[`${request.method} ${url.pathname}`]
      if (handler === undefined) return send(response, 404, { code: 'not-found' })
      await handler(request, response, url)
    } catch (cause) {
      if (response.headersSent) return response.destroy()
      if (!(cause instanceof LedgerError)) return send(response, 400, { code: 'bad-request' })
      send(response, statusOf(cause), { code: cause.code, reason: cause.message })
    }
  })
}

/** Refused is 422, a key used twice 409, a wrong question 400, and a ledger out of reach 503. */
const statusOf = (error: LedgerError): number => {
  if (error.code === 'id-reused') return 409
  if (error instanceof EventsRefused) return 422
  return error.code === 'wrong-argument' ? 400 : 503
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const mostBytes = 100_000

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += part
    if (text.length > mostBytes) throw new RangeError('the body is too long')
  }
  return JSON.parse(text)
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve)
  })

/** Takes no more requests, lets those under way end, and then closes the ledger. */
export const shutDown = async (
  server: Server,
  ledger: OpenLedger,
  stopping: AbortController,
): Promise<void> => {
  const closed = new Promise((resolve) => {
    server.close(resolve)
  })
  stopping.abort()
  server.closeIdleConnections()
  await closed
  await ledger.close()
}
// #endregion service
