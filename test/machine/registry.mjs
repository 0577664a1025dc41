/**
 * A registry that has no package and takes none, and remembers what it was asked for: what would
 * be published goes nowhere.
 */
import { createServer } from 'node:http'

/** Starts it. Gives its address, each request as `GET /path`, and what ends it. */
export const emptyRegistry = async () => {
  const asked = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url)}`)
    response.writeHead(request.method === 'GET' ? 404 : 403, { 'content-type': 'application/json' })
    response.end('{"error":"there is nothing here"}')
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    close: () => server.close(),
  }
}
