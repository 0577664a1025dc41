/**
 * The server double of the EventStoreDB store's tests, in a process of its own: translated as it
 * is, started, and told of by its address.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformFileSync } from '@swc/core'

const store = join(dirname(fileURLToPath(import.meta.url)), '../../packages/stores/eventstoredb')
const from = join(store, 'test/server')
const to = join(store, '.generated')

rmSync(to, { recursive: true, force: true })
mkdirSync(to, { recursive: true })
writeFileSync(join(to, 'package.json'), '{"type":"commonjs"}')
for (const file of readdirSync(from).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
  const { code } = transformFileSync(join(from, file), {
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    // The client's classes are CommonJS, whose names can be required and not always imported.
    module: { type: 'commonjs' },
  })
  writeFileSync(join(to, file.replace(/\.ts$/, '.js')), code)
}
const { startServer } = await import(pathToFileURL(join(to, 'start-server.js')).href)
const { url } = await startServer()
process.stdout.write(`${url}\n`)
