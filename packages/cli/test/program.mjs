/**
 * The built command in a process of its own, called as often as it is told to: each message has
 * the arguments of a call, and is answered with what the call gave.
 */
import { Writable } from 'node:stream'
import { main } from '../dist/index.js'

const called = async (argv) => {
  const said = { out: '', err: '' }
  const to = (key) =>
    new Writable({
      write: (chunk, _, done) => {
        said[key] += chunk
        done()
      },
    })
  const code = await main(argv, {
    stdout: to('out'),
    stderr: to('err'),
    stdin: (async function* () {})(),
    env: process.env,
    isTTY: { stdout: false, stderr: false },
    now: () => new Date().toISOString(),
  })
  return { code, ...said }
}

process.on('message', async (argv) => process.send(await called(argv)))
