/**
 * The figures of an improvement programme, such as a written statement of action.
 */

export type { Wsoa } from './answer.js'
export type { ProgrammeFigures } from './programme-figures.js'
export { wsoaView } from './view.js'
