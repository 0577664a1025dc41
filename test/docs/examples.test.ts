/**
 * Every `@example` in a doc comment runs, and its assertions hold.
 */
import * as assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from '@swc/core'
import { root, sources } from '../house/sources.js'

interface Example {
  readonly at: string
  readonly code: string
}

const examplesIn = (file: string): readonly Example[] => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/@example\n([\s\S]*?)(?:\n \*\/|\n \* @)/g)].map((found) => ({
    at: `${file}:${text.slice(0, found.index).split('\n').length}`,
    code: (found[1] ?? '').replaceAll(/^ \* ?/gm, ''),
  }))
}

/** Imports stay at the top; the rest becomes a function, so that it may wait. */
const runnable = (code: string): string => {
  const imports = [...code.matchAll(/^import[\s\S]*? from '[^']+'$/gm)].map(([text]) => text)
  const rest = imports.reduce((left, each) => left.replace(each, ''), code)
  const source = `${imports.join('\n')}\nexport const run = async () => {\n${rest}\n}`
  return transformSync(source, {
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code
}

const examples = sources.flatMap(examplesIn)

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(40)
})

test.each(examples)('$at', async ({ code }) => {
  expect(code).toContain('assert.')
  const module: { run?: () => Promise<void> } = {}
  new Function('require', 'exports', 'assert', runnable(code))(require, module, assert)
  await module.run?.()
})
