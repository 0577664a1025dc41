/**
 * The reference of every door, from the doc comments of what it lets out: a page for each door.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { Application, ReflectionKind } from 'typedoc'
import { root } from '../steps.mjs'

/** Each door of the packages, with the file that it opens. */
const doors = () =>
  readdirSync(join(root, 'packages'), { recursive: true })
    .map((path) => String(path))
    .filter((path) => path.endsWith('package.json') && !path.includes('node_modules'))
    .flatMap((path) => {
      const { name, exports } = JSON.parse(readFileSync(join(root, 'packages', path), 'utf8'))
      return Object.entries(exports).map(([door, to]) => ({
        name: door.replace('.', name),
        file: join(root, 'packages', dirname(path), to['send-ledger-source']),
      }))
    })

const needsComment = ['Variable', 'Function', 'Class', 'Interface', 'TypeAlias']

/**
 * Writes the pages into a folder. Throws an Error where a door lets out what has no doc comment,
 * or a comment links to what is not there; each is printed.
 */
export const writeApi = async (folder) => {
  const all = doors()
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: all.map(({ file }) => file),
    tsconfig: join(root, 'tsconfig.test.json'),
    // `npm run check` looks for errors of types.
    skipErrorChecking: true,
    excludePrivate: true,
    disableSources: true,
    out: folder,
    readme: 'none',
    name: 'API',
    router: 'module',
    hideBreadcrumbs: true,
    hidePageHeader: true,
    validation: { notExported: false, invalidLink: true, notDocumented: true },
    requiredToBeDocumented: needsComment,
  })
  const project = await app.convert()
  if (project === undefined) throw new Error('the doors could not be read')
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    module.name = all.find(({ file }) => moduleOf(file) === module.name)?.name ?? module.name
  }
  app.validate(project)
  await app.generateOutputs(project)
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('see the warnings above')
}

/** What typedoc calls the module of a file: its path, without what every one has. */
const moduleOf = (file) =>
  relative(join(root, 'packages'), file)
    .replaceAll(sep, '/')
    .replace(/(\/index)?\.ts$/, '')
