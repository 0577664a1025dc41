/**
 * What each package lets out, by door, as `doors.json` lists it. `most` may be lowered; who raises one
 * widens what others may rest on, and says why.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, sources } from './sources.js'

interface Door {
  readonly most: number
  readonly names: readonly string[]
}

const kept: Readonly<Record<string, Door>> = JSON.parse(
  readFileSync(join(__dirname, 'doors.json'), 'utf8'),
)

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, { readonly 'send-ledger-source': string }>>
}

/** The doors of every package, by what they are imported as, each with its file. */
const doors: readonly (readonly [door: string, file: string])[] = sources
  .filter((file) => /^packages\/.*\/src\/index\.ts$/.test(file))
  .map((file) => join(root, file, '../..'))
  .flatMap((folder) => {
    const { name, exports }: Manifest = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    return Object.entries(exports).map(([path, entry]) => {
      const door = path === '.' ? name : `${name}/${path.slice(2)}`
      return [door, join(folder, entry['send-ledger-source'])] as const
    })
  })

/** The names that a door lets out, sorted. */
const namesOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list = '']) => list.split(','))
    .map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/^.* as /, ''),
    )
    .filter((name) => name !== '')
    .sort()

test('doors.json lists every door', () => {
  expect(Object.keys(kept)).toEqual(doors.map(([door]) => door).sort())
})

test('no name is let out by two doors of a package: each is for other readers', () => {
  const listed = Object.entries(kept).flatMap(([door, { names }]) => {
    const [scope, name] = door.split('/')
    return names.map((each) => `${scope}/${name} ${each}`)
  })
  expect(listed.filter((each, i) => listed.indexOf(each) !== i)).toEqual([])
})

test('who embeds a ledger, and who makes packs, finds a short list', () => {
  expect(kept['@send-ledger/core']?.names.length).toBeLessThanOrEqual(40)
  expect(kept['@send-ledger/evidence']?.names.length).toBeLessThanOrEqual(12)
})

test.each(doors)('%s lets out what is listed, and no more', (door, file) => {
  const names = namesOf(file)
  expect(names).toEqual(kept[door]?.names)
  // As many as are listed: a narrower door lowers its number, and a wider one has to raise it.
  expect(kept[door]?.most).toBe(names.length)
})
