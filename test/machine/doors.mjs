/**
 * Run in a folder with the packages installed: every door, named by the arguments, opens by
 * `import` and by `require` and gives the same both ways, and the example of the README works.
 */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const here = process.cwd()
const require = createRequire(join(here, 'doors.mjs'))

const doors = process.argv.slice(2)
for (const door of doors) {
  const imported = await import(door)
  const names = Object.keys(imported)
  assert.ok(names.length > 0, `${door} lets nothing out`)
  const required = require(door)
  for (const name of names) assert.equal(required[name], imported[name], `${door}: ${name}`)
}

const { embed } = await import(pathToFileURL(join(here, 'embed.js')).href)
const percent = await embed(join(here, `ledger-${process.version}.sqlite`))
console.log(JSON.stringify({ node: process.version, doors: doors.length, percent }))
